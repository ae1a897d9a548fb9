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
  const found = years.get(year) ?? inOrder(stretchesOf(year, calendar));
  years.set(year, found);
  return found;
}

interface Stretch {
  from: number;
  to: number;
}

function stretchesOf(year: number, calendar: BusinessCalendar): Stretch[] {
  const [begin, end] = [Date.UTC(year, 0, 1) / 1000, Date.UTC(year + 1, 0, 1) / 1000];
  const stretches: Stretch[] = [];
  // Hours that begin up to two days before or after may lie in the year: a night's work, and zones up to 14 hours apart.
  for (let midnight = begin - 3 * day; midnight < end + 2 * day; midnight += day) {
    const date = new Date(midnight * 1000).toISOString().slice(0, 10);
    const { timeZone } = calendarOn(date, calendar);
    for (const { from, to } of hoursOn(date, calendar))
      for (const span of offsetsAround(year, timeZone)) {
        const stretch = {
          from: Math.max(midnight + from * 60 - span.offset, span.from, begin),
          to: Math.min(midnight + to * 60 - span.offset, span.to, end),
        };
        if (stretch.from < stretch.to) stretches.push(stretch);
      }
  }
  return stretches;
}

function inOrder(stretches: Stretch[]): OpenYear {
  stretches.sort((one, other) => one.from - other.from);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { from, to } of stretches) {
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
