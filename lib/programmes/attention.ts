import { civilDate, daysBetween, daysSince } from "@/lib/platform/civil-dates";
import { isEnded, type ProgrammeState } from "@/lib/programmes/lifecycle";
import { isQuiet } from "@/lib/programmes/silence";

/** How long a phase usually takes where nothing says it, in days. */
export const usualDaysUnknown = 30;

export interface Standing {
  state: ProgrammeState;
  phaseSince: Date;
  /** How long executives usually stay in the phase. */
  usualDays: number;
  /** For how many days nobody was heard of (`silentDays`). */
  silentDays: number | null;
  /** Due date of the earliest open task. */
  nextDueOn: string | null;
  /** After how many days without contact a programme counts as "not heard of" (`quietAfterDaysOf`). */
  quietAfterDays: number;
}

/** Why a programme needs its consultant, the most pressing first. */
export type Attention = "late" | "quiet" | "stalled" | "paused" | "waiting" | "on-track" | "ended";

/**
 * What to say about a programme in one word. A late task presses most; then silence; then a phase that takes longer than it usually does.
 */
export function attentionOf(standing: Standing, now: Date, timeZone: string): Attention {
  if (isEnded(standing.state)) return "ended";
  if (standing.state === "paused") return "paused";
  if (standing.state === "invited") return "waiting";
  const today = civilDate(now, timeZone);
  if (standing.nextDueOn && daysBetween(standing.nextDueOn, today) > 0) return "late";
  if (isQuiet(standing.silentDays, standing.quietAfterDays)) return "quiet";
  if (daysSince(standing.phaseSince, now, timeZone) > standing.usualDays) return "stalled";
  return "on-track";
}
