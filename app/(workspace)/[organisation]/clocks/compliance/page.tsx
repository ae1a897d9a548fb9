import { getFormatter, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { KeyFigures } from "@/components/charts/key-figures";
import { FigureFilters } from "@/components/reports/figure-filters";
import { ComplianceTable } from "@/components/sla/compliance-table";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { civilDate } from "@/lib/platform/civil-dates";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { periodKeys } from "@/lib/platform/period";
import { notFound } from "@/lib/platform/refusal";
import { dimensions } from "@/lib/sla/kept";
import { promisesKept } from "@/lib/sla/queries/compliance";

export async function generateMetadata() {
  return { title: (await getTranslations("sla.kept"))("title") };
}

/** How many promises were kept: by what was promised, who answers, who pays and when, with the promises behind each number. */
async function CompliancePage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const text = (key: string) => (typeof search[key] === "string" ? search[key] : undefined);
  const by = dimensions.find((one) => one === text("by")) ?? "metric";
  const { found, today } = await readPage(organisation, async (context) => {
    if (!may(context.actor, promisesKept.permission)) throw notFound("this page");
    return {
      found: await context.ask(promisesKept, { by, period: text("period") }),
      today: civilDate(context.now, context.organisation.timeZone),
    };
  });
  const t = await getTranslations("sla.kept");
  const periods = await getTranslations("reports");
  const format = await getFormatter();
  const { period, all, rows, groups } = found;
  const here = `/${organisation}/clocks/compliance`;
  const range = `${period.from}..${period.to}`;
  const date = (day: string) => civilDay(format, day, { day: "numeric", month: "long", year: "numeric" });
  const behind = (standing: string, count: number) =>
    count > 0 ? (
      <Link href={`/${organisation}/clocks?f.decided=${range}&f.standing=${standing}`}>{t("rows")}</Link>
    ) : undefined;
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede", { from: date(period.from), to: date(period.to) })}
        crumbs={[{ label: t("clocks"), href: `/${organisation}/clocks` }, { label: t("title") }]}
      />
      <FigureFilters
        today={today}
        filters={[
          {
            ...{ key: "period", label: periods("filters.period"), value: period.key, days: period },
            options: [
              ...periodKeys.map((key) => ({ value: key as string, label: periods(`periods.${key}`) })),
              ...(periodKeys.some((key) => key === period.key)
                ? []
                : [{ value: range, label: periods("periods.days", { from: date(period.from), to: date(period.to) }) }]),
            ],
          },
        ]}
      />
      {all.met + all.breached + all.excluded === 0 ? (
        <Card>
          <Empty icon="timer" title={t("empty")}>
            {t("emptyText")}
          </Empty>
        </Card>
      ) : (
        <>
          <KeyFigures
            figures={[
              {
                label: t("share"),
                value:
                  all.share === null ? "–" : format.number(all.share, { style: "percent", maximumFractionDigits: 1 }),
                of: t("of", { met: all.met, decided: all.met + all.breached }),
              },
              { label: t("met"), value: format.number(all.met), rows: behind("kept", all.met) },
              { label: t("missed"), value: format.number(all.breached), rows: behind("late,missed", all.breached) },
              { label: t("excluded"), value: format.number(all.excluded), rows: behind("excluded", all.excluded) },
            ]}
          />
          <LinkTabs
            className="mt-6 mb-4"
            label={t("by")}
            tabs={dimensions.map((one) => ({
              href: `${here}?${new URLSearchParams({ ...(text("period") ? { period: text("period")! } : {}), by: one }).toString()}`,
              label: t(`dimensions.${one}`),
              current: one === by,
            }))}
          />
          <ComplianceTable {...{ organisation, by, rows, groups, period }} />
        </>
      )}
      <p className="mt-4 max-w-[100ch] text-sm text-muted-foreground">{t("method")}</p>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/clocks/compliance/page", CompliancePage);
