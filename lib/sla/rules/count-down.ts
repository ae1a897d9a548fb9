import type { Moment } from "./moment";

/* Imports nothing but a type, so that a browser gets neither calendars nor zones with it. */

/** What is left of a clock at a moment, and when that is counted down until it is due: between the stretches, and where there are none, it stands. */
export interface TimeLeft {
  at: Moment;
  /** Negative when late. */
  seconds: number;
  stretches: readonly { from: Moment; to: Moment }[];
}

/** The seconds that are left at a later moment. */
export const secondsLeft = ({ at, seconds, stretches }: TimeLeft, now: Moment): number =>
  stretches.reduce((left, { from, to }) => left - Math.max(0, Math.min(to, now) - Math.max(from, at)), seconds);

/** When the count next stands still or goes on; null when it does neither any more. */
export const nextTurn = ({ stretches }: TimeLeft, now: Moment): Moment | null =>
  stretches.flatMap(({ from, to }) => [from, to]).find((turn) => turn > now) ?? null;
