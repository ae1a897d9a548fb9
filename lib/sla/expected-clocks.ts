import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { slaAssignments, slaExclusions } from "@/db/schema/sla";
import type { Measured, MeasuredRecord } from "@/lib/platform/measured";
import type { QueryContext } from "@/lib/platform/operation";
import { choosePolicy } from "./rules/choose-policy";
import type { Clock } from "./rules/clock";
import type { ClockEvent } from "./rules/events";
import { eventsOf } from "./rules/metrics";
import { momentOf, type Moment } from "./rules/moment";
import { replay } from "./rules/replay";
import { termsOverTime, type Assigned } from "./rules/terms-over-time";
import type { PoliciesOverTime } from "./policies-over-time";

/** What the clocks of a record are by its history. */
export interface Expected {
  record: MeasuredRecord;
  clocks: Clock[];
  /** All that moved or could move its clocks, for who asks what would be otherwise. */
  events: ClockEvent[];
  /** The policy that it has from now on where that is another one than before. */
  assign: { policyId: string | null; at: Moment | null } | null;
  /** When something in its history is still to come. */
  lookAt: Moment | null;
}

/**
 * Replays records. Reads, and changes nothing: `assign` says what would have to be written first, and is counted in already unless `asAssigned` asks for
 * the clocks as they were assigned.
 */
export async function expectedClocks(
  context: Pick<QueryContext, "tx" | "organisation" | "now">,
  measured: Measured,
  ids: readonly string[],
  policies: PoliciesOverTime,
  { asAssigned = false } = {},
): Promise<Map<string, Expected>> {
  const until = momentOf(context.now);
  const histories = await measured.histories(context, ids);
  const assignments = await assignmentsOf(context, measured, ids);
  const exclusions = await exclusionsOf(context, measured, ids);
  const expected = new Map<string, Expected>();
  for (const id of ids) {
    const record = histories.get(id) ?? {
      events: [],
      traits: {},
      responsibleId: null,
      personId: null,
      sponsorId: null,
    };
    const assigned = assignments.get(id) ?? [];
    const policyId = choosePolicy(policies.choosable, measured.key, record.traits)?.id ?? null;
    const isAnother = assigned.length === 0 ? policyId !== null : assigned.at(-1)!.policyId !== policyId;
    const assign = isAnother ? { policyId, at: assigned.length === 0 ? null : until } : null;
    const events = [
      ...eventsOf(measured, record.events),
      ...termsOverTime({
        assigned: assign && !asAssigned ? [...assigned, assign] : assigned,
        versionsOf: (policy) => policies.versionsOf(policy, measured.key),
        calendarsOf: policies.calendarsOf,
      }),
      ...(exclusions.get(id) ?? []),
    ];
    const later = record.events.filter(({ at }) => at > until).map(({ at }) => at);
    expected.set(id, {
      ...{ record, events, assign, clocks: replay(measured, events, until) },
      lookAt: later.length === 0 ? null : Math.min(...later),
    });
  }
  return expected;
}

async function assignmentsOf({ tx }: Pick<QueryContext, "tx">, { key }: Measured, ids: readonly string[]) {
  const rows = await tx
    .select()
    .from(slaAssignments)
    .where(and(eq(slaAssignments.metric, key), inArray(slaAssignments.entityId, [...ids])))
    .orderBy(asc(slaAssignments.id));
  const found = new Map<string, Assigned[]>();
  for (const { entityId, policyId, at } of rows) {
    const assigned = found.get(entityId) ?? [];
    assigned.push({ policyId, at: at && momentOf(at) });
    found.set(entityId, assigned);
  }
  return found;
}

async function exclusionsOf({ tx }: Pick<QueryContext, "tx">, { key }: Measured, ids: readonly string[]) {
  const rows = await tx
    .select()
    .from(slaExclusions)
    .where(and(eq(slaExclusions.metric, key), inArray(slaExclusions.entityId, [...ids])))
    .orderBy(asc(slaExclusions.id));
  const found = new Map<string, ClockEvent[]>();
  for (const row of rows) {
    if (!row.decidedAt || !["approved", "withdrawn"].includes(row.state)) continue;
    const events = found.get(row.entityId) ?? [];
    const { cycle, reason, id, decidedBy } = row;
    const cause = { code: "sla.exclusion", id, ...(decidedBy ? { by: decidedBy } : {}) };
    events.push({ what: "excluded", at: momentOf(row.decidedAt), order: 0, cause, reason, cycle });
    if (row.withdrawnAt) events.push({ what: "included", at: momentOf(row.withdrawnAt), order: 1, cause, cycle });
    found.set(row.entityId, events);
  }
  return found;
}
