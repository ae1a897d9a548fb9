import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { addPerson } from "../../../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { ListedForm } from "@/components/sponsors/listed-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { languageChoices } from "@/lib/platform/place-choices";
import { consultants } from "@/lib/programmes/queries/consultants";
import { oneSeparation } from "@/lib/sponsors/queries/separation";

/** One more person for the list of an event. */
async function NewListedPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("separations");
  const page = await readPage(organisation, async ({ actor, ask }) => {
    if (!may(actor, "separations:write")) notFound();
    return { event: await ask(oneSeparation, { id }), consultants: await ask(consultants, {}) };
  });
  const back = `/${organisation}/separations/${id}`;
  return (
    <>
      <PageHead
        title={t("person.new")}
        lede={t("person.newLede")}
        crumbs={[
          { label: t("title"), href: `/${organisation}/separations` },
          { label: page.event.name, href: back },
          { label: t("person.new") },
        ]}
      />
      <Card pad className="max-w-3xl">
        <ListedForm
          organisation={organisation}
          back={back}
          consultants={page.consultants}
          languages={languageChoices(await getLocale())}
          add={addPerson}
          fresh={{
            ...{ separationEventId: id, name: "", email: "", lastRole: "", place: page.event.place },
            ...{ noticeOn: page.event.handOverOn, language: "", consultantId: "" },
          }}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/separations/[id]/people/new/page", NewListedPage);
