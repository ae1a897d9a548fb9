import "server-only";
import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { hostDays, sessionTypeHosts } from "@/db/schema/scheduling";
import { holidaysOn } from "@/lib/business-time/calendar";
import { daysFrom } from "@/lib/business-time/calendar-days";
import { calendarOf as officeCalendar } from "@/lib/business-time/organisation-calendar";
import { isConsultant } from "@/lib/people/looks-after";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { languageOf } from "@/lib/platform/i18n/messages";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { agenda } from "./queries";
import { hostFacts } from "./question-of";
import { calendarOf, hoursOf } from "./rules/host-time";
import { runsOne } from "./runs-one";
import { CalendarInput } from "./schemas";

/** How many sessions one look at a calendar holds. */
export const mostInCalendar = 2000;

const day = 86_400_000;

/**
 * The calendar that people look at: sessions of one person or of several side by side, with their hours, days off, what their other calendars say, and public
 * holidays. One's own, or of whoever holds sessions for who may read all.
 */
export const calendar = query({
  name: "scheduling.calendar",
  permission: "sessions:read",
  input: CalendarInput,
  example: () => ({
    first: "2026-11-23",
    last: "2026-11-29",
    timeZone: "Europe/Zurich",
    personIds: [],
    cancelled: false,
  }),
  async run(context, { first, last, timeZone, personIds, cancelled }) {
    const from = DateTime.fromISO(first, { zone: timeZone }).toJSDate();
    const to = DateTime.fromISO(last, { zone: timeZone }).plus({ days: 1 }).toJSDate();
    const ids = peopleOf(context, personIds);
    const range = { from: from.toISOString(), to: to.toISOString(), cancelled };
    const found = new Map<string, Awaited<ReturnType<(typeof agenda)["run"]>>[number] & { personIds: string[] }>();
    for (const personId of ids)
      for (const session of await context.ask(agenda, { ...range, personId })) {
        const known = found.get(session.id);
        if (known) known.personIds.push(personId);
        else found.set(session.id, { ...session, personIds: [personId] });
      }
    const sessions = [...found.values()].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
    const zones = await zonesOf(
      context,
      sessions.flatMap(({ attendees, hosts }) => [...attendees, ...hosts].map(({ id }) => id)),
    );
    const { actor, organisation } = context;
    const locale = actor.kind === "person" ? actor.locale : organisation.locale;
    const office = await officeCalendar(context, languageOf(locale));
    return {
      people: await hostsSeen(context, ids, { from, to, first, last }),
      holidays: daysFrom(first, last).flatMap((date) => {
        const [holiday] = holidaysOn(date, office);
        return holiday ? [{ date, name: holiday.name }] : [];
      }),
      sessions: sessions.map((session) => ({ ...session, runs: runsOne(context, session) })),
      zones,
      isFull: sessions.length >= mostInCalendar,
    };
  },
});

/** Who holds sessions, for who may look at the calendars of others. */
export const calendarHosts = query({
  name: "scheduling.hosts",
  permission: "sessions:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }): Promise<{ id: string; name: string }[]> {
    if (!scopesOf(actor, "sessions:read").has("all")) return [];
    return tx
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(
        and(
          eq(people.status, "active"),
          isNull(people.deletedAt),
          or(
            isConsultant,
            sql`exists (select from ${sessionTypeHosts} where ${sessionTypeHosts.personId} = ${people.id} and ${sessionTypeHosts.deletedAt} is null)`,
          ),
        ),
      )
      .orderBy(asc(people.nameKey), asc(people.id));
  },
});

function peopleOf({ actor }: QueryContext, personIds: readonly string[]): string[] {
  const self = personIdOf(actor);
  const all = scopesOf(actor, "sessions:read").has("all");
  if (!all && personIds.some((id) => id !== self)) throw notFound("this person");
  if (personIds.length > 0) return [...new Set(personIds)];
  return self ? [self] : [];
}

interface Seen {
  from: Date;
  to: Date;
  first: string;
  last: string;
}

/** The people of a calendar with their hours, as far as they hold sessions. */
async function hostsSeen(context: QueryContext, ids: readonly string[], { from, to, first, last }: Seen) {
  const { tx, actor } = context;
  if (ids.length === 0) return [];
  const named = await tx
    .select({ id: people.id, name: people.name, timeZone: people.timeZone })
    .from(people)
    .where(inArray(people.id, [...ids]));
  const self = personIdOf(actor);
  const holds = ids.filter((id) => id !== self || scopesOf(actor, "sessions:hold").size > 0);
  const facts = await hostFacts(context, { hostIds: holds, from, to });
  const off = await tx
    .select()
    .from(hostDays)
    .where(
      and(
        inArray(hostDays.personId, [...ids]),
        isNull(hostDays.deletedAt),
        gte(hostDays.toOn, first),
        lte(hostDays.fromOn, last),
      ),
    );
  return ids.flatMap((id) => {
    const person = named.find((one) => one.id === id);
    if (!person) return [];
    const host = facts.hosts.find((one) => one.id === id);
    return {
      ...{ id, name: person.name, timeZone: host?.availability.timeZone ?? person.timeZone ?? null },
      hours: host
        ? hoursOf(calendarOf(host.availability, facts.closures ?? []), from.getTime() - day, to.getTime() + day).map(
            ({ from: opens, to: closes }) => ({ startsAt: opens, endsAt: closes }),
          )
        : null,
      // What other calendars say is known to the rules of free times, and shown from there.
      busy: (host?.busy ?? []).map(({ startsAt, endsAt }) => ({
        ...{ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() },
      })),
      off: off
        .filter(({ personId }) => personId === id)
        .flatMap(({ name, fromOn, toOn, hours }) =>
          daysFrom(fromOn < first ? first : fromOn, toOn > last ? last : toOn).map((date) => ({
            ...{ date, name, other: hours.length > 0 },
          })),
        ),
    };
  });
}

/** In which zone people are, as far as they said so. */
export async function zonesOf(
  { tx, organisation }: QueryContext,
  ids: readonly string[],
): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await tx
    .select({ id: people.id, timeZone: people.timeZone })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
  return Object.fromEntries(rows.map(({ id, timeZone }) => [id, timeZone ?? organisation.timeZone]));
}
