import type { Dated } from "./plan-input";

/** How a role fits a technology, the best first, and what that counts. Our own figures: their order matters, not their distance. */
export const fits = {
  /** The line of the role's own technologies names it. */
  "named-by-role": 1,
  "in-bullet": 0.9,
  /** Something of the same family is named there: Spring where Java is. */
  "related-in-role": 0.6,
  /** The resume names it, elsewhere. */
  "elsewhere-in-resume": 0.35,
  nowhere: 0.2,
} as const;

export type FitCode = keyof typeof fits;

/** Why a point stands where it does; said by `placedInWords`. */
export interface PlacedBecause {
  byHand: boolean;
  /** The job asks for the technology. */
  asked: boolean;
  fit: FitCode;
  /** Whole years since the role ended; null where it states no dates. */
  yearsAgo: number | null;
  /** The paragraph behind which a person put it, where nothing can go there. */
  insteadOf?: number;
}

/** Why a point is not taken in; said by `leftOutInWords`. */
export type LeftOutBecause =
  | {
      code:
        | "empty"
        | "by-hand"
        | "no-weight"
        | "no-place"
        | "role-has-no-place"
        | "roles-full"
        | "document-full"
        | "grows-too-long";
    }
  /** The resume says it, in this paragraph. */
  | { code: "said-already" | "nearly-said-already"; paragraph: number }
  /** An earlier point says it. */
  | { code: "same-as-point" | "nearly-same-as-point"; point: number }
  /** What it is about came out after the last role ended. */
  | ({ code: "newer-than-roles" } & Dated);
