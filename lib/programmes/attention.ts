import { civilDate, daysBetween, daysSince } from "@/lib/programmes/dates";
import { isEnded, type ProgrammeState } from "@/lib/programmes/lifecycle";

/** How long after activation the first contact may take, in days, before both people are told. */
export const firstContactWithinDays = 2;

export interface Standing {
  state: ProgrammeState;
  phaseSince: Date;
  /** How long executives usually stay in the phase. */
  usualDays: number;
  lastContactAt: Date | null;
  activatedAt: Date | null;
  /** Due date of the earliest open task. */
  nextDueOn: string | null;
  /** After how many days without contact a programme counts as "not heard of" (`quietAfterDaysOf`). */
  quietAfterDays: number;
}

/** Why a programme needs its consultant, the most pressing first. */
export type Attention = "late" | "quiet" | "stalled" | "paused" | "waiting" | "on-track" | "ended";

/**
 * What to say about a programme in one word. A late task presses most; then silence (counted from the last contact, or from
 * the activation where there was none); then a phase that takes longer than it usually does.
 */
export function attentionOf(standing: Standing, now: Date, timeZone: string): Attention {
  if (isEnded(standing.state)) return "ended";
  if (standing.state === "paused") return "paused";
  if (standing.state === "invited") return "waiting";
  const today = civilDate(now, timeZone);
  if (standing.nextDueOn && daysBetween(standing.nextDueOn, today) > 0) return "late";
  const heard = standing.lastContactAt ?? standing.activatedAt;
  if (heard && daysSince(heard, now, timeZone) > standing.quietAfterDays) return "quiet";
  if (daysSince(standing.phaseSince, now, timeZone) > standing.usualDays) return "stalled";
  return "on-track";
}
