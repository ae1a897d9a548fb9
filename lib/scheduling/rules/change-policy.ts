import { moveSession, type MovedSession } from "./lifecycle";

/** Until when those who take part may change a session themselves. */
export interface ChangePolicy {
  /** Hours before it begins. */
  moveNoticeHours: number;
  cancelNoticeHours: number;
  /** What a change after that is: refused, or possible and counted as a session that was used. */
  late: "refuse" | "counts";
}

export type ChangeResult =
  /** `counts`: the session that is given up counts as used; what it was moved to counts besides. */
  | { allowed: true; counts: boolean }
  | { allowed: false; code: "state" | "begun" | "late"; why: string; until: Date | null };

const hour = 3_600_000;

/** Whether a session can be moved or cancelled now by one who takes part in it, or by its consultant, who always may and for whom it never counts. */
export function mayChange(
  session: MovedSession,
  change: "reschedule" | "cancel",
  policy: ChangePolicy,
  by: "attendee" | "consultant",
  now: Date,
): ChangeResult {
  const move = moveSession(session, change, now);
  if (!move.allowed) return { allowed: false, code: "state", why: move.why, until: null };
  // A place that is only being booked is given back at any time.
  if (by === "consultant" || session.state === "held") return { allowed: true, counts: false };
  const [hours, done] =
    change === "cancel" ? [policy.cancelNoticeHours, "cancelled"] : [policy.moveNoticeHours, "moved"];
  const until = new Date(session.startsAt.getTime() - hours * hour);
  if (now >= session.startsAt)
    return { allowed: false, code: "begun", why: `The session has begun. It cannot be ${done} any more.`, until };
  if (now <= until) return { allowed: true, counts: false };
  if (policy.late === "counts") return { allowed: true, counts: true };
  const why = `A session can be ${done} up to ${hours} ${hours === 1 ? "hour" : "hours"} before it begins. Your consultant can still change it.`;
  return { allowed: false, code: "late", why, until };
}
