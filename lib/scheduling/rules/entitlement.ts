import type { SessionState } from "./lifecycle";

/** A session of the kind in the programme; `counts` says of one that was given up that it was too late, so that it is used all the same. */
export interface EntitledSession {
  state: SessionState;
  counts: boolean;
}

export interface EntitlementUse {
  used: number;
  /** Null where there is no limit. */
  left: number | null;
}

const using: ReadonlySet<SessionState> = new Set(["booked", "done", "no_show"]);

/** How many of the sessions that a programme has of a kind are used and left; null for as many as one likes. What is only held is not used yet. */
export function entitlementUse(most: number | null, sessions: readonly EntitledSession[]): EntitlementUse {
  const used = sessions.filter(({ state, counts }) => using.has(state) || (state === "cancelled" && counts)).length;
  return { used, left: most === null ? null : Math.max(0, most - used) };
}
