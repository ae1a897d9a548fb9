import type { InventoryForm, ItemAnswers } from "@/lib/inventories/items";

/** Highest answer of the scale; the lowest is 1. */
const top = 5;

/**
 * Score of each dimension: the mean of its items, reversed ones counted as 6 − answer (summated ratings: R. Likert, Archives of
 * Psychology 140, 1932). From 1 to 5. These are the person's own answers put together; there is no norm group behind them.
 * @returns null for a dimension of which an item has no answer
 */
export function scoresOf({ dimensions, items }: InventoryForm, answers: ItemAnswers): Record<string, number | null> {
  return Object.fromEntries(
    dimensions.map((dimension) => {
      const given = items
        .filter((item) => item.dimension === dimension)
        .map(({ key, reversed }) => {
          const answer = answers[key];
          return answer === undefined ? null : reversed ? top + 1 - answer : answer;
        });
      if (given.includes(null)) return [dimension, null];
      return [dimension, given.reduce<number>((sum, answer) => sum + (answer ?? 0), 0) / given.length];
    }),
  );
}

/**
 * Values against the person's own mean, so that one who calls everything important is not taken to want more than others
 * (centring: S. H. Schwartz, Advances in Experimental Social Psychology 25, 1992). The most important first.
 */
export function rankedValues(scores: Readonly<Record<string, number>>): Array<{ value: string; centred: number }> {
  const all = Object.values(scores);
  const mean = all.reduce((sum, score) => sum + score, 0) / all.length;
  return Object.entries(scores)
    .map(([value, score]) => ({ value, centred: score - mean }))
    .sort((left, right) => right.centred - left.centred);
}

/** Around Holland's hexagon: neighbours have most in common, opposites least. */
export const hexagon = ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"] as const;

export interface InterestProfile {
  /** The three highest, highest first; equal ones in the hexagon's order. Empty where all are equal: there is no order then. */
  code: readonly string[];
  /** How near the first two lie on the hexagon. */
  consistency: "high" | "medium" | "low";
  /** Highest less lowest score: how clearly the profile stands out. From 0 to 4. */
  differentiation: number;
}

/**
 * Holland's code with its consistency (distance of the first two on the hexagon) and differentiation (highest less lowest score), after
 * J. L. Holland, "Making Vocational Choices", third edition, 1997.
 */
export function interestProfile(scores: Readonly<Record<string, number>>): InterestProfile {
  const ranked = [...hexagon].sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0));
  const [first, second] = ranked;
  const steps = Math.abs(hexagon.indexOf(first!) - hexagon.indexOf(second!));
  const distance = Math.min(steps, hexagon.length - steps);
  const differentiation = (scores[ranked[0]!] ?? 0) - (scores[ranked.at(-1)!] ?? 0);
  return {
    code: differentiation > 0 ? ranked.slice(0, 3) : [],
    consistency: distance === 1 ? "high" : distance === 2 ? "medium" : "low",
    differentiation,
  };
}

/** Where a score lies on the scale, in a word. */
export const bandOf = (score: number): "low" | "middle" | "high" =>
  score < 2.5 ? "low" : score > 3.5 ? "high" : "middle";
