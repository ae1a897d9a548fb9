import "server-only";
import type { QueryContext } from "@/lib/platform/operation";
import { allMeasures } from "./measures";
import { refreshClocks } from "./refresh-clocks";
import type { Difference } from "./verify-clocks";

/**
 * Stores the clocks of records that were found to differ as their history has them. What was told stays told, and what should have been told by now is
 * told by the next sweep. Returns how many records these were.
 */
export async function mendClocks(
  context: Pick<QueryContext, "tx" | "organisation" | "now">,
  differences: readonly Difference[],
): Promise<number> {
  const measures = await allMeasures();
  const byMetric = new Map<string, Set<string>>();
  for (const { metric, entityId } of differences)
    byMetric.set(metric, (byMetric.get(metric) ?? new Set()).add(entityId));
  const work = [...byMetric].map(([metric, ids]) => ({ measured: measures.get(metric)!, ids: [...ids] }));
  await refreshClocks(context, work);
  return new Set(differences.map(({ entityId }) => entityId)).size;
}
