import "server-only";
import { and, asc, gt, inArray, isNull, lte } from "drizzle-orm";
import { z } from "zod";
import { slaClocks, slaLooks } from "@/db/schema/sla";
import { command } from "@/lib/platform/operation";
import { allMeasures } from "../measures";
import { refreshClocks } from "../refresh-clocks";
import { RefreshInput } from "../schemas";

/** How many clocks one round looks at. */
const atOnce = 500;

/** Why neither of the two is audited. */
const derived = { none: "Clocks follow from what happened to their records, which is audited there." };

/** Works open clocks out anew, some at a time: after a policy or a calendar was changed. Answers where to go on; null at the end. */
export const refreshOpen = command({
  name: "sla.refreshOpen",
  permission: "sla:write",
  input: RefreshInput,
  audit: derived,
  example: () => ({ after: null }),
  async run(context, { after }): Promise<{ after: string | null; changed: number }> {
    const rows = await context.tx
      .select({ id: slaClocks.id, metric: slaClocks.metric, entityId: slaClocks.entityId })
      .from(slaClocks)
      .where(and(isNull(slaClocks.stoppedAt), after ? gt(slaClocks.id, after) : undefined))
      .orderBy(asc(slaClocks.id))
      .limit(atOnce);
    const { changed } = await refreshClocks(context, await workOf(rows));
    return { after: rows.length === atOnce ? rows.at(-1)!.id : null, changed };
  },
});

/** Looks at records in whose history something has come that was foreseen, such as the end of a session. */
export const lookAgain = command({
  name: "sla.look",
  permission: "sla:write",
  input: z.strictObject({}),
  audit: derived,
  example: () => ({}),
  async run(context): Promise<{ looked: number; more: boolean }> {
    const rows = await context.tx
      .select({ id: slaLooks.id, metric: slaLooks.metric, entityId: slaLooks.entityId })
      .from(slaLooks)
      .where(lte(slaLooks.at, context.now))
      .orderBy(asc(slaLooks.at))
      .limit(atOnce)
      .for("update", { skipLocked: true });
    if (rows.length === 0) return { looked: 0, more: false };
    await context.tx.delete(slaLooks).where(
      inArray(
        slaLooks.id,
        rows.map(({ id }) => id),
      ),
    );
    await refreshClocks(context, await workOf(rows));
    return { looked: rows.length, more: rows.length === atOnce };
  },
});

async function workOf(rows: readonly { metric: string; entityId: string }[]) {
  const measures = [...(await allMeasures()).values()];
  return measures.map((measured) => ({
    measured,
    ids: [...new Set(rows.filter(({ metric }) => metric === measured.key).map(({ entityId }) => entityId))],
  }));
}
