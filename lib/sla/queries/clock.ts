import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { slaClocks, slaExclusions, slaPolicies, slaPolicyVersions } from "@/db/schema/sla";
import { calendarOn } from "@/lib/business-time/calendar";
import { personIdOf } from "@/lib/platform/actor";
import { civilDate } from "@/lib/platform/civil-dates";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { expectedClocks } from "../expected-clocks";
import { allMeasures } from "../measures";
import { namesOf } from "../names-of";
import { policiesOverTime } from "../policies-over-time";
import { timeLeft } from "../rules/time-left";
import { dateOf, momentOf } from "../rules/moment";
import { ClockId } from "../schemas";
import { visibleClocks } from "../visibility";

/** One clock with its history: why it stands as it does, step by step, replayed at this moment. */
export const oneClock = query({
  name: "sla.clock",
  permission: "sla:read",
  input: ClockId,
  example: ({ slaClockId }) => ({ id: slaClockId }),
  async run(context, { id }) {
    const { tx, actor, now, organisation } = context;
    const [row] = await tx
      .select({ clock: slaClocks, policy: slaPolicies.name, number: slaPolicyVersions.number })
      .from(slaClocks)
      .innerJoin(slaPolicies, eq(slaPolicies.id, slaClocks.policyId))
      .innerJoin(slaPolicyVersions, eq(slaPolicyVersions.id, slaClocks.policyVersionId))
      .where(and(eq(slaClocks.id, id), visibleClocks(actor)));
    if (!row) throw notFound("this clock");
    const { metric, entityId, cycle, responsibleId } = row.clock;
    const measured = (await allMeasures()).get(metric);
    if (!measured) throw notFound("this clock");
    const replayed = (
      await expectedClocks({ ...context }, measured, [entityId], await policiesOverTime(context), { asAssigned: true })
    ).get(entityId);
    const clock = replayed?.clocks.find((one) => one.cycle === cycle);
    if (!clock) throw notFound("this clock");
    const causes = clock.history.flatMap(({ happened }) =>
      happened.flatMap((one) => ("cause" in one ? (one.cause.by ?? []) : [])),
    );
    const exclusions = await tx
      .select()
      .from(slaExclusions)
      .where(
        and(eq(slaExclusions.metric, metric), eq(slaExclusions.entityId, entityId), eq(slaExclusions.cycle, cycle)),
      )
      .orderBy(desc(slaExclusions.askedAt));
    const names = await namesOf(context, [
      ...causes,
      ...exclusions.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]),
      responsibleId,
    ]);
    const at = (moment: number | null) => (moment === null ? null : dateOf(moment));
    return {
      ...{ id, metric, cycle, policy: row.policy, number: row.number },
      ...((await measured.titles(context, [entityId])).get(entityId) ?? { title: "", path: "" }),
      responsible: names.get(responsibleId ?? "") ?? null,
      ...{ state: clock.state, counts: clock.counts, elapsed: clock.elapsed, paused: clock.paused },
      target: clock.terms.target,
      // Hours may change later in the calendar, and their zone with them: that which holds when it is due.
      timeZone: calendarOn(civilDate(dateOf(clock.dueAt ?? momentOf(now)), organisation.timeZone), clock.terms.calendar)
        .timeZone,
      left: timeLeft(clock, momentOf(now)),
      ...{
        startedAt: dateOf(clock.startedAt),
        dueAt: at(clock.dueAt),
        stoppedAt: at(clock.stoppedAt),
        breachedAt: at(clock.breachedAt),
      },
      coming: clock.coming.map((telling) => ({
        what: telling.what,
        at: dateOf(telling.at),
        share: telling.what === "warning" ? telling.share : null,
      })),
      history: clock.history.map(({ at: moment, happened, elapsed, dueAt }) => ({
        ...{ at: dateOf(moment), elapsed, dueAt: at(dueAt) },
        happened: happened.map((one) => ({
          what: one.what,
          share: one.what === "warning" ? one.share : null,
          code: "cause" in one ? one.cause.code : null,
          by: "cause" in one && one.cause.by ? (names.get(one.cause.by) ?? null) : null,
        })),
      })),
      exclusions: exclusions.map(
        ({ id: exclusionId, reason, state, askedBy, askedAt, decidedBy, decidedAt, decisionNote }) => ({
          ...{ id: exclusionId, reason, state, askedAt, decidedAt, decisionNote },
          mine: askedBy === personIdOf(actor),
          askedBy: names.get(askedBy) ?? null,
          decidedBy: decidedBy ? (names.get(decidedBy) ?? null) : null,
        }),
      ),
    };
  },
});
