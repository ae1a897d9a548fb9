/*
 * Lists that a form offers and a schema checks. Apart from the schemas, so that a page with a list does not bring what checks.
 */

/** What a programme led to. */
export const landingKinds = ["employed", "self-employed", "portfolio", "study", "retired"] as const;

/** How a landing was found. */
export const landingChannels = [
  "network",
  "approach",
  "search-firm",
  "advertisement",
  "internal",
  "programme",
  "other",
] as const;

/** Why a programme ended without a landing. */
export const closingReasons = [
  "time-over",
  "goal-reached",
  "not-reached",
  "back-to-company",
  "own-way",
  "health",
  "family",
  "sponsor",
  "other",
] as const;
export type ClosingReason = (typeof closingReasons)[number];
