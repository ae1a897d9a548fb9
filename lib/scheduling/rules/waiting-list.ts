import type { Span } from "./question";

/** Somebody who waits for a place in a group session. */
export interface Waiting {
  id: string;
  joinedAt: Date;
  /** When they have other sessions. */
  sessions: readonly Span[];
}

export interface MovingUp {
  /** Who gets a place, in the order in which they joined. */
  ids: string[];
  /** Who would have come before the last of them, or gets none, because they have another session then. They stay on the list. */
  skipped: string[];
}

/** Who moves up from a waiting list when places are free: who joined first, without those who have another session at that time. */
export function whoMovesUp(places: number, session: Span, waiting: readonly Waiting[]): MovingUp {
  const inTurn = [...waiting].sort(
    (one, other) => one.joinedAt.getTime() - other.joinedAt.getTime() || (one.id < other.id ? -1 : 1),
  );
  const [ids, skipped]: [string[], string[]] = [[], []];
  for (const { id, sessions } of inTurn) {
    if (ids.length >= places) break;
    const isTaken = sessions.some(({ startsAt, endsAt }) => startsAt < session.endsAt && endsAt > session.startsAt);
    (isTaken ? skipped : ids).push(id);
  }
  return { ids, skipped };
}
