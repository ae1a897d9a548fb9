import { DateTime } from "luxon";
import { civilDate } from "@/lib/platform/civil-dates";

/** Civil dates in the organisation's zone, both included. */
export interface DayRange {
  from: string;
  to: string;
}

export interface Period extends DayRange {
  /** How it was asked for. */
  key: string;
  /** What it is compared with: by default as long, and right before; for a year so far, the same days of the year before. */
  before: DayRange;
  /** How that was asked for. */
  against: Against;
}

/** What a period is compared with: the one right before, the same days a year before, or two days of one's own. */
export const comparisons = ["before", "year"] as const;
export type Against = (typeof comparisons)[number] | "days";

/** The periods that one can choose; besides them any two days, `2026-01-01..2026-03-31`. */
export const periodKeys = ["12m", "6m", "3m", "1m", "year", "last-year"] as const;
export type PeriodKey = (typeof periodKeys)[number];
export const usualPeriod: PeriodKey = "12m";

/** The longest period that is counted, in days: ten years. */
const longest = 3660;

const day = (date: string) => DateTime.fromISO(date, { zone: "utc" });
const dateOf = (moment: DateTime): string => moment.toISODate()!;

/**
 * The period that a text asks for, as seen from a day; what cannot be read is the last twelve months. A second text says what it is
 * compared with: `year`, or two days; what cannot be read is the period right before.
 */
export function readPeriod(text: string | undefined, today: string, compare?: string): Period {
  const period = readRange(text, today) ?? named(periodKeys.find((key) => key === text) ?? usualPeriod, today);
  if (compare === "year") return { ...period, against: "year", before: yearBefore(period) };
  const days = readRange(compare, today);
  if (days) return { ...period, against: "days", before: { from: days.from, to: days.to } };
  return { ...period, against: "before" };
}

/** The same, as today has it in the organisation. */
export const periodOf = (
  { now, organisation }: { now: Date; organisation: { timeZone: string } },
  text: string | undefined,
  compare?: string,
): Period => readPeriod(text, civilDate(now, organisation.timeZone), compare);

function named(key: PeriodKey, today: string): Omit<Period, "against"> {
  const now = day(today);
  if (key === "year") {
    const range = { from: dateOf(now.startOf("year")), to: today };
    return { key, ...range, before: yearBefore(range) };
  }
  if (key === "last-year") {
    const last = now.minus({ years: 1 });
    const range = { from: dateOf(last.startOf("year")), to: dateOf(last.endOf("year")) };
    return { key, ...range, before: yearBefore(range) };
  }
  const months = Number.parseInt(key, 10);
  const from = now.minus({ months }).plus({ days: 1 });
  const before = { from: dateOf(from.minus({ months })), to: dateOf(from.minus({ days: 1 })) };
  return { key, from: dateOf(from), to: today, before };
}

/** Two days in their order, neither after today nor so far apart that it is a typing error. */
function readRange(text: string | undefined, today: string): Omit<Period, "against"> | null {
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text ?? "") ?? [];
  if (!from || !to || !day(from).isValid || !day(to).isValid || from < "1970-01-01") return null;
  const end = to > today ? today : to;
  const length = day(end).diff(day(from), "days").days + 1;
  if (length < 1 || length > longest) return null;
  const before = { from: dateOf(day(from).minus({ days: length })), to: dateOf(day(from).minus({ days: 1 })) };
  return { key: `${from}..${end}`, from, to: end, before };
}

const yearBefore = ({ from, to }: DayRange): DayRange => ({
  from: dateOf(day(from).minus({ years: 1 })),
  to: dateOf(day(to).minus({ years: 1 })),
});

/** The moments at which a period begins and ends in a zone: the first one is in it, the last one no more. */
export function momentsOf({ from, to }: DayRange, timeZone: string): { start: Date; end: Date } {
  const at = (date: string) => DateTime.fromISO(date, { zone: timeZone }).startOf("day");
  return { start: at(from).toJSDate(), end: at(to).plus({ days: 1 }).toJSDate() };
}

/** The months that a period touches, oldest first, as their first days; at most so many, the latest ones. */
export function monthsOf({ from, to }: DayRange, most = longest): string[] {
  const months: string[] = [];
  for (let month = day(to).startOf("month"); dateOf(month) >= dateOf(day(from).startOf("month"));) {
    months.unshift(dateOf(month));
    if (months.length === most) break;
    month = month.minus({ months: 1 });
  }
  return months;
}
