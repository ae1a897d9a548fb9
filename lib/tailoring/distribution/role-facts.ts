import type { Dated } from "./plan-input";
import type { FitCode } from "./reasons";

/** What distribution knows of a role. */
export interface RoleFacts {
  /** Places for new bullets: 0 where nothing can go in. */
  room: number;
  /** Bullets that stand there now. */
  bulletCount: number;
  fitOf(technology: string): { code: FitCode; value: number };
  /** 1 for a role that goes on, less for older ones. */
  recency: number;
  /** Whole years since its end; null where it states no dates. */
  yearsAgo: number | null;
  /** The year in which the role ended; null where it goes on or says nothing. */
  endYear: number | null;
  /** Whether a paragraph is a bullet of the role behind which a new one can go. */
  takesBehind(paragraph: number): boolean;
  /** Whether there is any place in it for a point that a person puts there. */
  hasPlace: boolean;
  /**
   * Numbers of the paragraphs behind which bullets about these technologies go, the most wanted first. `taken` are places that are given already.
   * Asked only where there is a place.
   */
  placesFor(technologies: readonly string[], taken: readonly number[]): number[];
}

/** Whether a role ended before a technology was there. */
export const isTooOld = ({ endYear }: RoleFacts, { year }: Dated): boolean => endYear !== null && year > endYear;
