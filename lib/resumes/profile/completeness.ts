import type { ProfileFacts } from "./facts";

/**
 * What a profile should say, most useful first: whoever searches for candidates asks for function, level and place before anything
 * else, and a consultant cannot plan without goals. The order is what is offered next; each counts the same, so that the share is one
 * that can be counted by hand.
 */
export const profileParts = [
  "positions",
  "headline",
  "workFunction",
  "careerLevel",
  "industry",
  "locations",
  "goals",
  "languages",
  "summary",
  "experienceYears",
  "relocation",
  "targetPay",
  "noticeWeeks",
  "education",
] as const;
export type ProfilePart = (typeof profileParts)[number];

export interface ProfileContents {
  facts: ProfileFacts;
  positions: number;
  /** Kinds of the sections that are there. */
  sections: readonly string[];
}

export interface Completeness {
  there: ProfilePart[];
  /** What is missing, the most useful first. */
  missing: ProfilePart[];
}

/** Which parts of a profile are there, and which to add next. */
export function completenessOf({ facts, positions, sections }: ProfileContents): Completeness {
  const said = (part: ProfilePart): boolean => {
    if (part === "positions") return positions > 0;
    if (part === "summary" || part === "education") return sections.includes(part);
    const value = facts[part];
    return Array.isArray(value) ? value.length > 0 : value !== "" && value !== null;
  };
  return { there: profileParts.filter(said), missing: profileParts.filter((part) => !said(part)) };
}
