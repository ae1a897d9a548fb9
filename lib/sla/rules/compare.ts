import type { Clock } from "./clock";

/** One clock as it is and as it would be. */
export interface Comparison {
  before: Clock;
  after: Clock;
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

/** The clocks of a record by two replays up to one moment. What is promised changes neither whether a clock begins nor whether it ends, so cycles are the same ones. */
export const pairsOf = (before: readonly Clock[], after: readonly Clock[]): Comparison[] =>
  before.flatMap((clock) => {
    const same = after.find(({ cycle }) => cycle === clock.cycle);
    return same ? [{ before: clock, after: same }] : [];
  });

/** Whether anything would be otherwise for who waits: when it is due, or whether it is too late. */
export const isOtherwise = ({ before, after }: Comparison): boolean =>
  before.dueAt !== after.dueAt || before.state !== after.state;

/** What would change over many clocks. A clock that is due in one of the two alone (it is paused in the other) is neither sooner nor later. */
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
