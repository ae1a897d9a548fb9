import "server-only";
import { asc, eq, type SQL } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { slaClocks } from "@/db/schema/sla";
import type { QueryContext } from "@/lib/platform/operation";
import { allMeasures } from "./measures";
import { policiesOverTime } from "./policies-over-time";
import type { TimeLeft } from "./rules/count-down";
import { secondsBetween } from "./rules/measure";
import { momentOf } from "./rules/moment";
import { timeLeft } from "./rules/time-left";

/** An open clock as it is shown among others. */
export interface ShownClock {
  id: string;
  metric: string;
  title: string;
  responsible: string | null;
  dueAt: Date;
  late: boolean;
  /** Whether hours of work are counted down, or all hours. */
  isWork: boolean;
  left: TimeLeft;
}

/**
 * Open clocks that run, the first due first, each with what is left of it. Read from what is stored, without a replay: of a clock that runs only the due
 * moment matters.
 */
export async function clocksWithTimeLeft(context: QueryContext, which: SQL, most: number): Promise<ShownClock[]> {
  const rows = await context.tx
    .select({ clock: slaClocks, responsible: people.name })
    .from(slaClocks)
    .leftJoin(people, eq(people.id, slaClocks.responsibleId))
    .where(which)
    .orderBy(asc(slaClocks.dueAt), asc(slaClocks.id))
    .limit(most);
  if (rows.length === 0) return [];
  const policies = await policiesOverTime(context);
  const measures = await allMeasures();
  const now = momentOf(context.now);
  const found: ShownClock[] = [];
  for (const { clock, responsible } of rows) {
    const { id, metric, entityId, policyId, policyVersionId, dueAt, breachedAt } = clock;
    const version = policies.versionsOf(policyId, metric).find((one) => one.id === policyVersionId);
    const calendar = version && policies.calendarsOf(version.calendarId).at(-1)?.calendar;
    const measured = measures.get(metric);
    if (!version?.promise || !calendar || !measured || !dueAt) continue;
    const { time } = version.promise.target;
    const due = momentOf(dueAt);
    found.push({
      ...{ id, metric, responsible, dueAt, late: clock.state === "breached", isWork: time === "business" },
      title: (await measured.titles({ ...context }, [entityId])).get(entityId)?.title ?? "",
      left: timeLeft(
        {
          ...{ counts: true, breachedAt: breachedAt && momentOf(breachedAt), dueAt: due },
          remaining: now > due ? -secondsBetween(due, now, { time, calendar }) : 0,
          terms: { version: version.id, ...version.promise, calendar },
        },
        now,
      ),
    });
  }
  return found;
}
