import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { deactivate, handOverAll } from "../../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { DeactivatePerson } from "@/components/people/deactivate-person";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { onePerson } from "@/lib/people/queries/person";
import { may } from "@/lib/platform/actor";
import { consultants } from "@/lib/programmes/queries/consultants";
import { moduleIsOn } from "@/lib/platform/plans";

/** Ends somebody's access; what they look after is handed over first. */
async function DeactivatePage({ params }: WorkspaceProps<{ person: string }>) {
  const { organisation, person: personId } = await params;
  const t = await getTranslations("people");
  const { person, others } = await readPage(organisation, async ({ ask, actor, organisation: firm }) => {
    const found = await ask(onePerson, { personId });
    if (!may(actor, "people:write") || found.status !== "active" || found.id === actor.personId) notFound();
    const handsOver = found.caseload > 0 && moduleIsOn(firm, "programmes") && may(actor, "programmes:handover");
    return {
      person: found,
      others: handsOver ? (await ask(consultants, {})).filter(({ id }) => id !== personId) : [],
    };
  });
  const back = `/${organisation}/people/${personId}`;
  return (
    <>
      <PageHead
        title={t("deactivate.title", { name: person.name })}
        lede={t("deactivate.lede")}
        crumbs={[
          { label: t("list.title"), href: `/${organisation}/people` },
          { label: person.name, href: back },
          { label: t("deactivate.crumb") },
        ]}
      />
      <Card pad className="max-w-3xl">
        <DeactivatePerson
          organisation={organisation}
          back={back}
          person={{ id: personId, version: person.version, name: person.name, caseload: person.caseload }}
          consultants={others}
          deactivate={deactivate}
          handOverAll={handOverAll}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/people/[person]/deactivate/page", DeactivatePage);
