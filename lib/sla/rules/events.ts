import type { Metric } from "@/lib/platform/measured";
import type { Moment } from "./moment";
import type { Terms } from "./terms";

/** What caused an event, so that somebody can be told why a clock stands where it does: ids and codes, never text about people. */
export interface Cause {
  code: string;
  /** The record behind it: a message, a session, a policy. */
  id?: string;
  /** Who did it. */
  by?: string;
}

/** What can happen to the clocks of a metric on a record. */
export type ClockEvent = {
  at: Moment;
  /** The order among events of one moment. */
  order: number;
  cause: Cause;
} & (
  | { what: "start" | "pause" | "resume" | "stop" | "reopen" }
  /** The matter fell away: what was open counts nowhere. */
  | { what: "cancel" }
  /** From now on these terms hold; null: no policy, so that no clock begins. Says whether an open clock takes them too. */
  | { what: "terms"; terms: Terms | null; open: "apply" | "keep" }
  /** An approved exclusion of one cycle, of the last one where none is named. */
  | { what: "excluded"; reason: string; cycle?: number }
  | { what: "included"; cycle?: number }
);

/** How the clocks of a metric follow one another. */
export type ClockRules = Pick<Metric, "runs" | "reopened">;

/** What happened until a moment, in order: one list for each moment, so that what comes together is judged together. */
export function stepsUntil(events: readonly ClockEvent[], until: Moment): ClockEvent[][] {
  const ordered = events
    .filter(({ at }) => at <= until)
    .sort((one, other) => one.at - other.at || one.order - other.order);
  const steps: ClockEvent[][] = [];
  for (const event of ordered) {
    const step = steps.at(-1);
    if (step?.[0]?.at === event.at) step.push(event);
    else steps.push([event]);
  }
  return steps;
}
