import type { Telling } from "./clock";
import type { KeptClock } from "./kept-clock";
import { measureOf, openFrom, reachedAt, type Stretch } from "./measure";
import type { Moment } from "./moment";
import { secondsOfShare } from "./terms";

/**
 * What a running clock reaches from a moment on if nothing happens to it, in order. What its terms, as they are now, would have had before the
 * moment comes at the moment: nothing is told after the fact.
 */
export function upcoming(clock: KeptClock, from: Moment): Telling[] {
  const { terms, ran } = clock;
  const notBefore = (moment: Moment | null): Moment => Math.max(from, moment ?? from);
  const reached = (seconds: number): Moment => notBefore(reachedAt(ran, seconds, measureOf(terms)));
  const breachAt = clock.breach?.at ?? reached(terms.target.seconds);
  const tellings: Telling[] = [];
  if (!clock.breach) {
    for (const share of terms.warnAt)
      tellings.push({ what: "warning", share, at: reached(secondsOfShare(share, terms)) });
    tellings.push({ what: "breach", at: breachAt });
  }
  const late = since(breachAt, ran);
  for (const { level, afterSeconds } of terms.escalations) {
    const passed = reachedAt(late, afterSeconds, { time: "business", calendar: terms.calendar });
    // Whoever is to step in hears of it at work, also where the target counts nights and weekends.
    const at = openFrom(notBefore(passed), terms.calendar);
    if (at !== null) tellings.push({ what: "escalation", level, at });
  }
  return tellings
    .filter((telling) => !isReached(telling, clock) && !(telling.what === "warning" && telling.at >= breachAt))
    .sort((one, other) => one.at - other.at);
}

/** Whether the clock came to it before, by whichever terms. */
export const isReached = (telling: Telling, { reached }: KeptClock): boolean =>
  reached.some(({ telling: earlier }) => keyOf(earlier) === keyOf(telling));

const keyOf = (telling: Telling): string =>
  telling.what === "warning"
    ? `warning ${telling.share}`
    : telling.what === "breach"
      ? "breach"
      : `escalation ${telling.level}`;

const since = (moment: Moment, stretches: readonly Stretch[]): Stretch[] =>
  stretches
    .filter(({ to }) => to === null || to > moment)
    .map(({ from, to }) => ({ from: Math.max(from, moment), to }));
