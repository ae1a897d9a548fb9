import { IANAZone } from "luxon";

const minute = 60_000;

/**
 * The first minute at which the clock on the wall shows a time of a civil date, by looking at each one; where none does, as much after the clocks
 * changed as the time is after the moment at which they did.
 */
export function shownFirstAt(date: string, minuteOfDay: number, timeZone: string): number {
  const wall = Date.parse(date) + minuteOfDay * minute;
  const zone = IANAZone.create(timeZone);
  const shownAt = (at: number) => at + zone.offset(at) * minute;
  // Clocks change by an hour at most.
  const near = wall - zone.offset(wall) * minute;
  let before = shownAt(near - 91 * minute);
  for (let at = near - 90 * minute; at <= near + 90 * minute; at += minute) {
    const shown = shownAt(at);
    if (shown === wall) return at;
    // The minute before showed an earlier time, this one shows a later one: it was left out in between.
    if (before < wall && shown > wall) return at + (wall - before - minute);
    before = shown;
  }
  throw new RangeError("This clock never shows it.");
}
