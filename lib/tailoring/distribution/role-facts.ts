import type { FitCode } from "./reasons";

/** What distribution knows of a role. */
export interface RoleFacts {
  /** Places for new bullets: 0 where nothing can go in. */
  room: number;
  /** Bullets that stand there now. */
  bulletCount: number;
  fitOf(technology: string): { code: FitCode; value: number };
  /** 1 for the newest role, less for older ones. */
  recency: number;
  /** Whole years between its end and the end of the newest role, or null. */
  yearsAgo: number | null;
  /** The year in which the role ended; null where it goes on or says nothing. */
  endYear: number | null;
  /** The year in which a technology came out; null where that is not known. */
  firstYearOf(technology: string): number | null;
  /** Number of the paragraph behind which a bullet about a technology goes. */
  behind(technology: string): number;
}

/** Whether a role ended before a technology was there. */
export const isTooOld = (role: RoleFacts, technology: string): boolean => {
  const year = role.firstYearOf(technology);
  return role.endYear !== null && year !== null && year > role.endYear;
};
