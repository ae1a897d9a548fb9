import { DateTime } from "luxon";

/** The civil date of a moment in a zone, `YYYY-MM-DD`. */
export const civilDate = (moment: Date, timeZone: string): string =>
  DateTime.fromJSDate(moment, { zone: timeZone }).toISODate()!;

/** A civil date some days on. */
export const addDays = (date: string, days: number): string =>
  DateTime.fromISO(date, { zone: "utc" }).plus({ days }).toISODate()!;

/**
 * The last day of a programme that begins on a date and runs some months: the day before the same day of the month, so that
 * six months from 1 March end on 31 August. The day of the month is cut to the month's length.
 */
export const endOfMonths = (begin: string, months: number): string =>
  DateTime.fromISO(begin, { zone: "utc" }).plus({ months }).minus({ days: 1 }).toISODate()!;

/** Whole days from one civil date to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round(DateTime.fromISO(to, { zone: "utc" }).diff(DateTime.fromISO(from, { zone: "utc" }), "days").days);

/** Whole days between two moments, as a person counts them in a zone. */
export const daysSince = (moment: Date, now: Date, timeZone: string): number =>
  daysBetween(civilDate(moment, timeZone), civilDate(now, timeZone));
