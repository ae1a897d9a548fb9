import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { update } from "../../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { EditPerson } from "@/components/people/person-forms";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { onePerson } from "@/lib/people/queries/person";
import { may } from "@/lib/platform/actor";
import { languageChoices } from "@/lib/platform/place-choices";
import { sponsorIndustries } from "@/lib/sponsors/queries/industries";

async function EditPersonPage({ params }: WorkspaceProps<{ person: string }>) {
  const { organisation, person: personId } = await params;
  const t = await getTranslations("people");
  const { person, industries } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "people:write")) notFound();
    const found = await ask(onePerson, { personId });
    return { person: found, industries: found.accompanies ? await ask(sponsorIndustries, {}).catch(() => []) : [] };
  });
  const back = `/${organisation}/people/${personId}`;
  return (
    <>
      <PageHead
        title={t("edit.title")}
        crumbs={[
          { label: t("list.title"), href: `/${organisation}/people` },
          { label: person.name, href: back },
          { label: t("edit.title") },
        ]}
      />
      <Card pad className="max-w-3xl">
        <EditPerson
          organisation={organisation}
          back={back}
          person={{
            personId,
            expectedVersion: person.version,
            name: person.name,
            email: person.email ?? "",
            phone: person.phone ?? "",
            headline: person.headline ?? "",
            location: person.location ?? "",
            ...(person.accompanies ? { languages: person.languages, industries: person.industries } : {}),
          }}
          work={
            person.accompanies ? { languages: languageChoices(await getLocale(), person.languages), industries } : null
          }
          fixedAddress={person.canSignIn || person.status === "invited"}
          update={update}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/people/[person]/edit/page", EditPersonPage);
