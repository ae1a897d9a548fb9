import { placePoints } from "./place-points";
import { weightOf, type Decided, type PlanInput } from "./plan-input";
import type { LeftOutBecause, PlacedBecause } from "./reasons";
import type { RoleFacts } from "./role-facts";
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
  for (const [point, place] of decided) if (place === null) leftOut.set(point, { code: "by-hand" });
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
    placed: roles.flatMap((facts, role) =>
      points
        .flatMap(({ technology }, point) =>
          roleOf.get(point) === role
            ? [{ point, role, ...placeIn(input, technology, facts, decided.get(point) ?? null) }]
            : [],
        )
        .sort((one, other) => one.after - other.after),
    ),
    leftOut: [...leftOut].map(([point, because]) => ({ point, because })).sort((one, other) => one.point - other.point),
  };
}

function placeIn(
  input: PlanInput,
  technology: string,
  facts: RoleFacts,
  byHand: Decided | null,
): Pick<PlacedPoint, "after" | "because"> {
  const wanted = byHand?.after;
  const isPlace = wanted !== undefined && facts.takesBehind(wanted);
  return {
    after: isPlace ? wanted : facts.behind(technology),
    because: {
      byHand: byHand !== null,
      asked: input.weights.has(technology),
      fit: facts.fitOf(technology).code,
      yearsAgo: facts.yearsAgo,
      ...(wanted === undefined || isPlace ? {} : { insteadOf: wanted }),
    },
  };
}
