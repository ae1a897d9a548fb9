/** Somebody whose turn it may be. */
export interface Candidate {
  id: string;
  /** How much of the sessions they take, next to the others: 2 is twice as many as 1. With 0 they are taken only where nobody else is free. */
  weight: number;
  /** When their sessions begin, at any time. */
  sessions: readonly Date[];
}

/** What counted of a candidate. */
export interface Turn {
  hostId: string;
  weight: number;
  /** Their sessions that begin within the window. */
  sessions: number;
  /** When the last of their sessions before the end of the window begins; null where there was none. */
  lastAt: Date | null;
}

export interface Choice {
  hostId: string;
  /** What told the chosen one from the next: nobody else was free, fewest sessions for their weight, longest since the last one, or the order of ids alone. */
  because: "only" | "fewest" | "longest" | "order";
  /** All who were free, the chosen one first. */
  turns: Turn[];
}

/** Whose turn it is among those who are free; null where nobody is. Sessions are counted that begin from one moment until another. */
export function chooseHost(candidates: readonly Candidate[], window: { from: Date; to: Date }): Choice | null {
  const turns = candidates.map((candidate) => turnOf(candidate, window));
  turns.sort((one, other) => bySessions(one, other) || byLast(one, other) || (one.hostId < other.hostId ? -1 : 1));
  const [chosen, next] = turns;
  if (!chosen) return null;
  const because = !next
    ? "only"
    : bySessions(chosen, next) !== 0
      ? "fewest"
      : byLast(chosen, next) !== 0
        ? "longest"
        : "order";
  return { hostId: chosen.hostId, because, turns };
}

function turnOf({ id, weight, sessions }: Candidate, { from, to }: { from: Date; to: Date }): Turn {
  const before = sessions.filter((at) => at < to);
  const lastAt = before.reduce<Date | null>((last, at) => (last && last >= at ? last : at), null);
  return { hostId: id, weight, sessions: before.filter((at) => at >= from).length, lastAt };
}

/** Multiplied crosswise, so that thirds are as equal as halves. Those without weight come last. */
function bySessions(one: Turn, other: Turn): number {
  if (one.weight <= 0 || other.weight <= 0)
    return Number(one.weight <= 0) - Number(other.weight <= 0) || one.sessions - other.sessions;
  return one.sessions * other.weight - other.sessions * one.weight;
}

/** Who never had one comes first; two who never had one are alike. */
const byLast = (one: Turn, other: Turn): number => lastOf(one) - lastOf(other) || 0;
const lastOf = ({ lastAt }: Turn): number => lastAt?.getTime() ?? -Infinity;
