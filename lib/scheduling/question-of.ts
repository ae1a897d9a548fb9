import "server-only";
import { and, eq, gt, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { hostDays, hostHours, scheduledSessions, sessionAttendees, sessionHosts } from "@/db/schema/scheduling";
import {
  calendarOn,
  holidaysOn,
  hoursOn,
  type BusinessCalendar,
  type Closure,
  type Opening,
} from "@/lib/business-time/calendar";
import { daysFrom, sameHours } from "@/lib/business-time/calendar-days";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import { addDays, civilDate } from "@/lib/platform/civil-dates";
import type { QueryContext } from "@/lib/platform/operation";
import type { TypeRow } from "./load";
import { taking } from "./rules/places";
import { busyElsewhere } from "./outside/busy-elsewhere";
import type { Host, HostSession, Question, Span } from "./rules/question";

const day = 86_400_000;

/** Limits count whole weeks, and what is kept free around a session reaches beyond it. */
const around = 9 * day;

/** How far ahead somebody is booked who said nothing of it. */
const usualHorizon = 90;

export interface Asked {
  type: TypeRow;
  hostIds: readonly string[];
  /** Who books: their other sessions stand in the way too. */
  attendeeId: string | null;
  from: Date;
  to: Date;
  /** A session that is being moved or confirmed: it does not stand in its own way. */
  except?: string | undefined;
  /** Who looks: what they hold themselves is free to them. */
  heldBy?: string | null;
  waitingList?: boolean;
}

/** What is asked of hosts alone, whatever is booked with them. */
type AskedOfHosts = Pick<Asked, "hostIds" | "from" | "to" | "except" | "heldBy">;

/** What the rules of free times are asked, from what is stored: each host's hours, days off and sessions over a range, and what the attendee has. */
export async function questionOf(context: QueryContext, asked: Asked): Promise<Question> {
  const { type, attendeeId, except, waitingList = false } = asked;
  return {
    ...{ type, waitingList, now: context.now, mode: type.hosting === "all" ? "all" : "any" },
    ...(await hostFacts(context, asked)),
    attendee: attendeeId ? await sessionsWith(context, attendeeId, widened(asked), except) : [],
  };
}

/** Who holds sessions, with hours, sessions and what other calendars say, and when the organisation is closed. */
export async function hostFacts(
  context: QueryContext,
  asked: AskedOfHosts,
): Promise<Pick<Question, "hosts" | "closures">> {
  const range = widened(asked);
  const calendar = await calendarOf(context);
  return {
    hosts: await hostsOf(context, calendar, asked, range),
    closures: closuresOf(calendar, civilDate(range.from, calendar.timeZone), civilDate(range.to, calendar.timeZone)),
  };
}

const widened = ({ from, to }: Pick<Asked, "from" | "to">): Range => ({
  from: new Date(from.getTime() - around),
  to: new Date(to.getTime() + around),
});

interface Range {
  from: Date;
  to: Date;
}

async function hostsOf(
  { tx, now }: QueryContext,
  calendar: BusinessCalendar,
  asked: AskedOfHosts,
  { from, to }: Range,
): Promise<Host[]> {
  const ids = asked.hostIds;
  if (ids.length === 0) return [];
  const hours = await tx
    .select()
    .from(hostHours)
    .where(and(inArray(hostHours.personId, [...ids]), isNull(hostHours.deletedAt)));
  const days = await tx
    .select()
    .from(hostDays)
    .where(
      and(
        inArray(hostDays.personId, [...ids]),
        isNull(hostDays.deletedAt),
        gt(hostDays.toOn, addDays(from.toISOString().slice(0, 10), -2)),
        lt(hostDays.fromOn, addDays(to.toISOString().slice(0, 10), 2)),
      ),
    );
  const taken = await sessionsHeldBy({ tx }, asked, { from, to });
  const elsewhere = await busyElsewhere({ tx }, asked.hostIds, { from, to });
  const office = calendarOn(civilDate(now, calendar.timeZone), calendar);
  const officeDays = otherwiseThan(office.week, calendar, { from, to });
  return ids.map((id) => {
    const own = hours.find(({ personId }) => personId === id);
    const ownDays = days
      .filter(({ personId }) => personId === id)
      .flatMap((row) => daysFrom(row.fromOn, row.toOn).map((date) => ({ date, hours: row.hours })));
    const shared = own ? [] : officeDays.filter(({ date }) => !ownDays.some((day) => day.date === date));
    return {
      ...{ id, busy: elsewhere.get(id) ?? [], sessions: taken.get(id) ?? [] },
      availability: {
        timeZone: own?.timeZone ?? office.timeZone,
        week: own?.week ?? office.week,
        overrides: [...shared, ...ownDays],
      },
      ...{ noticeMinutes: own?.noticeMinutes ?? 0, horizonDays: own?.horizonDays ?? usualHorizon },
      ...{ mostPerDay: own?.mostPerDay ?? null, mostPerWeek: own?.mostPerWeek ?? null },
    };
  });
}

/** The days on which an organisation's calendar says something else than a week: holidays, single days, hours that hold from then on. */
function otherwiseThan(week: BusinessCalendar["week"], calendar: BusinessCalendar, { from, to }: Range): Opening[] {
  const dates = daysFrom(civilDate(from, calendar.timeZone), civilDate(to, calendar.timeZone));
  return dates.flatMap((date) => {
    const hours = hoursOn(date, calendar);
    return sameHours(hours, week[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? []) ? [] : [{ date, hours }];
  });
}

async function sessionsHeldBy(
  { tx }: Pick<QueryContext, "tx">,
  { hostIds, except, heldBy }: AskedOfHosts,
  { from, to }: Range,
): Promise<Map<string, HostSession[]>> {
  const taken = sql<number>`(select count(*)::int from ${sessionAttendees}
    where ${sessionAttendees.sessionId} = ${scheduledSessions.id} and ${inArray(sessionAttendees.state, [...taking])})`;
  const rows = await tx
    .select({
      ...{ personId: sessionHosts.personId, id: scheduledSessions.id, typeId: scheduledSessions.typeId, taken },
      ...{ startsAt: scheduledSessions.startsAt, endsAt: scheduledSessions.endsAt },
      ...{ bufferBefore: scheduledSessions.bufferBefore, bufferAfter: scheduledSessions.bufferAfter },
      ...{ capacity: scheduledSessions.capacity, heldUntil: scheduledSessions.heldUntil },
    })
    .from(sessionHosts)
    .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionHosts.sessionId))
    .where(
      and(
        inArray(sessionHosts.personId, [...hostIds]),
        eq(sessionHosts.takes, true),
        gt(sessionHosts.takesTo, from),
        lt(sessionHosts.takesFrom, to),
        except ? ne(scheduledSessions.id, except) : undefined,
        heldBy
          ? or(ne(scheduledSessions.state, "held"), sql`${scheduledSessions.heldBy} is distinct from ${heldBy}`)
          : undefined,
      ),
    )
    .orderBy(scheduledSessions.startsAt, scheduledSessions.id);
  const held = new Map<string, HostSession[]>();
  for (const { personId, ...session } of rows) held.set(personId, [...(held.get(personId) ?? []), session]);
  return held;
}

async function sessionsWith(
  { tx }: QueryContext,
  personId: string,
  { from, to }: Range,
  except?: string,
): Promise<Span[]> {
  return tx
    .select({ startsAt: scheduledSessions.startsAt, endsAt: scheduledSessions.endsAt })
    .from(sessionAttendees)
    .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionAttendees.sessionId))
    .where(
      and(
        eq(sessionAttendees.personId, personId),
        inArray(sessionAttendees.state, [...taking]),
        gt(scheduledSessions.endsAt, from),
        lt(scheduledSessions.startsAt, to),
        except ? ne(scheduledSessions.id, except) : undefined,
      ),
    );
}

/** The days on which the organisation is closed: its public holidays, and what it said of single days. */
function closuresOf(calendar: BusinessCalendar, first: string, last: string): Closure[] {
  const holidays = daysFrom(first, last).filter((date) => holidaysOn(date, calendar).length > 0);
  const closed = calendarOn(last, calendar).closures.filter(({ from, to }) => to >= first && from <= last);
  return [...holidays.map((date) => ({ from: date, to: date })), ...closed];
}
