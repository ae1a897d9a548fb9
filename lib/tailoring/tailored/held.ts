import type { PlacedPoint } from "@/lib/tailoring/distribution/plan";
import type { Draft } from "./draft-schema";

/**
 * What stays where the plan had put it. While a person decides on single points the others do not jump about: they are held where they stood when
 * the decision was made. A point that was reworded, or that the person gives back to the plan, is placed anew; so are all when the pages allowed change.
 * @param placed what stood before the change, numbers of points being places in `before.points`; empty where nothing was planned
 */
export function heldAfter(
  before: Draft,
  after: Pick<Draft, "points" | "decided" | "pages">,
  placed: readonly Pick<PlacedPoint, "point" | "role" | "after">[],
): Draft["held"] {
  if (after.pages !== before.pages) return {};
  const decides = JSON.stringify(after.decided) !== JSON.stringify(before.decided);
  const stood = decides
    ? placed.map(({ point, role, after }) => [before.points[point]!.id, { role, after }] as const)
    : Object.entries(before.held);
  const words = new Map(before.points.map(({ id, technology, text }) => [id, `${technology}\n${text}`]));
  const same = new Set(
    after.points.flatMap(({ id, technology, text }) => (words.get(id) === `${technology}\n${text}` ? [id] : [])),
  );
  return Object.fromEntries(
    stood.filter(([id]) => same.has(id) && !(id in after.decided) && !(decides && id in before.decided)),
  );
}
