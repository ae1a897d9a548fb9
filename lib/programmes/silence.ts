import { addDays, civilDate, daysSince } from "@/lib/platform/civil-dates";

/** The moments from which silence is counted. */
export interface Heard {
  lastContactAt: Date | null;
  activatedAt: Date | null;
  acceptedAt: Date | null;
}

/** When both last heard of each other; before the first contact silence is counted from the activation, before that from the acceptance. */
export const heardAt = ({ lastContactAt, activatedAt, acceptedAt }: Heard): Date | null =>
  lastContactAt ?? activatedAt ?? acceptedAt;

/** For how many days nobody was heard of, as a person counts them in the organisation's zone; null before a programme was accepted. */
export function silentDays(heard: Heard, now: Date, timeZone: string): number | null {
  const last = heardAt(heard);
  return last && Math.max(daysSince(last, now, timeZone), 0);
}

/** Whether somebody counts as not heard of: more days than the organisation's settings allow (`quietAfterDaysOf`). */
export const isQuiet = (days: number | null, quietAfterDays: number): boolean => days !== null && days > quietAfterDays;

/** The last civil date on which a contact lies too long ago today; whoever was heard of on it or before is quiet. */
export const quietUpTo = (now: Date, timeZone: string, quietAfterDays: number): string =>
  addDays(civilDate(now, timeZone), -quietAfterDays - 1);
