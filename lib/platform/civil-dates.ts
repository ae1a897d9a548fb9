import { DateTime } from "luxon";

/** The civil date of a moment in a zone, `YYYY-MM-DD`. */
export const civilDate = (moment: Date, timeZone: string): string => calendarOf(timeZone).format(moment);

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Writes dates as Sweden does, which is `YYYY-MM-DD`. Kept by zone: making one takes longer than a page of dates. */
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  calendars.set(timeZone, calendar);
  return calendar;
}

/** A civil date some days on. */
export const addDays = (date: string, days: number): string =>
  DateTime.fromISO(date, { zone: "utc" }).plus({ days }).toISODate()!;

/**
 * The last day of what begins on a date and runs some months, a programme or a contract: the day before the same day of the month, so that
 * six months from 1 March end on 31 August. The day of the month is cut to the month's length.
 */
export const endOfMonths = (begin: string, months: number): string =>
  DateTime.fromISO(begin, { zone: "utc" }).plus({ months }).minus({ days: 1 }).toISODate()!;

/** Whole days from one civil date to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000;

/** Whole days between two moments, as a person counts them in a zone. */
export const daysSince = (moment: Date, now: Date, timeZone: string): number =>
  daysBetween(civilDate(moment, timeZone), civilDate(now, timeZone));
