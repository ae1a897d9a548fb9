import { openYear } from "@/lib/business-time/open-hours";
import type { Clock } from "./clock";
import type { TimeLeft } from "./count-down";
import { measureOf, secondsBetween } from "./measure";
import { dateOf, type Moment } from "./moment";
import type { Terms } from "./terms";

type Counted = Pick<Clock, "counts" | "breachedAt" | "dueAt" | "remaining" | "terms">;

/**
 * What is left of a clock at a moment, for who counts it down without the calendar. A clock that runs may have been replayed before, as long as
 * nothing has happened to it since.
 */
export function timeLeft({ counts, breachedAt, dueAt, remaining, terms }: Counted, at: Moment): TimeLeft {
  // Longer terms leave a clock late that was late, though by them there would be time.
  if (breachedAt !== null) return { at, seconds: Math.min(remaining, 0), stretches: [] };
  if (!counts || dueAt === null) return { at, seconds: remaining, stretches: [] };
  const wall = at < dueAt ? [{ from: at, to: dueAt }] : [];
  const stretches = terms.target.time === "calendar" ? wall : openStretches(terms, at, dueAt);
  return { at, seconds: secondsBetween(at, dueAt, measureOf(terms)), stretches };
}

/** The hours of work between two moments, those that go on over New Year as one. */
function openStretches({ calendar }: Terms, from: Moment, to: Moment): { from: Moment; to: Moment }[] {
  const stretches: { from: Moment; to: Moment }[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const { starts, ends } = openYear(year, calendar);
    for (const [place, start] of starts.entries()) {
      const stretch = { from: Math.max(start, from), to: Math.min(ends[place]!, to) };
      if (stretch.from >= stretch.to) continue;
      const last = stretches.at(-1);
      if (last?.to === stretch.from) last.to = stretch.to;
      else stretches.push(stretch);
    }
  }
  return stretches;
}

const yearOf = (moment: Moment): number => dateOf(moment).getUTCFullYear();
