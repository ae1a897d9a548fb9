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

/** Why a point stands where it does. */
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

/** Why a point is not taken in. */
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

const placedIn: Record<FitCode, string> = {
  "named-by-role": "the role names this technology",
  "in-bullet": "a bullet of the role is about it",
  "related-in-role": "the role names something related",
  "elsewhere-in-resume": "the resume names it elsewhere",
  nowhere: "no other role fits better; the resume does not name this technology yet",
};

/** One line in plain English. */
export function placedInWords({ byHand, fit, yearsAgo, asked, insteadOf }: PlacedBecause): string {
  if (insteadOf !== undefined)
    return `Placed in this role by hand. Nothing can go behind paragraph ${insteadOf} of it, so another place was picked.`;
  if (byHand) return "Placed here by hand.";
  const recency =
    yearsAgo === null ? "its dates are not stated" : yearsAgo <= 2 ? "it is recent" : `it ended ${yearsAgo} years ago`;
  const job = asked ? "The job asks for it, " : "";
  const said = `${placedIn[fit]}, and ${recency}.`;
  return job === "" ? said[0]!.toUpperCase() + said.slice(1) : job + said;
}

/** One line in plain English. */
export function leftOutInWords(because: LeftOutBecause): string {
  switch (because.code) {
    case "empty":
      return "There are no words in this point.";
    case "by-hand":
      return "Taken out by hand.";
    case "no-weight":
      return "The job does not want this technology.";
    case "no-place":
      return "No role has a place where a bullet can go.";
    case "role-has-no-place":
      return "The role that it was put into by hand has no place where a bullet can go.";
    case "roles-full":
      return "Every role that fits has as many new bullets as the limit allows.";
    case "document-full":
      return "The document has as many new bullets as the limit allows.";
    case "grows-too-long":
      return "With it the document would grow beyond the pages that are allowed.";
    case "said-already":
      return `The resume says this already, in paragraph ${because.paragraph}.`;
    case "nearly-said-already":
      return `The resume says nearly this already, in paragraph ${because.paragraph}.`;
    case "same-as-point":
      return `Point ${because.point + 1} says the same.`;
    case "nearly-same-as-point":
      return `Point ${because.point + 1} says nearly the same.`;
    case "newer-than-roles":
      return `${because.technology} came out in ${because.year}, after every role had ended.`;
  }
}
