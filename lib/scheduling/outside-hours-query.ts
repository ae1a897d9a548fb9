import "server-only";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { hostDays, scheduledSessions, sessionHosts } from "@/db/schema/scheduling";
import { daysFrom } from "@/lib/business-time/calendar-days";
import { windowsOf } from "@/lib/business-time/hours-text";
import { query } from "@/lib/platform/operation";
import { assertHost } from "./commands/availability";
import { hostFacts } from "./question-of";
import { calendarOf, hoursOf, joined } from "./rules/host-time";
import type { Availability } from "./rules/question";
import { OutsideInput } from "./schemas";

/** How far ahead sessions are looked at, and how many are named. */
const [ahead, named] = [366 * 86_400_000, 12];
const day = 86_400_000;

/** Which sessions that are booked lie in the hours of now and outside of those that somebody is about to save. They stay as they are booked. */
export const outsideHours = query({
  name: "scheduling.outsideHours",
  permission: "availability:write",
  input: OutsideInput,
  example: ({ consultantId }) => ({
    ...{ personId: consultantId, day: { fromOn: "2027-03-10", toOn: "", hours: [] } },
  }),
  async run(context, { personId, hours, day: newDay }) {
    await assertHost(context, personId, "availability:write");
    const { tx, now } = context;
    const sessions = await tx
      .select({
        ...{ id: scheduledSessions.id, title: scheduledSessions.title },
        ...{ startsAt: scheduledSessions.startsAt, endsAt: scheduledSessions.endsAt },
      })
      .from(sessionHosts)
      .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionHosts.sessionId))
      .where(
        and(
          eq(sessionHosts.personId, personId),
          eq(scheduledSessions.state, "booked"),
          gt(scheduledSessions.startsAt, now),
          isNull(scheduledSessions.deletedAt),
        ),
      )
      .orderBy(asc(scheduledSessions.startsAt))
      .limit(1000);
    const [last] = sessions.slice(-1);
    if (!last) return { sessions: [], count: 0 };
    const to = new Date(Math.min(last.endsAt.getTime(), now.getTime() + ahead) + day);
    const facts = await hostFacts(context, { hostIds: [personId], from: now, to });
    const present = facts.hosts[0]!.availability;
    const days = await tx
      .select()
      .from(hostDays)
      .where(and(eq(hostDays.personId, personId), isNull(hostDays.deletedAt)));
    const own = days.flatMap((row) => daysFrom(row.fromOn, row.toOn).map((date) => ({ date, hours: row.hours })));
    const added = newDay
      ? daysFrom(newDay.fromOn, newDay.toOn || newDay.fromOn).map((date) => ({
          date,
          hours: windowsOf(newDay.hours),
        }))
      : [];
    const kept = hours ? own : present.overrides;
    const next: Availability = {
      timeZone: hours?.timeZone ?? present.timeZone,
      week: hours ? hours.week.map(windowsOf) : present.week,
      overrides: [...kept.filter(({ date }) => !added.some((one) => one.date === date)), ...added],
    };
    const open = (availability: Availability) =>
      joined(hoursOf(calendarOf(availability, facts.closures ?? []), now.getTime() - day, to.getTime() + day));
    const [was, will] = [open(present), open(next)];
    const lies = (stretches: typeof was, { startsAt, endsAt }: (typeof sessions)[number]) =>
      stretches.some(({ from, to: until }) => from <= startsAt.getTime() && endsAt.getTime() <= until);
    const outside = sessions.filter((session) => lies(was, session) && !lies(will, session));
    return { sessions: outside.slice(0, named), count: outside.length };
  },
});
