import type { BusinessCalendar } from "@/lib/business-time/calendar";

/** What is promised, and who hears of it when: one version of a policy for one metric. */
export interface Terms {
  /** The id of the version. */
  version: string;
  /** How long it may take, in seconds of work or of the clock on the wall. */
  target: { seconds: number; time: "business" | "calendar" };
  /** Shares of the target after which whoever is responsible is warned: 0.5 for half of it. Each is told once, whichever version names it. */
  warnAt: readonly number[];
  /** Who else hears of a breach, by seconds of work after it. Each level is told once. */
  escalations: readonly { afterSeconds: number; level: number }[];
  /** A calendar that changes is a new one, which says itself what held before (`earlier`). */
  calendar: BusinessCalendar;
}

/** After how many seconds a share of the target is used up. */
export const secondsOfShare = (share: number, { target }: Terms): number => Math.round(share * target.seconds);
