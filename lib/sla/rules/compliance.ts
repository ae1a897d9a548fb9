import type { Clock } from "./clock";
import type { Moment } from "./moment";

export interface Compliance {
  met: number;
  /** Stopped late, or open past the due moment. */
  breached: number;
  /** Open and not late, paused or not. */
  inTime: number;
  excluded: number;
  cancelled: number;
  /** What was met of what is decided; null where nothing is. */
  share: number | null;
}

/** What is counted of a clock, as it was replayed or stored before the moment. */
type Counted = Pick<Clock, "state" | "dueAt">;

/** How many clocks were met, at a moment. */
export function compliance(clocks: Iterable<Counted>, at: Moment): Compliance {
  const counts = { met: 0, breached: 0, inTime: 0, excluded: 0, cancelled: 0 };
  for (const clock of clocks) counts[kindOf(clock, at)] += 1;
  const decided = counts.met + counts.breached;
  return { ...counts, share: decided === 0 ? null : counts.met / decided };
}

/** The same for each key, as of a consultant, a metric or a month; in the order in which keys come first. */
export function complianceBy<One extends Counted, Key>(
  clocks: Iterable<One>,
  keyOf: (clock: One) => Key,
  at: Moment,
): Map<Key, Compliance> {
  const groups = new Map<Key, One[]>();
  for (const clock of clocks) {
    const group = groups.get(keyOf(clock));
    if (group) group.push(clock);
    else groups.set(keyOf(clock), [clock]);
  }
  return new Map([...groups].map(([key, group]) => [key, compliance(group, at)]));
}

function kindOf({ state, dueAt }: Counted, at: Moment): Exclude<keyof Compliance, "share"> {
  if (state === "paused") return "inTime";
  if (state === "running") return dueAt !== null && dueAt <= at ? "breached" : "inTime";
  return state;
}
