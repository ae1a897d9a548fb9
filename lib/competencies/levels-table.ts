import type { competencyOverview } from "@/lib/competencies/queries/overview";

type Overview = NonNullable<Awaited<ReturnType<(typeof competencyOverview)["run"]>>>;

/** The columns of a programme's levels as a file; their words stand under `competencies.file.columns`. */
export const levelsColumns = [
  "cluster",
  "competency",
  "self",
  "consultant",
  "colleagues",
  "colleaguesCount",
  "level",
  "required",
  "importance",
  "missing",
  "weight",
  "first",
  "latest",
] as const;

/**
 * A programme's competencies as rows of a file: what each side sees, colleagues only as far as it was released, what the role aimed at
 * asks for, the gap, and the first look beside the latest. What is not known stays empty.
 */
export function levelsTable({ competencies, gaps, changes }: Overview): Array<Array<string | number | null>> {
  const round = (value: number | null | undefined) =>
    value === null || value === undefined ? null : Math.round(value * 100) / 100;
  return competencies.map(({ key, name, cluster, views, level }) => {
    const seenBy = (source: string) => views.find((view) => view.source === source);
    const gap = gaps.find((one) => one.key === key);
    const change = changes.find((one) => one.key === key);
    return [
      ...[cluster, name],
      ...[round(seenBy("self")?.level), round(seenBy("consultant")?.level), round(seenBy("raters")?.level)],
      ...[seenBy("raters")?.count ?? null, round(level), gap?.required ?? null, gap?.importance ?? null],
      ...[gap && gap.level !== null ? round(gap.missing) : null, gap && gap.level !== null ? round(gap.weight) : null],
      ...[round(change?.before), round(change?.after)],
    ];
  });
}
