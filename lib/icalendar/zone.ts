import { offsetsAround, type OffsetSpan } from "@/lib/business-time/zone-offsets";

/*
 * Seconds of two kinds: moments since the epoch, and what a clock on the wall shows, counted as if it were UTC.
 */

/** A zone: what its clocks are ahead of UTC by, around a year. */
export interface Zone {
  spansAround: (year: number) => readonly OffsetSpan[];
}

export const utc: Zone = { spansAround: () => [{ from: -Infinity, to: Infinity, offset: 0 }] };

/** A zone by its IANA name. Throws a RangeError where there is none. */
export const ianaZone = (name: string): Zone => ({ spansAround: (year) => offsetsAround(year, name) });

/**
 * The moment at which a clock shows a time. A time that is shown twice is the first of the two; one that is left out is taken by the offset
 * before the gap, as RFC 5545 says of both.
 */
export function momentOf(wall: number, zone: Zone): number {
  const spans = zone.spansAround(yearOf(wall));
  let before = spans[0]!;
  for (const span of spans) {
    const at = wall - span.offset;
    if (at < span.from) break;
    if (at < span.to) return at;
    before = span;
  }
  return wall - before.offset;
}

/** Whether there is only one moment at which a clock shows a time. */
export const isShownOnce = (wall: number, zone: Zone): boolean =>
  zone.spansAround(yearOf(wall)).filter(({ from, to, offset }) => from <= wall - offset && wall - offset < to)
    .length === 1;

/** What the clock shows at a moment. */
export function wallAt(moment: number, zone: Zone): number {
  const spans = zone.spansAround(yearOf(moment));
  return moment + (spans.find(({ to }) => moment < to) ?? spans.at(-1)!).offset;
}

export const yearOf = (seconds: number): number => new Date(seconds * 1000).getUTCFullYear();
