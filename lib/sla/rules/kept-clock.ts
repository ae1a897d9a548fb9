import type { ClockStep, Happening, Telling } from "./clock";
import type { Cause } from "./events";
import { measureOf, reachedAt, secondsIn, type Stretch } from "./measure";
import type { Moment } from "./moment";
import type { Terms } from "./terms";

/** What is kept of a clock while its history is gone through: when it ran, by which terms, and what it reached. */
export interface KeptClock {
  cycle: number;
  startedAt: Moment;
  ended: { at: Moment; how: "stopped" | "cancelled" } | null;
  /** In order and apart; the last one has no end while it goes on. */
  ran: Stretch[];
  stood: Stretch[];
  terms: Terms;
  /** Terms that were applied to it, and hold from when it runs. */
  coming: { terms: Terms; cause: Cause } | null;
  exclusion: { at: Moment; reason: string } | null;
  breach: { at: Moment; dueAt: Moment } | null;
  /** What it reached; what it reached while it was excluded is never told. */
  reached: { telling: Telling; told: boolean }[];
  history: ClockStep[];
}

export const isRunning = ({ ended, ran }: KeptClock): boolean => !ended && ran.at(-1)?.to === null;

/** A clock that begins, or goes on, in the record's state. */
export function letRun(clock: KeptClock, at: Moment, isPaused: boolean): void {
  clock.ended = null;
  (isPaused ? clock.stood : clock.ran).push({ from: at, to: null });
}

/** Ends what goes on. */
export function halt({ ran, stood }: KeptClock, at: Moment): void {
  for (const last of [ran.at(-1), stood.at(-1)]) if (last) last.to ??= at;
}

/** When it is due if nothing more happens; of one that ended, when it would have been. Terms that were changed may put that into the past. */
export function dueOf({ breach, ended, ran, terms }: KeptClock): Moment | null {
  if (breach) return breach.dueAt;
  const last = ran.at(-1);
  const goneOn = last && ended?.at === last.to ? [...ran.slice(0, -1), { from: last.from, to: null }] : ran;
  return reachedAt(goneOn, terms.target.seconds, measureOf(terms));
}

export const elapsedOf = ({ ran, terms }: KeptClock, until: Moment): number => secondsIn(ran, until, measureOf(terms));

/** Writes down what happened; what happened at one moment is one step. */
export function note(clock: KeptClock, at: Moment, happening: Happening): void {
  const last = clock.history.at(-1);
  const earlier = last?.at === at ? clock.history.pop()!.happened : [];
  clock.history.push({
    at,
    happened: [...earlier, happening],
    version: clock.terms.version,
    elapsed: elapsedOf(clock, at),
    dueAt: dueOf(clock),
  });
}
