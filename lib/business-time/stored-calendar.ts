import "server-only";
import type { businessDays, businessHours, StoredSaying } from "@/db/schema/business-time";
import type { BusinessCalendar } from "./calendar";
import { daysFrom } from "./calendar-days";
import { holidaysOf } from "./holidays";

type Hours = typeof businessHours.$inferSelect;
type Day = typeof businessDays.$inferSelect;

/** What holds in a calendar from a date on, as it is stored or as somebody is about to store it. */
export type HoursFrom = Pick<
  Hours,
  "validFrom" | "timeZone" | "week" | "country" | "region" | "workedHolidays" | "ownHolidays"
>;

/** Days that are otherwise than the week says. */
export type SpecialDays = Pick<Day, "kind" | "fromOn" | "toOn" | "hours">;

/** A calendar as it is kept. */
export interface StoredCalendar {
  /** One at least; the earliest of them holds before its date too. */
  hours: readonly HoursFrom[];
  days: readonly SpecialDays[];
}

/** The same without ids and versions, to be kept for later. */
export const sayingOf = ({ hours, days }: StoredCalendar): StoredSaying => ({
  hours: hours.map(({ validFrom, timeZone, week, country, region, workedHolidays, ownHolidays }) => ({
    ...{ validFrom, timeZone, week, country, region, workedHolidays, ownHolidays },
  })),
  days: days.map(({ kind, fromOn, toOn, hours: some }) => ({ kind, fromOn, toOn, hours: some })),
});

const calendars = new Map<string, BusinessCalendar>();

/** How many calendars a process keeps with the years that they worked out. */
const mostKept = 500;

/**
 * A stored calendar to count with. Calendars that say the same are one, so that its years are worked out once. Public holidays are named in a
 * language, where one is given.
 */
export async function calendarFrom(stored: StoredCalendar, language?: string): Promise<BusinessCalendar> {
  const key = JSON.stringify([language, stored.hours.map(saying), stored.days.map(dayOf)]);
  const known = calendars.get(key);
  if (known) return known;
  const made = await madeOf(stored, language);
  const oldest = calendars.keys().next();
  if (calendars.size >= mostKept && !oldest.done) calendars.delete(oldest.value);
  calendars.set(key, made);
  return made;
}

const saying = ({ validFrom, timeZone, week, country, region, workedHolidays, ownHolidays }: HoursFrom) => [
  ...[validFrom, timeZone, week, country, region, workedHolidays, ownHolidays],
];
const dayOf = ({ kind, fromOn, toOn, hours }: SpecialDays) => [kind, fromOn, toOn, hours];

async function madeOf({ hours, days }: StoredCalendar, language?: string): Promise<BusinessCalendar> {
  const closures = days.flatMap(({ kind, fromOn, toOn, hours: some }) =>
    kind === "closed" ? [{ from: fromOn, to: toOn, ...(some ? { hours: some } : {}) }] : [],
  );
  const openings = days.flatMap(({ kind, fromOn, toOn, hours: some }) =>
    kind === "open" ? daysFrom(fromOn, toOn).map((date) => ({ date, hours: some ?? [] })) : [],
  );
  let calendar: BusinessCalendar | undefined;
  for (const version of [...hours].sort(byDate)) {
    const { timeZone, week } = version;
    calendar = {
      ...{ timeZone, week, closures, openings, holidays: await holidaysKept(version, language) },
      ...(calendar && version.validFrom ? { earlier: { until: version.validFrom, calendar } } : {}),
    };
  }
  if (!calendar) throw new Error("A calendar has hours.");
  return calendar;
}

const byDate = (one: HoursFrom, other: HoursFrom): number => (one.validFrom ?? "").localeCompare(other.validFrom ?? "");

/** The holidays of the place less those on which work is done, and the organisation's own. */
async function holidaysKept(
  { country, region, workedHolidays, ownHolidays }: HoursFrom,
  language?: string,
): Promise<BusinessCalendar["holidays"]> {
  const ofPlace = country === "" ? () => [] : await holidaysOf({ country, region }, language);
  const own = (year: number) =>
    ownHolidays.flatMap(({ name, on }) => {
      const date = `${year}-${on}`;
      return on === "02-29" && !isLeap(year) ? [] : [{ date, name, insteadOf: null }];
    });
  const years = new Map<number, ReturnType<BusinessCalendar["holidays"]>>();
  return (year) => {
    const known = years.get(year) ?? [
      ...ofPlace(year).filter(({ key }) => !workedHolidays.includes(key)),
      ...own(year),
    ];
    years.set(year, known);
    return known;
  };
}

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
