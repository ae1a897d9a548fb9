import type { Cause, ClockEvent } from "./events";
import type { Moment } from "./moment";
import type { Terms } from "./terms";

/** Something that somebody must be told of a clock. */
export type News = { what: "warning"; share: number } | { what: "breach" } | { what: "escalation"; level: number };

export type Telling = { at: Moment } & News;

/** What happened to one clock: an event that changed something for it, with its cause, or something that it reached. */
export type Happening = { what: ClockEvent["what"]; cause: Cause } | News;

export interface ClockStep {
  at: Moment;
  happened: readonly Happening[];
  /** The version of the terms, the seconds used up and the due moment as they were then. */
  version: string;
  elapsed: number;
  dueAt: Moment | null;
}

/**
 * One clock at a moment. Seconds are of the target's measure, anew with all that ran when the terms changed.
 */
export interface Clock {
  /** 1 for the first of a metric on a record. */
  cycle: number;
  /** An exclusion stands before all but `cancelled`; a breach before what became of the clock since. */
  state: "running" | "paused" | "met" | "breached" | "cancelled" | "excluded";
  /** The terms by which it runs. */
  terms: Terms;
  /** Whether it counts now, in hours of work or not: open and not paused, late or excluded as it may be. */
  counts: boolean;
  startedAt: Moment;
  /** When it is or was due. While it is paused, nothing is due, unless it had been missed; then it is the due moment that was. */
  dueAt: Moment | null;
  /** Seconds used up, over what ran. */
  elapsed: number;
  /** The target less what is used up; negative when late. */
  remaining: number;
  /** Seconds for which it was paused. What lies between a stop and a reopening is neither used up nor paused. */
  paused: number;
  /** When it was stopped or cancelled. */
  stoppedAt: Moment | null;
  /** The due moment that passed, or the moment of the terms by which it had passed already. */
  breachedAt: Moment | null;
  exclusion: { at: Moment; reason: string } | null;
  /** All that came to be told, in order; the two lists below are parts of it. */
  told: readonly Telling[];
  warnings: readonly { share: number; at: Moment }[];
  escalations: readonly { level: number; at: Moment }[];
  /** What must be told from here on if nothing else happens, in order, and the first of it. */
  coming: readonly Telling[];
  next: Telling | null;
  history: readonly ClockStep[];
}
