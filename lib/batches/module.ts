import "server-only";
import { eq, inArray } from "drizzle-orm";
import { batches, batchRows } from "@/db/schema/batches";
import { retryBatch, startBatch, stopBatch, undoBatch } from "@/lib/batches/commands";
import { batchList, oneBatch, prepareBatch } from "@/lib/batches/queries";
import { module } from "@/lib/platform/module";

/** One thing done to many rows of a list, in the background. */
export const batchesModule = module({
  key: "batches",
  commands: [retryBatch, startBatch, stopBatch, undoBatch],
  queries: [oneBatch, prepareBatch],
  lists: [batchList],
  // Files of lists are one step from there: whoever may work on many rows may take lists along too.
  navigation: [
    {
      key: "batches",
      path: "/batches",
      icon: "list-checks",
      permission: "batches:run",
      group: "organisation",
      position: 65,
    },
  ],
  notifications: [{ kind: "batches.finished", app: true, mail: false }],
  events: ["batches.started"],
  personalData: {
    tables: ["batches", "batch_rows"],
    export: async (tx, personId) => ({
      batches: await tx
        .select({ list: batches.list, action: batches.action, total: batches.total, at: batches.createdAt })
        .from(batches)
        .where(eq(batches.personId, personId)),
    }),
    // Who did what stays in the audit trail of each record; the batch itself is only how it was asked for.
    async erase(tx, personId) {
      const own = tx.select({ id: batches.id }).from(batches).where(eq(batches.personId, personId));
      await tx.delete(batchRows).where(inArray(batchRows.batchId, own));
      await tx.update(batches).set({ undoesBatchId: null }).where(eq(batches.personId, personId));
      await tx.delete(batches).where(eq(batches.personId, personId));
    },
  },
});
