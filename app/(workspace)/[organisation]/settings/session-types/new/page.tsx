import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { add, edit } from "../actions";
import { kindChoices } from "../kinds";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { TypeForm } from "@/components/scheduling/type-form";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { calendarHosts } from "@/lib/scheduling/calendar-query";

export async function generateMetadata() {
  return { title: (await getTranslations("session-types"))("add") };
}

/** Something else that can be booked, which begins as most do. */
async function NewSessionTypePage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("session-types");
  const { hosts, timeZone } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "session-types:write")) notFound();
    return { hosts: await ask(calendarHosts, {}), timeZone: actor.timeZone };
  });
  const here = `/${organisation}/settings/session-types`;
  return (
    <>
      <PageHead
        title={t("add")}
        lede={t("addLede")}
        crumbs={[
          { label: t("settings"), href: `/${organisation}/settings` },
          { label: t("title"), href: here },
          { label: t("add") },
        ]}
      />
      <TypeForm
        {...{ organisation, hosts, timeZone, standing: [] }}
        isNew
        kinds={await kindChoices()}
        values={{
          ...{ id: crypto.randomUUID(), expectedVersion: 1, name: "", description: "", kind: "coaching" },
          ...{
            lengthMinutes: 60,
            stepMinutes: 30,
            bufferBefore: 0,
            bufferAfter: 10,
            capacity: 1,
            hosting: "consultant",
          },
          ...{ hosts: [], noticeMinutes: 1440, horizonDays: 60, mostPerDay: null, moveNoticeHours: 24 },
          ...{ cancelNoticeHours: 24, late: "counts", placeKind: "video", place: "", reminders: [1440, 60] },
          ...{ questions: [], selfBooked: true },
        }}
        actions={{ add, edit }}
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/session-types/new/page", NewSessionTypePage);
