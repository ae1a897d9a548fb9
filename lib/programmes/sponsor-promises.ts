import "server-only";
import { and, eq, gte, inArray, sql } from "drizzle-orm";
import { slaClocks } from "@/db/schema/sla";
import type { QueryContext } from "@/lib/platform/operation";
import { momentsOf, readPeriod } from "@/lib/platform/period";
import { civilDate } from "@/lib/platform/civil-dates";
import { mayTellOver } from "@/lib/sponsors/rules/discloseable";
import { isMetricKey, type MetricKey } from "@/lib/sla/metric-keys";
import { complianceOf } from "@/lib/sla/rules/compliance";

/** How many promises of a kind were kept to a sponsor's people; the number is null where it would be over too few of them. */
export interface SponsorPromise {
  metric: MetricKey;
  kept: { met: number; decided: number; share: number } | null;
}

/**
 * The last twelve months, each kind of promise for itself: no total is told, from which one that is kept back could be worked out.
 * Nobody consents to these numbers, so at least five people stand behind each.
 */
export async function sponsorPromises(context: QueryContext, sponsorId: string): Promise<SponsorPromise[]> {
  const { tx, now, organisation } = context;
  const { start } = momentsOf(readPeriod("12m", civilDate(now, organisation.timeZone)), organisation.timeZone);
  const counted = (state: string) => sql<number>`count(*) filter (where ${slaClocks.state} = ${state})::int`;
  const rows = await tx
    .select({
      metric: slaClocks.metric,
      people: sql<number>`count(distinct ${slaClocks.personId})::int`,
      met: counted("met"),
      breached: counted("breached"),
    })
    .from(slaClocks)
    .where(
      and(
        eq(slaClocks.sponsorId, sponsorId),
        gte(slaClocks.decidedAt, start),
        inArray(slaClocks.state, ["met", "breached"]),
      ),
    )
    .groupBy(slaClocks.metric)
    .orderBy(slaClocks.metric);
  return rows.flatMap(({ metric, people, met, breached }) => {
    if (!isMetricKey(metric)) return [];
    const { share } = complianceOf({ met, breached, excluded: 0 });
    return [
      { metric, kept: share !== null && mayTellOver(people, 0) ? { met, decided: met + breached, share } : null },
    ];
  });
}
