import { addBusinessSeconds, businessSecondsBetween, nextOpening } from "@/lib/business-time/business-time";
import type { BusinessCalendar } from "@/lib/business-time/calendar";
import { dateOf, momentOf, type Moment } from "./moment";
import type { Terms } from "./terms";

/** A stretch of time; without an end it goes on. */
export interface Stretch {
  from: Moment;
  to: Moment | null;
}

/** What is counted: seconds of work by a calendar, or all seconds. */
export interface Measure {
  time: "business" | "calendar";
  calendar: BusinessCalendar;
}

export const measureOf = ({ target, calendar }: Terms): Measure => ({ time: target.time, calendar });

export const secondsBetween = (from: Moment, to: Moment, { time, calendar }: Measure): number =>
  time === "calendar" ? to - from : businessSecondsBetween(dateOf(from), dateOf(to), calendar);

/** What some stretches come to until a moment. */
export const secondsIn = (stretches: readonly Stretch[], until: Moment, measure: Measure): number =>
  stretches.reduce((sum, { from, to }) => sum + secondsBetween(from, to ?? until, measure), 0);

/**
 * The moment within some stretches at which that many seconds have passed in them; null where they end before. What is reached at the very
 * moment at which a stretch ends is reached when the next one begins: a clock that was halted in time is not late as long as it stands.
 */
export function reachedAt(stretches: readonly Stretch[], seconds: number, measure: Measure): Moment | null {
  let left = seconds;
  for (const { from, to } of stretches) {
    const at = added(from, left, measure);
    if (to === null || at < to) return at;
    left -= secondsBetween(from, to, measure);
  }
  return null;
}

const added = (from: Moment, seconds: number, { time, calendar }: Measure): Moment =>
  time === "calendar" ? from + seconds : momentOf(addBusinessSeconds(dateOf(from), seconds, calendar));

/** The moment itself when work is done then, else the next one at which it is; null where a calendar never opens again. */
export function openFrom(moment: Moment, calendar: BusinessCalendar): Moment | null {
  const opening = nextOpening(dateOf(moment), calendar);
  return opening && momentOf(opening);
}
