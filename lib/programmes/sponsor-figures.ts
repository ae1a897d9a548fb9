import { daysBetween } from "@/lib/platform/civil-dates";
import {
  discloseable,
  discloseableTotal,
  mayTellOver,
  smallestGroup,
  type Group,
} from "@/lib/sponsors/rules/discloseable";

/** What the figures know of one programme. Nothing that says whose it is. */
export interface FigureRow {
  state: string;
  phase: string;
  phasePosition: number;
  /** Civil dates in the organisation's zone. */
  activatedOn: string | null;
  landedOn: string | null;
  /** 0 to 10. */
  satisfaction: number | null;
  /** Whether the executive said that the sponsor may know their stage. */
  consents: boolean;
}

export const standings = ["starting", "running", "landed", "ended"] as const;
export type Standing = (typeof standings)[number];

/** A number of people; null where it would tell of too few who kept silent. */
export type Told = number | null;

/** Where a programme stands, as a sponsor counts: before its activation, going on, landed (also when it ended since), or ended without. */
export function standingOf({ state, landedOn }: Pick<FigureRow, "state" | "landedOn">): Standing {
  if (landedOn) return "landed";
  if (state === "invited" || state === "intake") return "starting";
  return state === "active" || state === "paused" ? "running" : "ended";
}

/** The quarter of a civil date: "2026-Q3". */
export const quarterOf = (date: string): string => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** How many landed in a quarter: 0 in one that holds nobody, null where it may not be told. */
export function landedIn(figures: SponsorFigures, quarter: string): Told {
  if (figures.standings.find(({ key }) => key === "landed")?.people === null) return null;
  const people = figures.landedByQuarter[quarter];
  return people === undefined ? 0 : people;
}

/** So many quarters back, the present one first. */
export function lastQuarters(present: string, many: number): string[] {
  const [year = 0, quarter = 1] = present.split("-Q").map(Number);
  return Array.from({ length: many }, (_, back) => {
    const at = year * 4 + quarter - 1 - back;
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  });
}

/**
 * A sponsor's figures. Each table is told as one whole (`discloseable`), and a table within another (phases within those that run, quarters
 * within those that landed) only where the number that it divides is told: so no two of them can be subtracted from one another.
 */
export function figuresOf(rows: readonly FigureRow[]) {
  const byStanding = tabled(rows, standingOf, standings);
  const inStanding = (standing: Standing) => rows.filter((row) => standingOf(row) === standing);
  const within = <Key extends string>(standing: Standing, key: (row: FigureRow) => Key) =>
    byStanding.get(standing) === null ? new Map<Key, Told>() : tabled(inStanding(standing), key);
  const landed = inStanding("landed");
  const days = landed.flatMap((row) =>
    row.activatedOn && row.landedOn ? [{ row, value: Math.max(daysBetween(row.activatedOn, row.landedOn), 0) }] : [],
  );
  const content = landed.flatMap((row) => (row.satisfaction === null ? [] : [{ row, value: row.satisfaction }]));
  return {
    total: discloseableTotal(groupsOf(rows, () => "all")),
    standings: standings.map((key) => ({ key, people: byStanding.get(key) ?? null })),
    phases: phasesOf(
      inStanding("running"),
      within("running", ({ phase }) => phase),
    ),
    landedByQuarter: Object.fromEntries(within("landed", ({ landedOn }) => quarterOf(landedOn!))),
    daysToLanding: overEnough(days, median),
    // Who lets the company know the stage said nothing of how content they are: over fewer than five it is told of nobody.
    satisfaction: content.length < smallestGroup ? null : overEnough(content, mean),
  };
}

export type SponsorFigures = ReturnType<typeof figuresOf>;

function phasesOf(running: readonly FigureRow[], told: ReadonlyMap<string, Told>) {
  const first = (name: string) =>
    Math.min(...running.filter(({ phase }) => phase === name).map((row) => row.phasePosition));
  return [...told]
    .map(([name, people]) => ({ name, people }))
    .sort((one, other) => first(one.name) - first(other.name));
}

function tabled<Key extends string>(
  rows: readonly FigureRow[],
  key: (row: FigureRow) => Key,
  all: readonly Key[] = [],
): Map<Key, Told> {
  return discloseable(groupsOf(rows, key, all)) as Map<Key, Told>;
}

function groupsOf(rows: readonly FigureRow[], key: (row: FigureRow) => string, all: readonly string[] = []): Group[] {
  const groups = new Map<string, Group>(all.map((name) => [name, { key: name, people: 0, consenting: 0 }]));
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name) ?? { key: name, people: 0, consenting: 0 };
    groups.set(name, { ...group, people: group.people + 1, consenting: group.consenting + (row.consents ? 1 : 0) });
  }
  return [...groups.values()];
}

/** A figure with the number of people behind it; null over too few. */
function overEnough(
  found: ReadonlyArray<{ row: FigureRow; value: number }>,
  of: (values: number[]) => number,
): { value: number; people: number } | null {
  const consenting = found.filter(({ row }) => row.consents).length;
  if (found.length === 0 || !mayTellOver(found.length, consenting)) return null;
  return { value: of(found.map(({ value }) => value)), people: found.length };
}

const mean = (values: number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
