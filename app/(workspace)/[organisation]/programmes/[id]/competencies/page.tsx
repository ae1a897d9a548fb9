import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { programmeOfPage } from "../programme-of-page";
import { readOverview } from "./read-overview";
import { ChangesList } from "@/components/competencies/changes-list";
import { CompetencyRadar } from "@/components/competencies/competency-radar";
import { GapList } from "@/components/competencies/gap-list";
import { StatusCards } from "@/components/competencies/status-cards";
import { Strengths } from "@/components/competencies/strengths";
import { withMessages } from "@/components/frame/with-messages";
import { InventoriesCard } from "@/components/inventories/inventories-card";
import { RecordColumns } from "@/components/frame/record-columns";
import { SectionHead } from "@/components/frame/section-head";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { inventoriesOf } from "@/lib/inventories/queries/results";

/** What the executive can do, as all sides see it, against the role aimed at. */
async function CompetenciesPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { sees } = await programmeOfPage(organisation, id);
  if (!sees.competencies) notFound();
  const t = await getTranslations("competencies.overview");
  const { overview, now } = await readOverview(organisation, id);
  if (!overview) notFound();
  const { mine, inventories, takesAlong } = await readPage(organisation, async ({ ask, actor }) => ({
    ...(await ask(inventoriesOf, { programmeId: id })),
    takesAlong: may(actor, "exports:run"),
  }));
  const formats = await getTranslations("exports.formats");
  const here = `/${organisation}/programmes/${id}/competencies`;
  const rated = overview.competencies.some(({ level }) => level !== null);
  return (
    <RecordColumns
      facts={
        <>
          <StatusCards overview={overview} here={here} />
          <InventoriesCard mine={mine} inventories={inventories} here={here} />
        </>
      }
    >
      {rated ? (
        <>
          <CompetencyRadar overview={overview} />
          <section>
            <SectionHead title={t("gaps")} />
            {overview.target ? (
              <>
                <p className="-mt-2 mb-3 text-sm text-muted-foreground">{t("gapsMethod")}</p>
                <GapList overview={overview} now={now} />
              </>
            ) : (
              <Notice
                icon="target"
                action={
                  overview.goesOn ? (
                    <LinkButton size="small" href={`${here}/target`}>
                      {t("chooseTarget")}
                    </LinkButton>
                  ) : undefined
                }
              >
                {t("noTarget")}
              </Notice>
            )}
          </section>
          <section>
            <SectionHead title={t("strengths")} />
            <Strengths overview={overview} />
          </section>
          {takesAlong ? (
            <p className="flex flex-wrap items-center gap-x-4 text-sm text-muted-foreground">
              {t("file")}
              {(["csv", "xlsx"] as const).map((format) => (
                <a key={format} href={`${here}/levels?format=${format}`} className="phone:py-3">
                  {formats(format)}
                </a>
              ))}
            </p>
          ) : null}
          {overview.changes.some(({ before, after }) => before !== after) ? (
            <section>
              <SectionHead title={t("changes")} />
              <p className="-mt-2 mb-3 text-sm text-muted-foreground">{t("changesText")}</p>
              <ChangesList overview={overview} />
            </section>
          ) : null}
        </>
      ) : (
        <Card>
          <Empty
            icon="scale"
            title={t("none")}
            action={
              overview.goesOn ? (
                <LinkButton variant="outline" href={`${here}/rate`}>
                  {overview.draft ? t("goOn") : t("begin", { side: overview.side })}
                </LinkButton>
              ) : undefined
            }
          >
            {t("noneText", { side: overview.side })}
          </Empty>
        </Card>
      )}
    </RecordColumns>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/competencies/page", CompetenciesPage);
