import { countUpTo } from "@/lib/platform/ordered";
import { isBusinessDay, type BusinessCalendar } from "./calendar";

/** The date itself when it is worked, else the first one after it that is. */
export const nextBusinessDay = (date: string, calendar: BusinessCalendar): string => addBusinessDays(date, 0, calendar);

/**
 * The n-th business day after a date, or before it when n is negative; with 0 the date itself, or the next business day where it is none.
 * Throws where a calendar has no business day for twenty years.
 */
export function addBusinessDays(date: string, days: number, calendar: BusinessCalendar): string {
  let year = yearOf(date);
  const worked = businessDaysOf(year, calendar);
  // The place among the year's business days that n = 0 (or -1, for going back) points to.
  let place = days > 0 ? countUpTo(worked, date) - 1 + days : before(worked, date) + days;
  for (let barren = 0; barren < 20;) {
    const ofYear = businessDaysOf(year, calendar);
    if (place >= 0 && place < ofYear.length) return ofYear[place]!;
    if (place < 0) place += businessDaysOf((year -= 1), calendar).length;
    else {
      place -= ofYear.length;
      year += 1;
    }
    barren = businessDaysOf(year, calendar).length === 0 ? barren + 1 : 0;
  }
  throw new RangeError("This calendar has no business days.");
}

/**
 * How many business days lie after one date and up to another: from Friday to Monday 1, from a day to itself 0; negative when the second lies
 * before. For each n from 1, `businessDaysBetween(date, addBusinessDays(date, n))` is n.
 */
export function businessDaysBetween(from: string, to: string, calendar: BusinessCalendar): number {
  if (to < from) return -businessDaysBetween(to, from, calendar);
  let days =
    countUpTo(businessDaysOf(yearOf(to), calendar), to) - countUpTo(businessDaysOf(yearOf(from), calendar), from);
  for (let year = yearOf(from); year < yearOf(to); year += 1) days += businessDaysOf(year, calendar).length;
  return days;
}

const years = new WeakMap<BusinessCalendar, Map<number, readonly string[]>>();

/** The business days of a year in order, kept with the calendar: due dates of a programme ask for the same years again and again. */
function businessDaysOf(year: number, calendar: BusinessCalendar): readonly string[] {
  const known = years.get(calendar) ?? new Map<number, readonly string[]>();
  years.set(calendar, known);
  const found = known.get(year);
  if (found) return found;
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); new Date(at).getUTCFullYear() === year; at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    if (isBusinessDay(date, calendar)) days.push(date);
  }
  known.set(year, days);
  return days;
}

/** How many of some ordered dates, each there once, lie before one. */
function before(dates: readonly string[], date: string): number {
  const count = countUpTo(dates, date);
  return dates[count - 1] === date ? count - 1 : count;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
