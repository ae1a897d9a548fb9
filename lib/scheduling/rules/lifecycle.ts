/** Where a session stands. Held: somebody is booking it; a hold that nobody confirmed in time has expired. */
export const sessionStates = ["held", "booked", "done", "no_show", "cancelled", "expired"] as const;
export type SessionState = (typeof sessionStates)[number];

/** What can be done to a session. */
export const sessionMoves = ["confirm", "expire", "reschedule", "finish", "miss", "cancel"] as const;
export type SessionMove = (typeof sessionMoves)[number];

/** From which states a move is possible, and where it leads. Whether somebody came can be put right. */
const moves: Record<SessionMove, { from: readonly SessionState[]; to: SessionState }> = {
  confirm: { from: ["held"], to: "booked" },
  expire: { from: ["held"], to: "expired" },
  reschedule: { from: ["booked"], to: "booked" },
  finish: { from: ["booked", "no_show"], to: "done" },
  miss: { from: ["booked", "done"], to: "no_show" },
  cancel: { from: ["held", "booked"], to: "cancelled" },
};

/** Where things stand, said to a person. */
const standing: Record<SessionState, string> = {
  held: "This time is being booked",
  booked: "The session is booked",
  done: "The session took place",
  no_show: "The session was missed",
  cancelled: "The session was cancelled",
  expired: "This time was not booked in time",
};

/** What a move needs first; said after where things stand. */
const needs: Record<SessionMove, string> = {
  confirm: "only a time that is held can be confirmed",
  expire: "only a time that is held can run out",
  reschedule: "only a session that is booked can be moved",
  finish: "only a session that was booked can have taken place",
  miss: "only a session that was booked can be missed",
  cancel: "only a session that is booked can be cancelled",
};

export interface MovedSession {
  state: SessionState;
  startsAt: Date;
  /** Until when it is held. */
  heldUntil: Date | null;
}

export type SessionMoveResult =
  | { allowed: true; to: SessionState }
  | { allowed: false; code: "state" | "held" | "tooLate" | "tooEarly"; why: string };

/** Whether a move is possible now, and if not, why, as a code and as a sentence for the person who tried. */
export function moveSession(
  { state, startsAt, heldUntil }: MovedSession,
  by: SessionMove,
  now: Date,
): SessionMoveResult {
  const { from, to } = moves[by];
  if (!from.includes(state)) return { allowed: false, code: "state", why: `${standing[state]}: ${needs[by]}.` };
  const isOver = heldUntil !== null && heldUntil <= now;
  if (by === "confirm" && isOver)
    return { allowed: false, code: "tooLate", why: "This time was held for a while, and the while is over." };
  if (by === "expire" && !isOver) return { allowed: false, code: "held", why: "This time is still held." };
  if ((by === "finish" || by === "miss") && now < startsAt)
    return { allowed: false, code: "tooEarly", why: "The session has not begun yet." };
  return { allowed: true, to };
}

/** The moves that are possible now, in the order of {@link sessionMoves}. */
export const possibleSessionMoves = (session: MovedSession, now: Date): SessionMove[] =>
  sessionMoves.filter((by) => moveSession(session, by, now).allowed);
