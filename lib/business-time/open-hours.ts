import { hoursOn, calendarOn, type BusinessCalendar } from "./calendar";
import { offsetsAround } from "./zone-offsets";

/** The open time of a UTC year, in seconds since the epoch: stretches in order that neither touch nor reach into another year. */
export interface OpenYear {
  starts: readonly number[];
  ends: readonly number[];
  /** Open seconds of the year before each stretch, and of the whole year as the last. */
  before: readonly number[];
}

const day = 86_400;

const known = new WeakMap<BusinessCalendar, Map<number, OpenYear>>();

/**
 * The open time of a year, worked out once for each calendar. A moment is open when the clock on the wall of the calendar's zone shows an hour of
 * work: where clocks go back an hour it is shown twice and counts twice, where they go forward what is left out counts nothing.
 */
export function openYear(year: number, calendar: BusinessCalendar): OpenYear {
  const years = known.get(calendar) ?? new Map<number, OpenYear>();
  known.set(calendar, years);
  const found = years.get(year) ?? inOrder(hoursOfYear(year, calendar));
  years.set(year, found);
  return found;
}

/** Hours of one day that are open from a second to another, over which the zone keeps one offset. */
export interface OpenHours {
  from: number;
  to: number;
  /** When the hours began that day, by that offset. What is counted from there is counted by the clock on the wall, whatever clocks did between. */
  began: number;
}

/** The hours that are open between two seconds, day by day: not in order where clocks change, and those of a night may overlap the next day's. */
export function hoursBetween(begin: number, end: number, calendar: BusinessCalendar): OpenHours[] {
  const hours: OpenHours[] = [];
  // Hours that begin up to two days before or after may lie between: a night's work, and zones up to 14 hours apart.
  for (let midnight = begin - (begin % day) - 3 * day; midnight < end + 2 * day; midnight += day) {
    const onDay = new Date(midnight * 1000);
    const date = onDay.toISOString().slice(0, 10);
    const spans = offsetsAround(onDay.getUTCFullYear(), calendarOn(date, calendar).timeZone);
    for (const { from, to } of hoursOn(date, calendar))
      for (const span of spans) {
        const began = midnight + from * 60 - span.offset;
        const open = {
          from: Math.max(began, span.from, begin),
          to: Math.min(midnight + to * 60 - span.offset, span.to, end),
          began,
        };
        if (open.from < open.to) hours.push(open);
      }
  }
  return hours;
}

const hoursOfYear = (year: number, calendar: BusinessCalendar): OpenHours[] =>
  hoursBetween(Date.UTC(year, 0, 1) / 1000, Date.UTC(year + 1, 0, 1) / 1000, calendar);

function inOrder(hours: OpenHours[]): OpenYear {
  hours.sort((one, other) => one.from - other.from);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { from, to } of hours) {
    const last = ends.length - 1;
    if (last >= 0 && from <= ends[last]!) ends[last] = Math.max(ends[last]!, to);
    else {
      starts.push(from);
      ends.push(to);
    }
  }
  const before = [0];
  for (const [at, start] of starts.entries()) before.push(before[at]! + ends[at]! - start);
  return { starts, ends, before };
}
