import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { undoAction } from "../../../../undo-action";
import { editPerson, removePerson } from "../../../actions";
import { PageHead } from "@/components/frame/page-head";
import { DoButton } from "@/components/forms/do-button";
import { withMessages } from "@/components/frame/with-messages";
import { ListedForm } from "@/components/sponsors/listed-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { languageChoices } from "@/lib/platform/place-choices";
import { consultants } from "@/lib/programmes/queries/consultants";
import { oneListed, oneSeparation } from "@/lib/sponsors/queries/separation";

/** An entry of an event's list, until the person is invited. */
async function ListedPage({ params }: WorkspaceProps<{ id: string; entry: string }>) {
  const { organisation, id, entry } = await params;
  const t = await getTranslations("separations");
  const page = await readPage(organisation, async ({ actor, ask }) => {
    if (!may(actor, "separations:write")) notFound();
    const person = await ask(oneListed, { id: entry });
    if (person.separationEventId !== id || person.programmeId) notFound();
    return { person, event: await ask(oneSeparation, { id }), consultants: await ask(consultants, {}) };
  });
  const { person, event } = page;
  const back = `/${organisation}/separations/${id}`;
  const facts = {
    ...{ name: person.name, email: person.email, lastRole: person.lastRole, place: person.place },
    ...{ noticeOn: person.noticeOn ?? "", language: person.language ?? "", consultantId: person.consultantId ?? "" },
  };
  return (
    <>
      <PageHead
        title={person.name}
        crumbs={[
          { label: t("title"), href: `/${organisation}/separations` },
          { label: event.name, href: back },
          { label: person.name },
        ]}
        actions={
          <DoButton
            organisation={organisation}
            act={removePerson}
            input={{ id: entry, expectedVersion: person.version }}
            done={t("person.removed")}
            undo={undoAction}
            then={back}
          >
            {t("person.remove")}
          </DoButton>
        }
      />
      <Card pad className="max-w-3xl">
        <ListedForm
          organisation={organisation}
          back={back}
          consultants={page.consultants}
          languages={languageChoices(await getLocale(), [person.language])}
          edit={editPerson}
          fresh={{ ...facts, separationEventId: id }}
          known={{ id: entry, expectedVersion: person.version, ...facts }}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/separations/[id]/people/[entry]/page", ListedPage);
