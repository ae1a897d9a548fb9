import { secondShowing } from "@/lib/business-time/zone-offsets";
import type { Span } from "./question";

/** A civil date and a time of day in minutes from midnight. */
export interface WallTime {
  date: string;
  minute: number;
}

/** Which of its weekday a date is in its month. */
export type MonthWeek = 1 | 2 | 3 | 4 | "last";

/** Every so many weeks on the first one's weekday, or on that weekday of each month. */
export type Repeats = { every: "weeks"; weeks: number } | { every: "month"; which: MonthWeek };

/** The last date on which one may be, or how many there are, those that are left out among them. */
export type Ends = { until: string } | { count: number };

/** Sessions that come again at the same time of day, by the clock of a zone. */
export interface Series {
  /** IANA name. */
  timeZone: string;
  first: WallTime;
  lengthMinutes: number;
  repeats: Repeats;
  ends: Ends;
  /** Dates of the series that are left out (`to` is null), or take place at another time. */
  exceptions: ReadonlyArray<{ date: string; to: WallTime | null }>;
}

export interface Occurrence extends Span {
  /** The date that the series has for it, whenever it takes place. */
  date: string;
  moved: boolean;
}

/** No series has more. */
export const mostOccurrences = 200;

const day = 86_400_000;
const minute = 60_000;

/**
 * When the sessions of a series take place, in order. The time of day stays the same when clocks change. Where it is left out that day it is as much
 * later, where it comes twice the first one is meant, as RFC 5545 has it. A first date that the rule does not name is no occurrence.
 */
export function occurrences(series: Series): Occurrence[] {
  const { first, timeZone, lengthMinutes, exceptions } = series;
  const changed = new Map(exceptions.map(({ date, to }) => [date, to]));
  return datesOf(series)
    .flatMap((date): Occurrence[] => {
      const moved = changed.get(date);
      if (moved === null) return [];
      const at = moved ?? { date, minute: first.minute };
      const startsAt = new Date(secondShowing((Date.parse(at.date) + at.minute * minute) / 1000, timeZone) * 1000);
      const endsAt = new Date(startsAt.getTime() + lengthMinutes * minute);
      return [{ date, startsAt, endsAt, moved: moved !== undefined }];
    })
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime() || (one.date < other.date ? -1 : 1));
}

/** Which Tuesday of its month a Tuesday is, say: the fourth and the last are the same one in some months. A fifth is only the last. */
export function monthWeeksOf(date: string): MonthWeek[] {
  const month = Number(date.slice(5, 7));
  const nth = Math.ceil(Number(date.slice(8)) / 7);
  const isLast = Number(weekly(date, 1).slice(5, 7)) !== month;
  return [...(nth < 5 ? [nth as 1 | 2 | 3 | 4] : []), ...(isLast ? (["last"] as const) : [])];
}

/** The dates that a series names, before any is left out or moved. */
function datesOf({ first, repeats, ends }: Series): string[] {
  if (repeats.every === "weeks" && !(repeats.weeks >= 1))
    throw new RangeError("A series goes on after a week at least.");
  const most = Math.min(mostOccurrences, "count" in ends ? ends.count : mostOccurrences);
  const until = "until" in ends ? ends.until : "9999-12-31";
  const dates: string[] = [];
  for (let place = 0; dates.length < most; place += 1) {
    const date =
      repeats.every === "weeks" ? weekly(first.date, place * repeats.weeks) : monthly(first.date, place, repeats.which);
    if (date > until) break;
    if (date >= first.date) dates.push(date);
  }
  return dates;
}

const weekly = (first: string, weeks: number): string => dateOf(Date.parse(first) + weeks * 7 * day);

/** The same weekday of a month so many months later: its first to fourth, or its last. */
function monthly(first: string, months: number, which: MonthWeek): string {
  const [year, month] = first.split("-").map(Number);
  const weekday = new Date(first).getUTCDay();
  if (which === "last") {
    const last = Date.UTC(year!, month! + months, 0);
    return dateOf(last - ((new Date(last).getUTCDay() - weekday + 7) % 7) * day);
  }
  const begin = Date.UTC(year!, month! - 1 + months, 1);
  return dateOf(begin + (((weekday - new Date(begin).getUTCDay() + 7) % 7) + (which - 1) * 7) * day);
}

const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
