import type { competencyOverview } from "@/lib/competencies/queries/overview";

export type Overview = NonNullable<Awaited<ReturnType<(typeof competencyOverview)["run"]>>>;

type Shown = Overview["competencies"][number];
type Source = Shown["views"][number]["source"];

/** Names of clusters, in the framework's order. */
export const clustersOf = (competencies: ReadonlyArray<{ cluster: string }>): string[] => [
  ...new Set(competencies.map(({ cluster }) => cluster)),
];

/** Mean level of a cluster as one side sees it; null where that side rated nothing in it. */
export function clusterLevel(competencies: readonly Shown[], cluster: string, source: Source): number | null {
  const given = competencies
    .filter((one) => one.cluster === cluster)
    .flatMap(({ views }) => views.filter((view) => view.source === source).map(({ level }) => level));
  return meanOf(given);
}

/** Mean level that a role asks for in a cluster; null where it asks for nothing there. */
export const clusterNeed = ({ competencies, target }: Overview, cluster: string): number | null =>
  meanOf(
    competencies.filter((one) => one.cluster === cluster).flatMap(({ key }) => target?.requirements[key]?.level ?? []),
  );

/** The cluster that is seen highest, and the one whose gaps weigh most. */
export function extremes({ competencies, gaps }: Overview): { best: string | null; gap: string | null } {
  const clusterOf = new Map(competencies.map(({ key, cluster }) => [key, cluster]));
  const seen = clustersOf(competencies).map((cluster) => ({
    cluster,
    level: meanOf(competencies.filter((one) => one.cluster === cluster).flatMap(({ level }) => level ?? [])) ?? 0,
  }));
  const weight = (cluster: string) =>
    gaps.filter(({ key }) => clusterOf.get(key) === cluster).reduce((sum, gap) => sum + gap.weight, 0);
  const best = [...seen].sort((left, right) => right.level - left.level)[0];
  const gap = [...seen].sort((left, right) => weight(right.cluster) - weight(left.cluster))[0];
  return {
    best: best && best.level > 0 ? best.cluster : null,
    gap: gap && weight(gap.cluster) > 0 && gap.cluster !== best?.cluster ? gap.cluster : null,
  };
}

const meanOf = (given: readonly number[]): number | null =>
  given.length > 0 ? given.reduce((sum, level) => sum + level, 0) / given.length : null;
