import { DateTime } from "luxon";

/** The organisation's civil date at a moment, `YYYY-MM-DD`. */
export const dayOf = ({ now, organisation }: { now: Date; organisation: { timeZone: string } }): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: organisation.timeZone }).format(now);

/** The day before the same day some months on: a contract of twelve months from 1 March ends on the last of February. */
export const addMonths = (date: string, months: number): string =>
  DateTime.fromISO(date, { zone: "utc" }).plus({ months }).minus({ days: 1 }).toISODate()!;
