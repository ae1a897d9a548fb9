import type { Clock } from "./clock";
import type { ClockEvent, ClockRules } from "./events";
import type { Moment } from "./moment";
import { replay } from "./replay";
import type { Terms } from "./terms";

/** One clock by some terms and by others. */
export interface Comparison {
  before: Clock;
  after: Clock;
}

/** What the clocks of a record would be if one or the other terms had held all along, whatever its history says of terms. */
export function compare(
  rules: ClockRules,
  events: readonly ClockEvent[],
  [before, after]: readonly [before: Terms, after: Terms],
  at: Moment,
): Comparison[] {
  const others = events.filter(({ what }) => what !== "terms");
  const first = Math.min(at, ...others.map((event) => event.at));
  const by = (terms: Terms) => replay(rules, [termsAt(first, Number.NEGATIVE_INFINITY, terms, "keep"), ...others], at);
  return inPairs(by(before), by(after));
}

/**
 * What the clocks of a record would be if new terms were applied now: what is breached stays breached, what is ended stays as it is, and a paused
 * clock takes them when it goes on.
 */
export function compareApplied(
  rules: ClockRules,
  events: readonly ClockEvent[],
  terms: Terms,
  at: Moment,
): Comparison[] {
  const applied = [...events, termsAt(at, Number.POSITIVE_INFINITY, terms, "apply")];
  return inPairs(replay(rules, events, at), replay(rules, applied, at));
}

export interface ComparisonSummary {
  clocks: number;
  /** How many are due sooner or later than before. */
  sooner: number;
  later: number;
  /** How many would be breached, and how many would not be any more. */
  newlyBreached: number;
  noLongerBreached: number;
}

/** What would change over many clocks. A clock that is due in one of the two alone (it is paused in the other, or none begins) is neither sooner nor later. */
export function summaryOf(comparisons: Iterable<Comparison>): ComparisonSummary {
  const summary = { clocks: 0, sooner: 0, later: 0, newlyBreached: 0, noLongerBreached: 0 };
  for (const { before, after } of comparisons) {
    const [was, would] = [before.state === "breached", after.state === "breached"];
    summary.clocks += 1;
    if (before.dueAt !== null && after.dueAt !== null) {
      if (after.dueAt < before.dueAt) summary.sooner += 1;
      if (after.dueAt > before.dueAt) summary.later += 1;
    }
    if (would && !was) summary.newlyBreached += 1;
    if (was && !would) summary.noLongerBreached += 1;
  }
  return summary;
}

const termsAt = (at: Moment, order: number, terms: Terms, open: "apply" | "keep"): ClockEvent => ({
  ...{ at, order, what: "terms", terms, open, cause: { code: "what-if", id: terms.version } },
});

/** Terms change neither whether a clock begins nor whether it ends, so cycles are the same ones. */
const inPairs = (before: readonly Clock[], after: readonly Clock[]): Comparison[] =>
  before.flatMap((clock, place) => (after[place] ? [{ before: clock, after: after[place] }] : []));
