import { offsetsAround } from "@/lib/business-time/zone-offsets";

/*
 * A calendar by the clock on the wall. All days of a view share one axis in minutes, from midnight on. An hour that a clock shows twice on one of the days has
 * two rows, the second of which is empty on the others; an hour that is left out on a day is empty on that day. So what comes later always stands lower, what
 * does not overlap is never drawn upon each other, and every moment of a day has one place.
 */

/** A stretch of a day over which a minute of time is a minute of the axis. Moments are milliseconds since the epoch. */
export interface AxisPart {
  from: number;
  to: number;
  top: number;
}

export interface DayColumn {
  date: string;
  parts: readonly AxisPart[];
}

/** A place where a row of the axis begins. */
export interface AxisHour {
  top: number;
  /** Minutes after midnight that the clock shows there. */
  wall: number;
  /** It is shown the second time. */
  again: boolean;
}

export interface DayAxis {
  length: number;
  hours: readonly AxisHour[];
  days: readonly DayColumn[];
}

interface Stretch {
  from: number;
  to: number;
}

/** Minutes of the wall, kept with what the clock showed before them a first time. */
interface Span {
  from: number;
  wall: Stretch;
  again: Stretch | null;
}

const minute = 60_000;
const day = 1440;

/** The days of a view in a zone, on one axis. */
export function dayAxis(dates: readonly string[], timeZone: string): DayAxis {
  const spans = dates.map((date) => spansOf(date, timeZone));
  const repeats = uniqueOf(spans.flat().flatMap(({ again }) => again ?? []));
  const shift = (wall: number, passed: readonly Stretch[]) =>
    repeats
      .filter((one) => wall >= one.to || passed.some((other) => sameStretch(one, other)))
      .reduce((sum, { from, to }) => sum + to - from, 0);
  const firsts = hourly({ from: 0, to: day }).map((wall) => ({ wall, again: false, top: wall + shift(wall, []) }));
  const seconds = repeats.flatMap((one) =>
    hourly(one).map((wall) => ({ wall, again: true, top: wall + shift(wall, [one]) })),
  );
  return {
    length: day + repeats.reduce((sum, { from, to }) => sum + to - from, 0),
    hours: [...firsts, ...seconds].sort((one, other) => one.top - other.top),
    days: dates.map((date, at) => ({ date, parts: partsOf(spans[at]!, repeats, shift) })),
  };
}

/** Where a moment stands in a day; null where it is not of that day. */
export function topOf({ parts }: DayColumn, at: number): number | null {
  const part = parts.find(({ from, to }) => from <= at && at < to);
  return part ? part.top + (at - part.from) / minute : null;
}

/** The moment that stands at a place of a day; in an empty row the one after it. Null below the last. */
export function momentAt({ parts }: DayColumn, top: number): number | null {
  const below = (part: AxisPart) => part.top + (part.to - part.from) / minute;
  const part = [...parts].sort((one, other) => one.top - other.top).find((one) => top < below(one));
  return part ? part.from + Math.max(0, top - part.top) * minute : null;
}

/** Rows of a day that no moment has. */
export function emptyRows({ parts }: DayColumn, length: number): { top: number; bottom: number }[] {
  return without(
    length,
    parts.map(({ from, to, top }) => ({ top, bottom: top + (to - from) / minute })),
  );
}

/** What is left of an axis without some stretches. */
export function without(
  length: number,
  stretches: readonly { top: number; bottom: number }[],
): { top: number; bottom: number }[] {
  const left: { top: number; bottom: number }[] = [];
  let from = 0;
  for (const { top, bottom } of [...stretches].sort((one, other) => one.top - other.top)) {
    if (top > from) left.push({ top: from, bottom: top });
    from = Math.max(from, bottom);
  }
  if (from < length) left.push({ top: from, bottom: length });
  return left;
}

function spansOf(date: string, timeZone: string): Span[] {
  const midnight = Date.parse(`${date}T00:00Z`) / 1000;
  const spans: Span[] = [];
  let shown = 0;
  for (const { from, to, offset } of offsetsAround(new Date(midnight * 1000).getUTCFullYear(), timeZone)) {
    const begins = Math.max(from, midnight - offset);
    const ends = Math.min(to, midnight + day * 60 - offset);
    if (begins >= ends) continue;
    const wall = { from: (begins + offset - midnight) / 60, to: (ends + offset - midnight) / 60 };
    spans.push({ from: begins * 1000, wall, again: wall.from < shown ? { from: wall.from, to: shown } : null });
    shown = Math.max(shown, wall.to);
  }
  return spans;
}

function partsOf(
  spans: readonly Span[],
  repeats: readonly Stretch[],
  shift: (wall: number, passed: readonly Stretch[]) => number,
): AxisPart[] {
  const parts: AxisPart[] = [];
  const passed: Stretch[] = [];
  for (const { from, wall, again } of spans) {
    if (again) passed.push(again);
    const cuts = repeats
      .filter((one) => !passed.some((other) => sameStretch(one, other)))
      .map(({ to }) => to)
      .filter((at) => at > wall.from && at < wall.to);
    const edges = [wall.from, ...cuts.sort((one, other) => one - other), wall.to];
    for (const [at, edge] of edges.slice(0, -1).entries())
      parts.push({
        from: from + (edge - wall.from) * minute,
        to: from + (edges[at + 1]! - wall.from) * minute,
        top: edge + shift(edge, passed),
      });
  }
  return parts;
}

const sameStretch = (one: Stretch, other: Stretch) => one.from === other.from && one.to === other.to;

const uniqueOf = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.filter((one, at) => stretches.findIndex((other) => sameStretch(one, other)) === at);

const hourly = ({ from, to }: Stretch): number[] =>
  Array.from({ length: Math.ceil((to - from) / 60) }, (_, at) => from + at * 60);
