import { getTranslations, getFormatter } from "next-intl/server";
import { ChartFrame } from "@/components/charts/chart-frame";
import { Radar, type RadarSeries } from "@/components/competencies/radar";
import { clusterLevel, clusterNeed, clustersOf, extremes, type Overview } from "@/components/competencies/shown";

const looks = { self: "first", consultant: "second", raters: "third" } as const;

/** How each side sees the clusters, with what the target role asks for as a thin line. */
export async function CompetencyRadar({ overview }: { overview: Overview }) {
  const t = await getTranslations("competencies.overview");
  const sources = await getTranslations("competencies.sources");
  const format = await getFormatter();
  const { competencies, framework, target, side } = overview;
  const clusters = clustersOf(competencies);
  const { best, gap } = extremes(overview);
  const views = (["self", "consultant", "raters"] as const).map((source): RadarSeries => ({
    name: sources(source, { mine: String(side === "self") }),
    look: looks[source],
    values: clusters.map((cluster) => clusterLevel(competencies, cluster, source)),
  }));
  const series = [
    ...views,
    ...(target
      ? [
          {
            name: t("role"),
            look: "target" as const,
            values: clusters.map((cluster) => clusterNeed(overview, cluster)),
          },
        ]
      : []),
  ].filter(({ values }) => values.some((value) => value !== null));
  const say = (value: number | null) =>
    value === null ? "–" : format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <ChartFrame
      title={t("radarTitle", { best: best ?? "none", gap: gap ?? "none" })}
      method={t("radarMethod", { role: target?.name ?? "none" })}
      note={t("framework", { number: framework.number, current: String(framework.current) })}
      table={{
        head: [t("cluster"), ...series.map(({ name }) => name)],
        rows: clusters.map((cluster, at) => [cluster, ...series.map(({ values }) => say(values[at] ?? null))]),
      }}
    >
      <Radar axes={clusters} series={series} />
    </ChartFrame>
  );
}
