import "server-only";
import { and, asc, isNull } from "drizzle-orm";
import { slaClocks } from "@/db/schema/sla";
import type { QueryContext } from "@/lib/platform/operation";
import { expectedClocks } from "./expected-clocks";
import { allMeasures } from "./measures";
import { policiesOverTime, type PoliciesOverTime } from "./policies-over-time";
import { isOtherwise, pairsOf, summaryOf, type Comparison, type ComparisonSummary } from "./rules/compare";
import { dateOf, type Moment } from "./rules/moment";
import { visibleClocks } from "./visibility";

/** What would become of the clocks that run. */
export interface WhatIf extends ComparisonSummary {
  /** There are more than were looked at; these are due first. */
  more: boolean;
  /** Some that would be otherwise, the first due first. */
  changed: ChangedClock[];
}

export interface ChangedClock {
  id: string;
  metric: string;
  title: string;
  before: Date | null;
  after: Date | null;
  /** Whether it would be too late though it is not now. */
  late: boolean;
}

/** How many open clocks are worked out anew, how many of them together, and how many are named. */
const [most, atOnce, named] = [2000, 200, 6];

/** Replays the clocks that run as they are and as they would be. Nothing is stored. */
export async function whatIf(
  context: QueryContext,
  otherwise: (policies: PoliciesOverTime) => PoliciesOverTime,
): Promise<WhatIf> {
  const rows = await context.tx
    .select({ id: slaClocks.id, metric: slaClocks.metric, entityId: slaClocks.entityId, cycle: slaClocks.cycle })
    .from(slaClocks)
    .where(and(isNull(slaClocks.stoppedAt), visibleClocks(context.actor)))
    .orderBy(asc(slaClocks.dueAt), asc(slaClocks.id))
    .limit(most + 1);
  const open = rows.slice(0, most);
  const policies = await policiesOverTime(context);
  const changed = otherwise(policies);
  const compared: (Comparison & { id: string; metric: string; entityId: string })[] = [];
  for (const measured of (await allMeasures()).values()) {
    const ofMetric = open.filter(({ metric }) => metric === measured.key);
    for (let start = 0; start < ofMetric.length; start += atOnce) {
      const some = ofMetric.slice(start, start + atOnce);
      const ids = [...new Set(some.map(({ entityId }) => entityId))];
      const before = await expectedClocks({ ...context }, measured, ids, policies);
      const after = await expectedClocks({ ...context }, measured, ids, changed);
      for (const { id, metric, entityId, cycle } of some)
        for (const pair of pairsOf(before.get(entityId)?.clocks ?? [], after.get(entityId)?.clocks ?? []))
          if (pair.before.cycle === cycle) compared.push({ ...pair, id, metric, entityId });
    }
  }
  const different = compared
    .filter(isOtherwise)
    .sort((one, other) => (one.before.dueAt ?? Infinity) - (other.before.dueAt ?? Infinity));
  return {
    ...summaryOf(compared),
    more: rows.length > most,
    changed: await nameThem(context, different.slice(0, named)),
  };
}

async function nameThem(
  context: QueryContext,
  some: readonly (Comparison & { id: string; metric: string; entityId: string })[],
): Promise<ChangedClock[]> {
  const measures = await allMeasures();
  const changed: ChangedClock[] = [];
  for (const { id, metric, entityId, before, after } of some)
    changed.push({
      ...{ id, metric, before: dateOrNull(before.dueAt), after: dateOrNull(after.dueAt) },
      title: (await measures.get(metric)!.titles({ ...context }, [entityId])).get(entityId)?.title ?? "",
      late: after.state === "breached" && before.state !== "breached",
    });
  return changed;
}

const dateOrNull = (moment: Moment | null): Date | null => (moment === null ? null : dateOf(moment));
