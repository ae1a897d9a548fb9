import { getFormatter, getTranslations } from "next-intl/server";
import { Suspense, type ReactNode } from "react";
import { askedScope } from "./asked-scope";
import { figureFilters, type Choices } from "./figure-choices";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { FigureCards } from "@/components/reports/figure-cards";
import { FigureFilters } from "@/components/reports/figure-filters";
import { LandingCurve } from "@/components/reports/landing-curve";
import { MonthByMonth } from "@/components/reports/month-by-month";
import { PhaseDwellChart } from "@/components/reports/phase-dwell-chart";
import { PrintButton } from "@/components/reports/print-button";
import { UnitRates } from "@/components/reports/unit-rates";
import { Empty } from "@/components/states/empty";
import { ChartLoading, FiguresLoading } from "@/components/states/figures-loading";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { civilDate } from "@/lib/platform/civil-dates";
import { timeFromActivation } from "@/lib/reports/definitions/landing";
import { periodOf, type Period } from "@/lib/platform/period";
import { figureChoices } from "@/lib/reports/queries/choices";
import { comparisons, type TopUnits } from "@/lib/reports/queries/comparisons";
import { dashboard } from "@/lib/reports/queries/dashboard";
import type { Figure } from "@/lib/reports/queries/figure";
import { contactFigures, courseFigures, workFigures } from "@/lib/reports/queries/work-figures";
import type { FigureScope } from "@/lib/reports/schemas";

export async function generateMetadata() {
  const t = await getTranslations("reports");
  return { title: t("title") };
}

/**
 * What came of the work: key figures, the landing curve, phases, month by month. What is shown stands in the address. Each part comes
 * when it is counted, so that the slow ones do not hold the first.
 */
async function FiguresPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const { scope, ...asked } = askedScope(await searchParams);
  const { choices, period, at, timeZone } = await readPage(organisation, async (context) => ({
    choices: await context.ask(figureChoices, {}),
    period: periodOf(context, asked.period, asked.compare),
    at: context.now,
    timeZone: context.organisation.timeZone,
  }));
  const t = await getTranslations("reports");
  const format = await getFormatter();
  const today = civilDate(at, timeZone);
  // Who sees one consultant's programmes, the own ones most often, is not told of all.
  const consultant = scope.consultantId ?? (choices.consultants.length === 1 ? choices.consultants[0]?.id : undefined);
  const date = (day: string) => civilDay(format, day, { day: "numeric", month: "long", year: "numeric" });
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t.rich("lede", {
          ...{ from: date(period.from), to: date(period.to), today: String(period.to === today) },
          consultant: consultant ? nameIn(choices.consultants, consultant) : t("filters.allConsultants"),
          sponsor: scope.sponsor ?? t("filters.allSponsors"),
          time: format.dateTime(at, { hour: "numeric", minute: "2-digit", timeZone }),
          b: (chunks) => <b>{chunks}</b>,
        })}
        actions={
          <>
            <LinkButton variant="outline" href={`/${organisation}/figures/definitions`} icon="book-open">
              {t("definitionsLink")}
            </LinkButton>
            <PrintButton>{t("print")}</PrintButton>
          </>
        }
      />
      {choices.consultants.length > 0 ? (
        <>
          <FigureFilters filters={await figureFilters(period, scope, choices)} today={today} />
          <Parts {...{ organisation, period, scope, asked, choices }} />
        </>
      ) : (
        <Card>
          <Empty
            icon="chart-line"
            title={t("empty.title")}
            action={<LinkButton href={`/${organisation}/programmes`}>{t("empty.action")}</LinkButton>}
          >
            {t("empty.text")}
          </Empty>
        </Card>
      )}
    </>
  );
}

interface PartsProps {
  organisation: string;
  period: Period;
  scope: FigureScope;
  asked: { period?: string | undefined; compare?: string | undefined };
  choices: Choices;
}

/** Everything that is counted, part by part as it comes. */
function Parts({ organisation, period, scope, asked, choices }: PartsProps) {
  // All are on their way before the first is waited for; they take turns in the page's one transaction.
  const narrowed = { ...asked, scope };
  const came = readPage(organisation, (context) => context.ask(dashboard, narrowed));
  const goes = readPage(organisation, (context) => context.ask(workFigures, narrowed));
  const close = readPage(organisation, (context) => context.ask(contactFigures, narrowed));
  const went = readPage(organisation, (context) => context.ask(courseFigures, narrowed));
  const beside = readPage(organisation, (context) => context.ask(comparisons, narrowed));
  const shared = { organisation, period, scope };
  const unitRates = (by: "consultant" | "package" | "sponsor" | "industry", units: TopUnits) => (
    <UnitRates
      by={by}
      all={units.all}
      units={units.shown.map((one) => ({
        ...one,
        name: by === "consultant" || by === "package" ? nameIn(choices[`${by}s`], one.unit) : one.unit,
      }))}
    />
  );
  return (
    <>
      <Suspense fallback={<FiguresLoading />}>
        <Later of={came}>
          {({ figures, curve, curveBefore }) => (
            <>
              <FigureCards {...shared} figures={figures} />
              <LandingCurve
                {...{ curve, period, before: curveBefore }}
                version={timeFromActivation.version}
                since={timeFromActivation.since}
              />
            </>
          )}
        </Later>
      </Suspense>
      <div className="grid gap-4">
        {[
          [goes, close],
          [went, close],
        ].map((parts, at) => (
          <Suspense key={at} fallback={<FiguresLoading chart={false} />}>
            <Later of={figuresOf(parts, cards[at]!)}>
              {(figures) => <FigureCards {...shared} figures={figures} />}
            </Later>
          </Suspense>
        ))}
      </div>
      <div className="mt-4 columns-2 gap-4 *:mb-4 *:break-inside-avoid narrow:columns-1">
        <Suspense fallback={<ChartLoading />}>
          <Later of={went}>{({ phases }) => <PhaseDwellChart phases={phases} />}</Later>
        </Suspense>
        <Suspense fallback={<ChartLoading />}>
          <Later of={beside}>
            {(found) => (
              <>
                {unitRates("consultant", found.consultants)}
                {unitRates("package", found.packages)}
                {unitRates("sponsor", found.sponsors)}
                {unitRates("industry", found.industries)}
              </>
            )}
          </Later>
        </Suspense>
      </div>
      <Suspense fallback={<ChartLoading />}>
        <Later of={Promise.all([came, goes])}>
          {([outcome, work]) => <MonthByMonth months={[...outcome.months, work.months]} />}
        </Later>
      </Suspense>
    </>
  );
}

/** The figures below the first ones, in two lines. */
const cards = [
  ["activity-completion", "session-attendance", "session-rating", "engagement", "load"],
  ["days-since-contact", "first-contact", "interviews-per-offer", "time-from-notice", "promoters"],
] as const;

/** Figures of several parts, in the order in which they are named. */
async function figuresOf(parts: readonly Promise<{ figures: Figure[] }>[], keys: readonly string[]): Promise<Figure[]> {
  const all = (await Promise.all(parts)).flatMap(({ figures }) => figures);
  return keys.flatMap((key) => all.find((figure) => figure.key === key) ?? []);
}

const nameIn = (all: readonly { id: string; name: string }[], id: string): string =>
  all.find((one) => one.id === id)?.name ?? "";

/** A part of the page that comes when what it shows has been read. */
async function Later<Found>({ of, children }: { of: Promise<Found>; children: (found: Found) => ReactNode }) {
  return children(await of);
}

export default withMessages("(workspace)/[organisation]/figures/page", FiguresPage);
