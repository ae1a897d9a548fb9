import { getFormatter, getTranslations } from "next-intl/server";
import { withMessages } from "@/components/frame/with-messages";
import { PrintButton } from "@/components/sponsors/print-button";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { QuarterCard } from "@/components/sponsors/quarter-card";
import { EngagementRows } from "@/components/sponsors/engagement-rows";
import { SponsorKeyFigures, SponsorStages } from "@/components/sponsors/sponsor-figures";
import { SponsorPromises } from "@/components/sponsors/sponsor-promises";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkTabs } from "@/components/ui/link-tabs";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { brandingOf } from "@/lib/organisations/branding";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { sponsorReport } from "@/lib/programmes/queries/sponsor-report";
import { landedIn, lastQuarters } from "@/lib/programmes/sponsor-figures";

export async function generateMetadata() {
  return { title: (await getTranslations("sponsors.figures"))("reportTitle") };
}

/** What a sponsor takes to those who pay: its figures on paper, with the firm's name, logo and colour. */
async function SponsorReportPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("sponsors.figures");
  const format = await getFormatter();
  const { sponsor, companies, firm, logo } = await readPage(organisation, async (context) => {
    if (!may(context.actor, "sponsor-report:read")) throw notFound("this page");
    const report = await context.ask(
      sponsorReport,
      typeof search.sponsor === "string" ? { sponsorId: search.sponsor } : {},
    );
    if (!report.sponsor) throw notFound("this page");
    const { settings, name } = context.organisation;
    return { ...report, sponsor: report.sponsor, firm: name, logo: brandingOf(settings).logoFileId };
  });
  const quarters = lastQuarters(sponsor.quarter, 4);
  const quarter = quarters.find((one) => one === search.quarter) ?? sponsor.quarter;
  const address = (id: string, when: string) => `/${organisation}/sponsor-report?sponsor=${id}&quarter=${when}`;
  return (
    <article className="mx-auto max-w-4xl print:max-w-none">
      <header className="mb-6 flex items-start gap-x-6 gap-y-3 border-b-2 border-primary pb-4 phone:flex-wrap">
        <div className="min-w-0 flex-1 phone:basis-full">
          <p className="text-sm text-muted-foreground">{t("by", { firm, sponsor: sponsor.name })}</p>
          <h1 className="font-title text-2xl phone:text-[1.625rem] phone:leading-8">{sponsor.name}</h1>
          <p className="text-muted-foreground">{t("asOf", { day: civilDay(format, sponsor.today) })}</p>
        </div>
        {logo ? (
          <img src={`/api/files/${organisation}/${logo}`} alt={firm} className="h-12 w-auto phone:me-auto" />
        ) : (
          <span className="font-title text-lg text-primary phone:me-auto">{firm}</span>
        )}
        <PrintButton label={t("print")} />
      </header>
      {companies.length > 1 ? (
        <LinkTabs
          className="mb-5 print:hidden"
          label={t("company")}
          tabs={companies.map(({ id, name }) => ({
            href: address(id, quarter),
            label: name,
            current: id === sponsor.id,
          }))}
        />
      ) : null}
      <div className="grid gap-6">
        <SponsorKeyFigures figures={sponsor.figures} />
        <section className="grid gap-3">
          <LinkTabs
            className="print:hidden"
            label={t("quarterLabel")}
            tabs={quarters.map((one) => ({
              href: address(sponsor.id, one),
              label: t("quarter", { quarter: one.slice(5), year: one.slice(0, 4) }),
              current: one === quarter,
            }))}
          />
          <QuarterCard
            quarter={quarter}
            billed={sponsor.billed.filter((row) => row.quarter === quarter)}
            landed={landedIn(sponsor.figures, quarter)}
          />
        </section>
        <SponsorPromises promises={sponsor.promises} />
        <SponsorStages figures={sponsor.figures} open={sponsor.open} />
        <Card className="break-inside-avoid">
          <CardHeader>
            <CardTitle>{t("engagements")}</CardTitle>
          </CardHeader>
          {sponsor.engagements.length > 0 ? (
            <EngagementRows organisation={organisation} rows={sponsor.engagements} />
          ) : (
            <p className="px-5 py-4 text-muted-foreground">{t("noEngagements")}</p>
          )}
        </Card>
        <section className="break-inside-avoid text-sm text-muted-foreground">
          <h2 className="font-semibold text-foreground">{t("method")}</h2>
          <p>{t("methodText")}</p>
        </section>
      </div>
    </article>
  );
}

export default withMessages("(workspace)/[organisation]/sponsor-report/page", SponsorReportPage);
