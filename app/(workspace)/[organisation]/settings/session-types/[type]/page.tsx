import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { undoAction } from "../../../undo-action";
import { add, archive, edit, restore } from "../actions";
import { kindChoices } from "../kinds";
import { DoButton } from "@/components/forms/do-button";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { TypeForm, type TypeValues } from "@/components/scheduling/type-form";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { calendarHosts } from "@/lib/scheduling/calendar-query";
import { oneSessionType } from "@/lib/scheduling/types-query";

/** One kind of session as it is booked from now on; what is booked stays as it was. */
async function SessionTypePage({ params }: WorkspaceProps<{ type: string }>) {
  const { organisation, type: id } = await params;
  const t = await getTranslations("session-types");
  const { found, possible, timeZone } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "session-types:write")) notFound();
    return {
      found: await ask(oneSessionType, { id }),
      possible: await ask(calendarHosts, {}),
      timeZone: actor.timeZone,
    };
  });
  const { type, hosts, standing } = found;
  const here = `/${organisation}/settings/session-types`;
  const gone = hosts.filter(({ personId }) => !possible.some((one) => one.id === personId));
  const { name, description, kind, lengthMinutes, stepMinutes, bufferBefore, bufferAfter, capacity, hosting } = type;
  const { noticeMinutes, horizonDays, mostPerDay, moveNoticeHours, cancelNoticeHours, late, placeKind, place } = type;
  const values = {
    ...{ id, expectedVersion: type.version, name, description, kind, lengthMinutes, stepMinutes, bufferBefore },
    ...{ bufferAfter, capacity, hosting, noticeMinutes, horizonDays, mostPerDay, moveNoticeHours, cancelNoticeHours },
    ...{ late, placeKind, place, reminders: type.reminders, questions: type.questions, selfBooked: type.selfBooked },
    hosts: hosts.map(({ personId, weight }) => ({ personId, weight })),
  } as TypeValues;
  return (
    <>
      <PageHead
        title={<span translate="no">{name}</span>}
        lede={t(type.archivedAt ? "archivedLede" : "editLede")}
        crumbs={[
          { label: t("settings"), href: `/${organisation}/settings` },
          { label: t("title"), href: here },
          { label: name },
        ]}
        actions={
          <DoButton
            organisation={organisation}
            act={type.archivedAt ? restore : archive}
            input={{ id }}
            done={t(type.archivedAt ? "restored" : "nowArchived")}
            undo={undoAction}
          >
            {t(type.archivedAt ? "restore" : "archive")}
          </DoButton>
        }
      />
      <TypeForm
        {...{ organisation, standing, timeZone, values, isNew: false }}
        kinds={await kindChoices()}
        hosts={[...possible, ...gone.map((host) => ({ id: host.personId, name: host.name }))]}
        actions={{ add, edit }}
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/session-types/[type]/page", SessionTypePage);
