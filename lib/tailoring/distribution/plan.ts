import { placePoints } from "./place-points";
import { weightOf, type PlanInput } from "./plan-input";
import type { LeftOutBecause, PlacedBecause } from "./reasons";
import { saidBefore } from "./said-before";

export interface Plan {
  /** By role from the top, and in the order in which they will stand. */
  placed: PlacedPoint[];
  /** In the order of the points. */
  leftOut: LeftOutPoint[];
}

export interface PlacedPoint {
  /** Number of the point in the input. */
  point: number;
  role: number;
  /** Number of the paragraph behind which it goes. */
  after: number;
  because: PlacedBecause;
}

export interface LeftOutPoint {
  point: number;
  because: LeftOutBecause;
}

/**
 * Decides which points a resume takes in, and in which role each.
 *
 * 1. What the resume says already, and what an earlier point says, is left out, whatever it weighs.
 * 2. Points are taken by weight, the heaviest first, as long as all that were taken find a place: in a role that is not older than the technology,
 *    within every limit. Sets of points that find places together are the independent sets of a gammoid (a matroid), for which taking greedily
 *    gives the heaviest set there is; so more weight never means fewer points. Growth of the document ends the taking.
 * 3. Those that were taken are spread over the roles so that the sum of weight × fit × recency is the highest, less what uneven roles cost.
 *
 * Same input, same output: there is no clock and no chance in it, and equals go by their order.
 */
export function distribute(given: PlanInput): Plan {
  const { points, roles } = given;
  // What is decided about a point or a role that is not there decides nothing.
  const decided = new Map(
    [...(given.decided ?? [])].filter(([point, place]) => points[point] && (place === null || roles[place.role])),
  );
  const input = { ...given, decided };
  const leftOut = new Map<number, LeftOutBecause>();
  for (const [point, place] of decided) {
    if (place === null) leftOut.set(point, { code: "by-hand" });
    else if (!roles[place.role]!.hasPlace) {
      decided.delete(point);
      leftOut.set(point, { code: "role-has-no-place" });
    }
  }
  for (const [point, because] of saidBefore(input)) if (!decided.has(point)) leftOut.set(point, because);
  points.forEach(({ technology, text }, point) => {
    if (text.trim() === "") {
      decided.delete(point);
      leftOut.set(point, { code: "empty" });
    }
    if (decided.has(point) || leftOut.has(point)) return;
    if (weightOf(input, technology) <= 0) leftOut.set(point, { code: "no-weight" });
  });
  const open = points.flatMap((_, point) => (decided.has(point) || leftOut.has(point) ? [] : [point]));
  const { roleOf, refused } = placePoints(input, open);
  for (const [point, because] of refused) leftOut.set(point, because);
  for (const [point, place] of decided) if (place) roleOf.set(point, place.role);
  return {
    placed: roles.flatMap((_, role) => placedIn(input, role, roleOf)),
    leftOut: [...leftOut].map(([point, because]) => ({ point, because })).sort((one, other) => one.point - other.point),
  };
}

/** The points of one role where they will stand. */
function placedIn(input: PlanInput, role: number, roleOf: ReadonlyMap<number, number>): PlacedPoint[] {
  const { points, decided } = input;
  const facts = input.roles[role]!;
  const technologyOf = (point: number): string => points[point]!.technology;
  const here = points.flatMap((_, point) => (roleOf.get(point) === role ? [point] : []));
  if (here.length === 0) return [];
  const wanted = (point: number): number | undefined => decided?.get(point)?.after;
  const isChosen = (point: number): boolean => wanted(point) !== undefined && facts.takesBehind(wanted(point)!);
  const weight = (point: number): number => weightOf(input, technologyOf(point));
  const free = here
    .filter((point) => !isChosen(point))
    .sort((one, other) => weight(other) - weight(one) || one - other);
  const places = facts.placesFor(
    free.map(technologyOf),
    here.filter(isChosen).map((point) => wanted(point)!),
  );
  return here
    .map((point) => ({
      ...{ point, role, after: isChosen(point) ? wanted(point)! : places[free.indexOf(point)]! },
      because: {
        byHand: decided?.has(point) ?? false,
        asked: input.weights.has(technologyOf(point)),
        fit: facts.fitOf(technologyOf(point)).code,
        yearsAgo: facts.yearsAgo,
        ...(wanted(point) === undefined || isChosen(point) ? {} : { insteadOf: wanted(point)! }),
      },
    }))
    .sort((one, other) => one.after - other.after);
}
