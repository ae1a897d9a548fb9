import type { slaClocks } from "@/db/schema/sla";
import type { MeasuredRecord, Metric } from "@/lib/platform/measured";
import type { Clock, News, Telling } from "./rules/clock";
import { dateOf, type Moment } from "./rules/moment";
import { policyVersionOf } from "./rules/terms-over-time";

type Columns = Omit<
  typeof slaClocks.$inferSelect,
  "id" | "organisationId" | "version" | "createdAt" | "updatedAt" | "deletedAt"
>;

/** A clock as it is kept beside its record. Holds nothing that changes by the mere passing of time, but for a breach that was not told yet. */
export function columnsOf(
  clock: Clock,
  { key: metric, entity }: Metric,
  entityId: string,
  { responsibleId, personId, sponsorId }: Omit<MeasuredRecord, "events" | "traits">,
  policyOf: (versionId: string) => string,
): Columns {
  const policyVersionId = policyVersionOf(clock.terms);
  const isOpen = clock.stoppedAt === null;
  return {
    ...{ metric, entity, entityId, cycle: clock.cycle, responsibleId, personId, sponsorId },
    ...{ policyId: policyOf(policyVersionId), policyVersionId },
    ...{ state: clock.state, counts: clock.counts },
    startedAt: dateOf(clock.startedAt),
    dueAt: dateOrNull(clock.dueAt),
    stoppedAt: dateOrNull(clock.stoppedAt),
    breachedAt: dateOrNull(clock.breachedAt),
    decidedAt: clock.state === "cancelled" ? null : dateOrNull(clock.breachedAt ?? clock.stoppedAt),
    elapsed: clock.counts ? null : clock.elapsed,
    paused: isOpen && !clock.counts ? null : clock.paused,
    targetSeconds: clock.terms.target.seconds,
  };
}

const dateOrNull = (moment: Moment | null): Date | null => (moment === null ? null : dateOf(moment));

/** What must be told of a clock, as a row of the plan. */
export interface PlannedMoment {
  at: Moment;
  what: News["what"];
  level: number;
}

/**
 * What a clock must tell: what it came to, told or not, and what it will come to. A clock that was stopped warns nobody any more, and of one that counts
 * nowhere nothing is told.
 */
export function momentsOf({ state, stoppedAt, told, coming }: Clock): PlannedMoment[] {
  if (state === "cancelled" || state === "excluded") return [];
  const reached = stoppedAt === null ? told : told.filter(({ what }) => what !== "warning");
  return [...reached, ...coming].map((telling) => ({ at: telling.at, what: telling.what, level: levelOf(telling) }));
}

const levelOf = (telling: Telling): number =>
  telling.what === "warning" ? Math.round(telling.share * 1000) : telling.what === "escalation" ? telling.level : 0;
