import { getTranslations } from "next-intl/server";
import { calledName, partOfDay, type HomeProps } from "./home";
import { PageHead } from "@/components/frame/page-head";
import { RecordColumns } from "@/components/frame/record-columns";
import { EngagementRows, type EngagementRow } from "@/components/sponsors/engagement-rows";
import { SponsorKeyFigures, SponsorStages, type OpenStage } from "@/components/sponsors/sponsor-figures";
import { SponsorPromises } from "@/components/sponsors/sponsor-promises";
import { Empty } from "@/components/states/empty";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { SponsorFigures } from "@/lib/programmes/sponsor-figures";
import type { SponsorPromise } from "@/lib/programmes/sponsor-promises";

export interface SponsorHomeProps extends HomeProps {
  report: {
    companies: ReadonlyArray<{ id: string; name: string }>;
    sponsor: {
      id: string;
      name: string;
      figures: SponsorFigures;
      open: readonly OpenStage[];
      engagements: readonly EngagementRow[];
      promises: readonly SponsorPromise[];
    } | null;
  };
}

/** Where a sponsor arrives: how the programmes stand that their company pays for, as figures. */
export async function SponsorHome({ organisation, person, at, report }: SponsorHomeProps) {
  const t = await getTranslations("sponsors.figures");
  const greet = await getTranslations("programmes.home");
  const { sponsor, companies } = report;
  const title = greet(partOfDay(at, person.timeZone), { name: calledName(person.name) });
  if (!sponsor)
    return (
      <>
        <PageHead title={title} />
        <Card className="max-w-3xl">
          <Empty icon="building-2" title={t("none")}>
            {t("noneText")}
          </Empty>
        </Card>
      </>
    );
  return (
    <>
      <PageHead
        title={title}
        lede={t("homeLede", { sponsor: sponsor.name })}
        actions={
          <LinkButton variant="primary" href={`/${organisation}/sponsor-report?sponsor=${sponsor.id}`} icon="printer">
            {t("open")}
          </LinkButton>
        }
      />
      {companies.length > 1 ? (
        <LinkTabs
          className="mb-5"
          label={t("company")}
          tabs={companies.map(({ id, name }) => ({
            href: `/${organisation}?sponsor=${id}`,
            label: name,
            current: id === sponsor.id,
          }))}
        />
      ) : null}
      <div className="grid gap-6">
        <SponsorKeyFigures figures={sponsor.figures} />
        <RecordColumns
          facts={
            <Card>
              <CardHeader>
                <CardTitle>{t("engagements")}</CardTitle>
              </CardHeader>
              {sponsor.engagements.length > 0 ? (
                <EngagementRows organisation={organisation} rows={sponsor.engagements} narrow />
              ) : (
                <p className="px-5 py-4 text-muted-foreground">{t("noEngagements")}</p>
              )}
            </Card>
          }
        >
          <SponsorStages figures={sponsor.figures} open={sponsor.open} />
          <SponsorPromises promises={sponsor.promises} />
        </RecordColumns>
      </div>
    </>
  );
}
