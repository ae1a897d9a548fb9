/** What matters, and how much: 0 does not count, 5 counts most. */
export interface Criterion {
  id: string;
  weight: number;
}

/** An offer with its score per criterion, 1 to 5; what is not scored yet is missing. */
export interface ScoredOffer {
  id: string;
  scores: Readonly<Record<string, number>>;
}

export interface WeighedOffer {
  id: string;
  /** Weight × score, added up. */
  total: number;
  /** Criteria that count and have no score yet: the total says little while there are any. */
  missing: number;
}

/** One change that would bring the second offer level with the first, or ahead. */
export type Tipping =
  | { kind: "weight"; criterionId: string; from: number; to: number }
  | { kind: "score"; criterionId: string; offerId: string; from: number; to: number };

export const most = { weight: 5, score: 5 };

/** The offers with their weighted sums, the best first; those that are equal by id, so that the order is always the same. */
export function weigh(criteria: readonly Criterion[], offers: readonly ScoredOffer[]): WeighedOffer[] {
  return offers
    .map(({ id, scores }) => ({
      id,
      total: criteria.reduce((sum, criterion) => sum + criterion.weight * (scores[criterion.id] ?? 0), 0),
      missing: criteria.filter((criterion) => criterion.weight > 0 && scores[criterion.id] === undefined).length,
    }))
    .sort((left, right) => right.total - left.total || (left.id < right.id ? -1 : 1));
}

/** The most that an offer can reach. */
export const greatestTotal = (criteria: readonly Criterion[]): number =>
  criteria.reduce((sum, { weight }) => sum + weight * most.score, 0);

/**
 * What would change the order of the first two offers: for each criterion the nearest weight, and the nearest score of the
 * second offer, with which it would be level or ahead. Empty where no single change does it, where both are level already, or
 * where scores are missing.
 */
export function tippingPoints(criteria: readonly Criterion[], offers: readonly ScoredOffer[]): Tipping[] {
  const [first, second] = weigh(criteria, offers);
  if (!first || !second || first.missing > 0 || second.missing > 0 || first.total === second.total) return [];
  const scoresOf = (id: string) => offers.find((offer) => offer.id === id)!.scores;
  const [ahead, behind] = [scoresOf(first.id), scoresOf(second.id)];
  const lead = first.total - second.total;
  const tips: Tipping[] = [];
  for (const { id, weight } of criteria) {
    const [best, other] = [ahead[id], behind[id]];
    if (best === undefined || other === undefined) continue;
    const difference = best - other;
    // The lead grows by the difference with each step of the weight; it is gone at the weight where it reaches nothing.
    if (difference !== 0) {
      const step = lead / difference;
      const to = difference > 0 ? weight - Math.ceil(step) : weight + Math.ceil(-step);
      if (to >= 0 && to <= most.weight && to !== weight)
        tips.push({ kind: "weight", criterionId: id, from: weight, to });
    }
    if (weight > 0) {
      const to = other + Math.ceil(lead / weight);
      if (to <= most.score) tips.push({ kind: "score", criterionId: id, offerId: second.id, from: other, to });
    }
  }
  return tips;
}
