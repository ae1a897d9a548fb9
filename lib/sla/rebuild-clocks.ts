import "server-only";
import { slaLooks, slaMoments } from "@/db/schema/sla";
import type { Measured } from "@/lib/platform/measured";
import type { QueryContext } from "@/lib/platform/operation";
import { allMeasures } from "./measures";
import { refreshClocks } from "./refresh-clocks";

type Context = Pick<QueryContext, "tx" | "organisation" | "now">;

/** Works all clocks of an organisation out anew. What they came to by now is taken as told: for records whose dates were moved, or that came with their past. */
export async function rebuildClocks(context: Context, measures?: Iterable<Measured>): Promise<void> {
  await context.tx.delete(slaMoments);
  await context.tx.delete(slaLooks);
  for (const measured of measures ?? (await allMeasures()).values())
    for await (const ids of pagesOf(context, measured))
      await refreshClocks(context, [{ measured, ids }], { quiet: true });
}

/** The records of a metric, some hundred at a time. */
export async function* pagesOf({ tx }: Pick<Context, "tx">, measured: Measured): AsyncGenerator<string[]> {
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await measured.ids(tx, after);
    if (ids.length === 0) return;
    yield ids;
    after = ids.at(-1)!;
  }
}
