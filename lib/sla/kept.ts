import "server-only";
import { and, gte, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import { slaClocks } from "@/db/schema/sla";
import type { QueryContext } from "@/lib/platform/operation";
import { momentsOf, type DayRange } from "@/lib/platform/period";

/** What compliance is broken down by. */
export const dimensions = ["metric", "policy", "responsible", "sponsor", "month"] as const;
export type Dimension = (typeof dimensions)[number];

/** From the first moment to before the last one. */
export interface Stretch {
  start: Date;
  end: Date;
}

/** What a clock is counted under: a metric, an id, the first day of a month; "none" for clocks without. */
export const keyOf = {
  metric: () => sql`${slaClocks.metric}`,
  policy: () => sql`${slaClocks.policyId}::text`,
  responsible: () => sql`coalesce(${slaClocks.responsibleId}::text, 'none')`,
  sponsor: () => sql`coalesce(${slaClocks.sponsorId}::text, 'none')`,
  month: (timeZone: string) => sql`to_char(${slaClocks.decidedAt} at time zone ${timeZone}, 'YYYY-MM-01')`,
} satisfies Record<Dimension, (timeZone: string) => SQL>;

const countOf = (state: string) => sql<number>`count(*) filter (where ${slaClocks.state} = ${state})::int`;

/** How many clocks of a group were decided how. */
export const counts = { met: countOf("met"), breached: countOf("breached"), excluded: countOf("excluded") };

/** Clocks that were decided within one of some stretches: met, or late for the first time. */
export const decidedWithin = (stretches: readonly Stretch[]): SQL =>
  and(
    or(...stretches.map(({ start, end }) => and(gte(slaClocks.decidedAt, start), lt(slaClocks.decidedAt, end)))) ??
      sql`false`,
    inArray(slaClocks.state, ["met", "breached", "excluded"]),
  )!;

/** Clocks that were decided within some days of the organisation. */
export const decidedIn = (range: DayRange, { organisation }: Pick<QueryContext, "organisation">): SQL =>
  decidedWithin([momentsOf(range, organisation.timeZone)]);
