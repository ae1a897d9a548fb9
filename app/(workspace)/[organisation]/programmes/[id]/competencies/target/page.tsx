import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { programmeOfPage } from "../../programme-of-page";
import { choose, write } from "../actions";
import { readOverview } from "../read-overview";
import { TargetChoice } from "@/components/competencies/target-choice";
import { withMessages } from "@/components/frame/with-messages";
import { targetChoices } from "@/lib/competencies/queries/framework";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";

/** The role that a programme's competencies are seen against. */
async function TargetPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { sees } = await programmeOfPage(organisation, id);
  if (!sees.rates) notFound();
  const t = await getTranslations("competencies.target");
  const { overview } = await readOverview(organisation, id);
  if (!overview?.goesOn) notFound();
  const { roles, competencies } = await readPage(organisation, ({ ask }) => ask(targetChoices, { programmeId: id }));
  return (
    <>
      <h2 className="font-title text-xl">{t("title")}</h2>
      <p className="mt-1 mb-5 text-muted-foreground">{t("lede")}</p>
      <TargetChoice
        organisation={organisation}
        programmeId={id}
        here={`/${organisation}/programmes/${id}/competencies`}
        roles={roles}
        competencies={competencies}
        targetId={overview.target?.id ?? null}
        choose={choose}
        write={write}
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/competencies/target/page", TargetPage);
