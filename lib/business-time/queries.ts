import "server-only";
import { asc, desc, isNull } from "drizzle-orm";
import { z } from "zod";
import { businessCalendars } from "@/db/schema/business-time";
import { addDays, civilDate, daysBetween } from "@/lib/platform/civil-dates";
import { languageOf } from "@/lib/platform/i18n/messages";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { askedChange } from "./asked-change";
import { calendarOn } from "./calendar";
import { calendarDays, changedDays, type CalendarDay } from "./calendar-days";
import { holidaysOf, isHolidayPlace } from "./holidays";
import { hoursText } from "./hours-text";
import { calendarById, rowsOf, type CalendarRows } from "./load";
import { CalendarId, HolidayPlaceInput, WhatChangesInput } from "./schemas";
import { calendarFrom } from "./stored-calendar";

/** Most changed days that are shown one by one. */
const mostShown = 40;

/** All calendars, the default one first: since when each holds as it does, and its next days that are otherwise. */
export const allCalendars = query({
  name: "business-time.all",
  permission: "calendars:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context) {
    const rows = await context.tx
      .select()
      .from(businessCalendars)
      .where(isNull(businessCalendars.deletedAt))
      .orderBy(desc(businessCalendars.isDefault), asc(businessCalendars.nameKey));
    const found = [];
    for (const { id, name, isDefault } of rows) {
      const stored = await rowsOf(context, id);
      const today = todayOf(context, stored);
      const held = holdingOn(today, stored);
      const { days } = stored;
      found.push({
        ...{ id, name, isDefault, timeZone: held.timeZone, country: held.country, region: held.region },
        week: held.week.map((hours) => hours.map(hoursText)),
        next: days.filter(({ toOn }) => toOn >= today).slice(0, 2),
      });
    }
    return found;
  },
});

/** One calendar: what holds from when, its single days, and the year that comes, day by day. */
export const oneCalendar = query({
  name: "business-time.one",
  permission: "calendars:read",
  input: CalendarId,
  example: ({ calendarId }) => ({ id: calendarId }),
  async run(context, { id }) {
    const row = await calendarById(context, id);
    const stored = await rowsOf(context, id);
    const today = todayOf(context, stored);
    const first = `${today.slice(0, 8)}01`;
    const last = addDays(`${Number(first.slice(0, 4)) + 1}${first.slice(4)}`, -1);
    const calendar = await calendarFrom(stored, languageOf(context.organisation.locale));
    return {
      ...{ id, name: row.name, isDefault: row.isDefault, version: row.version, today },
      now: holdingOn(today, stored).id,
      hours: stored.hours.map((hours) => ({ ...hours, week: hours.week.map((day) => day.map(hoursText)) })),
      days: stored.days.map((day) => ({ ...day, hours: (day.hours ?? []).map(hoursText) })),
      year: calendarDays(first, last, calendar).map((day) => ({ ...day, names: namesOn(day, stored) })),
    };
  },
});

/**
 * What a calendar would say otherwise if somebody saved what they are about to: the days of the coming year, one by one up to a number, and whether days
 * that have passed would count otherwise too.
 */
export const whatChanges = query({
  name: "business-time.whatChanges",
  permission: "calendars:write",
  input: WhatChangesInput,
  example: ({ calendarId }) => ({
    calendarId,
    day: { kind: "closed" as const, name: "Outing", fromOn: "2027-06-18", toOn: "2027-06-18", hours: [] },
  }),
  async run(context, asked) {
    const { isDefault, before, after } = await askedChange(context, asked);
    const today = todayOf(context, before);
    const [one, other] = [await calendarFrom(before), await calendarFrom(after)];
    const lastDay = addDays(today, 365);
    const changed = changedDays(today, lastDay, one, other);
    const zones = [one, other].map((calendar) => calendarOn(lastDay, calendar).timeZone);
    return {
      days: changed.slice(0, mostShown).map((each) => ({
        date: each.date,
        before: each.before.map(hoursText),
        after: each.after.map(hoursText),
      })),
      total: changed.length,
      /** Whether all is counted by this calendar that names none. */
      counts: isDefault,
      /** Days on which nothing is worked any more. */
      closed: changed.filter((each) => each.after.length === 0).map(({ date }) => date),
      earlier: changedDays(addDays(today, -365), addDays(today, -1), one, other).length,
      /** The zone in which the same hours are worked from then on; null where it stays. */
      zone: zones[0] === zones[1] ? null : zones[1]!,
    };
  },
});

/** The public holidays of a place in the two years that come, each once, with the next day on which it is given. */
export const holidaysOfPlace = query({
  name: "business-time.holidays",
  permission: "calendars:read",
  input: HolidayPlaceInput,
  example: () => ({ country: "CH", region: "ZH" }),
  async run(context, place) {
    if (place.country === "") return [];
    if (!(await isHolidayPlace(place))) throw notFound("this place");
    const today = civilDate(context.now, context.organisation.timeZone);
    const holidays = await holidaysOf(place, languageOf(context.organisation.locale));
    const year = Number(today.slice(0, 4));
    const next = new Map<string, { key: string; name: string; date: string }>();
    for (const { key, name, date, insteadOf } of [year, year + 1].flatMap(holidays))
      if (date >= today && daysBetween(today, date) <= 500 && insteadOf === null && !next.has(key))
        next.set(key, { key, name, date });
    return [...next.values()];
  },
});

/** What a day is called where it is otherwise than its week: its holidays, and what the organisation said of it. */
const namesOn = ({ date, holidays }: CalendarDay, { days }: CalendarRows): string[] => [
  ...holidays,
  ...days.filter(({ fromOn, toOn }) => fromOn <= date && date <= toOn).map(({ name }) => name),
];

/** Today where the calendar is kept: by the zone that holds now, not by one to which it will change. */
function todayOf({ now, organisation }: QueryContext, { hours }: CalendarRows): string {
  const held = hours.findLast(({ validFrom, timeZone }) => !validFrom || validFrom <= civilDate(now, timeZone));
  return civilDate(now, held?.timeZone ?? organisation.timeZone);
}

/** What holds on a day: the last of the rows that begin on it or before. */
const holdingOn = (today: string, { hours }: CalendarRows) =>
  hours.findLast(({ validFrom }) => validFrom === null || validFrom <= today) ?? hours[0]!;
