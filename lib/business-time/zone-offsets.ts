import { IANAZone } from "luxon";

/** A stretch of time over which a zone keeps one offset: seconds since the epoch, and local time less UTC in seconds. */
export interface OffsetSpan {
  from: number;
  to: number;
  offset: number;
}

/** No zone changes its clocks twice within it. */
const step = 2 * 86_400;

const known = new Map<string, Map<number, readonly OffsetSpan[]>>();

/**
 * The offsets of an IANA zone over a UTC year and a week to both sides of it, in order and without gaps; asked for once in a process. Throws a RangeError for a
 * zone that is not known.
 */
export function offsetsAround(year: number, timeZone: string): readonly OffsetSpan[] {
  const found = known.get(timeZone)?.get(year);
  if (found) return found;
  const week = 7 * 86_400;
  const spans = offsetSpans(timeZone, Date.UTC(year, 0, 1) / 1000 - week, Date.UTC(year + 1, 0, 1) / 1000 + week);
  const years = known.get(timeZone) ?? new Map<number, readonly OffsetSpan[]>();
  known.set(timeZone, years.set(year, spans));
  return spans;
}

/** The offset of an IANA zone at a second since the epoch, and for how long it holds within the year. */
export const offsetAt = (at: number, timeZone: string): OffsetSpan =>
  offsetsAround(new Date(at * 1000).getUTCFullYear(), timeZone).find((span) => at < span.to)!;

/**
 * The second at which the clock on the wall shows a time, given as if the wall were in UTC. A time that is left out when clocks go forward is taken
 * as much later, one that is shown twice is taken the first time, as RFC 5545 has it.
 */
export function secondShowing(wall: number, timeZone: string): number {
  const spans = offsetsAround(new Date(wall * 1000).getUTCFullYear(), timeZone);
  const place = spans.findIndex((span) => wall - span.offset < span.to);
  const isLeftOut = wall - spans[place]!.offset < spans[place]!.from;
  return wall - spans[isLeftOut ? place - 1 : place]!.offset;
}

function offsetSpans(timeZone: string, from: number, to: number): OffsetSpan[] {
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new RangeError(`There is no time zone “${timeZone}”.`);
  const offsetAt = (at: number): number => Math.round(zone.offset(at * 1000) * 60);
  const spans: OffsetSpan[] = [];
  let open = { from, offset: offsetAt(from) };
  for (let at = from; at < to;) {
    const next = Math.min(at + step, to);
    const offset = offsetAt(next);
    if (offset !== open.offset) {
      const change = firstWith(offset, at, next, offsetAt);
      spans.push({ ...open, to: change });
      open = { from: change, offset };
    }
    at = next;
  }
  if (open.from < to) spans.push({ ...open, to });
  return spans;
}

/** The first second that has an offset which `after` has and `before` has not. */
function firstWith(offset: number, before: number, after: number, offsetAt: (at: number) => number): number {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}
