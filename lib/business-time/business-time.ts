import { countUpTo } from "@/lib/platform/ordered";
import type { BusinessCalendar } from "./calendar";
import { openYear, type OpenYear } from "./open-hours";

/*
 * Time in which work is done. Moments are taken to the whole second, what is left of one is cut off; durations are whole seconds of open time.
 */

/** Years without an open second after which a calendar counts as one that never opens. */
const mostBarren = 20;

/** Whether work is done at a moment. The moment at which hours begin is open, the one at which they end is not. */
export function isOpen(moment: Date, calendar: BusinessCalendar): boolean {
  const at = secondOf(moment);
  const year = openYear(yearOf(at), calendar);
  const place = lastUpTo(year.starts, at);
  return place >= 0 && at < year.ends[place]!;
}

/** The moment itself when it is open, else the one at which the next hours begin; null where a calendar does not open for twenty years. */
export function nextOpening(moment: Date, calendar: BusinessCalendar): Date | null {
  const at = secondOf(moment);
  for (let year = yearOf(at), until = year + mostBarren; year <= until; year += 1) {
    const { starts, ends } = openYear(year, calendar);
    const place = lastUpTo(ends, at) + 1;
    if (place < starts.length) return dateOf(Math.max(at, starts[place]!));
  }
  return null;
}

/** The moment itself when hours of work lead up to it, else the one at which the last ones before it ended; null where there were none for twenty years. */
export function previousClosing(moment: Date, calendar: BusinessCalendar): Date | null {
  const at = secondOf(moment);
  for (let year = yearOf(at), until = year - mostBarren; year >= until; year -= 1) {
    const { starts, ends } = openYear(year, calendar);
    const place = lastUpTo(starts, at - 1);
    if (place >= 0) return dateOf(Math.min(at, ends[place]!));
  }
  return null;
}

/** The open seconds from one moment to another; negative when the second lies before the first. */
export function businessSecondsBetween(from: Date, to: Date, calendar: BusinessCalendar): number {
  const [begin, end] = [secondOf(from), secondOf(to)];
  if (end < begin) return -businessSecondsBetween(to, from, calendar);
  let seconds = openBefore(end, calendar) - openBefore(begin, calendar);
  for (let year = yearOf(begin); year < yearOf(end); year += 1) seconds += openYear(year, calendar).before.at(-1)!;
  return seconds;
}

/**
 * The first moment until which that many open seconds have passed; with a negative number the last moment from which as many pass until the
 * given one, with none the moment itself. Counting between the two gives the number back. Throws a RangeError where a calendar has no
 * more open time for twenty years.
 */
export function addBusinessSeconds(moment: Date, seconds: number, calendar: BusinessCalendar): Date {
  const at = secondOf(moment);
  if (!Number.isSafeInteger(seconds)) throw new RangeError("Business time is added in whole seconds.");
  if (seconds === 0) return dateOf(at);
  let year = yearOf(at);
  // How far into the open time of the year the answer lies.
  let left = openBefore(at, calendar) + seconds;
  for (let barren = 0; barren <= mostBarren;) {
    const ofYear = openYear(year, calendar);
    const total = ofYear.before.at(-1)!;
    if (seconds > 0 ? left <= total : left >= 0 && left < total) return dateOf(momentIn(ofYear, left, seconds > 0));
    if (seconds > 0) {
      left -= total;
      year += 1;
    } else left += openYear((year -= 1), calendar).before.at(-1)!;
    barren = total === 0 ? barren + 1 : 0;
  }
  throw new RangeError("This calendar has no business time.");
}

/** The moment of a year at which that much of its open time has passed: the first such or the last. */
function momentIn({ starts, before }: OpenYear, passed: number, first: boolean): number {
  const place = lastUpTo(before, first ? passed - 1 : passed);
  return starts[place]! + passed - before[place]!;
}

/** The open seconds of a moment's own year before it. */
function openBefore(at: number, calendar: BusinessCalendar): number {
  const { starts, ends, before } = openYear(yearOf(at), calendar);
  const place = lastUpTo(starts, at);
  return place < 0 ? 0 : before[place]! + Math.min(at, ends[place]!) - starts[place]!;
}

/** The place of the last of some ordered numbers that is not above one; -1 where all are. */
const lastUpTo = (ordered: readonly number[], most: number): number => countUpTo(ordered, most) - 1;

const secondOf = (moment: Date): number => Math.floor(moment.getTime() / 1000);
const dateOf = (second: number): Date => new Date(second * 1000);
const yearOf = (second: number): number => dateOf(second).getUTCFullYear();
