import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { askedScope } from "./asked-scope";
import { KeyFigures } from "@/components/charts/key-figures";
import { PageHead } from "@/components/frame/page-head";
import { FigureFilters, type FigureFilter } from "@/components/reports/figure-filters";
import { fewBelow, figureWords } from "@/components/reports/figure-words";
import { LandingCurve } from "@/components/reports/landing-curve";
import { MonthByMonth } from "@/components/reports/month-by-month";
import { PhaseDwellChart } from "@/components/reports/phase-dwell-chart";
import { PrintButton } from "@/components/reports/print-button";
import { rowsHref } from "@/components/reports/rows-href";
import { UnitRates } from "@/components/reports/unit-rates";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { civilDate } from "@/lib/programmes/dates";
import { definitionOf } from "@/lib/reports/definitions/all";
import { periodKeys } from "@/lib/reports/period";
import { dashboard, figureChoices } from "@/lib/reports/queries/dashboard";
import type { Figure } from "@/lib/reports/queries/figure";

/** Those that say most stand first and large. */
const first = ["landing-rate", "time-to-landing", "satisfaction", "pay-replacement"];
const second = [
  "engagement",
  "activity-completion",
  "load",
  "days-since-contact",
  "first-contact",
  "time-from-notice",
  "promoters",
];

export async function generateMetadata() {
  const t = await getTranslations("reports");
  return { title: t("title") };
}

/** What came of the work: key figures, the landing curve, phases, month by month. What is shown stands in the address. */
export default async function FiguresPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const { period: asked, scope } = askedScope(await searchParams);
  const { found, choices, at, timeZone } = await readPage(organisation, async (context) => ({
    found: await context.ask(dashboard, { ...(asked ? { period: asked } : {}), scope }),
    choices: await context.ask(figureChoices, {}),
    at: context.now,
    timeZone: context.organisation.timeZone,
  }));
  const words = await figureWords();
  const { t } = words;
  const format = await getFormatter();
  const { period, figures, curve } = found;
  const today = civilDate(at, timeZone);
  const date = (day: string) =>
    format.dateTime(new Date(`${day}T12:00Z`), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const nameOf = (all: readonly { id: string; name: string }[], id: string) =>
    all.find((one) => one.id === id)?.name ?? "";
  const shownFigure = (key: string) => {
    const figure = figures.find((one) => one.key === key);
    const definition = definitionOf(key);
    if (!figure || !definition) return [];
    return [
      {
        label: words.name(key),
        value: words.value(figure),
        unit: words.unit(figure),
        of: words.of(figure),
        compare: <Compare figure={figure} words={words} />,
        rows:
          figure.now.counted > 0 ? (
            <Link
              href={rowsHref(organisation, definition, period, scope)}
              className="inline-flex items-center gap-1.5 print:hidden"
            >
              <Icon name="table-2" size="small" />
              {t("showRows")}
              <span className="sr-only">: {words.name(key)}</span>
            </Link>
          ) : undefined,
      },
    ];
  };
  const filter = (
    key: string,
    value: string | undefined,
    options: readonly { value: string; label: string }[],
  ): FigureFilter[] =>
    options.length > 1 || value
      ? [
          {
            key,
            label: t(`filters.${key}`),
            value: value ?? "",
            options: [{ value: "", label: t("filters.all") }, ...options],
          },
        ]
      : [];
  const custom = `${period.from}..${period.to}`;
  const known = periodKeys.some((key) => key === period.key);
  const filters: FigureFilter[] = [
    {
      ...{ key: "period", label: t("filters.period"), value: period.key },
      options: [
        ...periodKeys.map((key) => ({ value: key as string, label: t(`periods.${key}`) })),
        ...(known
          ? []
          : [{ value: custom, label: t("periods.days", { from: date(period.from), to: date(period.to) }) }]),
      ],
    },
    ...filter(
      "consultant",
      scope.consultantId,
      choices.consultants.map(({ id, name }) => ({ value: id, label: name })),
    ),
    ...filter("sponsor", scope.sponsor, choices.sponsors.map(asOption)),
    ...filter("industry", scope.industry, choices.industries.map(asOption)),
    ...filter(
      "package",
      scope.packageId,
      choices.packages.map(({ id, name }) => ({ value: id, label: name })),
    ),
  ];
  const unitRates = (
    by: "consultant" | "package" | "sponsor" | "industry",
    units: typeof found.consultants,
    all: readonly { id: string; name: string }[],
  ) => <UnitRates by={by} units={units.map((one) => ({ ...one, name: nameOf(all, one.unit) }))} />;
  const curveOf = definitionOf("time-to-landing");
  const anything = figures.some(({ now, before }) => now.counted > 0 || (before?.counted ?? 0) > 0);
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t.rich("lede", {
          ...{ counted: curve.counted, from: date(period.from), to: period.to === today ? "today" : date(period.to) },
          today: String(period.to === today),
          consultant: scope.consultantId
            ? nameOf(choices.consultants, scope.consultantId)
            : t("filters.allConsultants"),
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
      <FigureFilters filters={filters} from={period.from} to={period.to} today={today} />
      {anything ? (
        <>
          <KeyFigures figures={first.flatMap(shownFigure)} />
          {curveOf ? (
            <LandingCurve
              curve={curve}
              before={found.curveBefore}
              period={period}
              version={curveOf.version}
              since={curveOf.since}
            />
          ) : null}
          <KeyFigures figures={second.flatMap(shownFigure).slice(0, 4)} />
          <div className="mt-4 grid grid-cols-2 items-start gap-4 narrow:grid-cols-1">
            <div className="grid gap-4">
              <PhaseDwellChart phases={found.phases} />
            </div>
            <div className="grid gap-4">
              {unitRates("consultant", found.consultants, choices.consultants)}
              {unitRates("package", found.packages, choices.packages)}
            </div>
            <div className="grid gap-4">{unitRates("sponsor", found.sponsors, asChoices(choices.sponsors))}</div>
            <div className="grid gap-4">{unitRates("industry", found.industries, asChoices(choices.industries))}</div>
          </div>
          <MonthByMonth months={found.months} />
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

const asChoices = (names: readonly string[]) => names.map((name) => ({ id: name, name }));
const asOption = (name: string) => ({ value: name, label: name });

/** Against the period before; a figure that rests on few says so instead. */
function Compare({ figure, words }: { figure: Figure; words: Awaited<ReturnType<typeof figureWords>> }) {
  if (figure.now.counted > 0 && figure.now.counted < fewBelow)
    return <>{words.t("few", { counted: figure.now.counted })}</>;
  const change = words.change(figure);
  return change ? (
    <>
      <Icon name={change.icon} size="small" />
      {change.words}
    </>
  ) : null;
}
