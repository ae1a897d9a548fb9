import { inngest } from "@/inngest/client";
import { failBatch, runRows, settleBatch } from "@/lib/batches/run-rows";
import { job } from "@/lib/entry/job";

/** Rows in one call: short enough to be stopped, and for nothing to be done twice for long after a kill. */
const rowsAtOnce = 200;

interface BatchEvent {
  organisationId: string;
  batchId: string;
}

/** Deals with the rows of a batch, some at a time; each call asks for the next one. A row is dealt with in one transaction. */
const run = inngest.createFunction(
  {
    id: "batches-run",
    triggers: [{ event: "batches.started" }, { event: "batches.continued" }],
    retries: 4,
    concurrency: { limit: 1, key: "event.data.batchId" },
    onFailure: async ({ event, step }) => {
      const { organisationId, batchId } = event.data.event.data as BatchEvent;
      await step.run("fail", async () => {
        await job(organisationId, "batches-run").execute(failBatch, { batchId });
        return null;
      });
    },
  },
  async ({ event, step }) => {
    const { organisationId, batchId } = event.data as BatchEvent;
    const rows = await step.run("rows", () => runRows(organisationId, batchId, rowsAtOnce));
    const { left } = await step.run("settle", () =>
      job(organisationId, "batches-run").execute(settleBatch, { batchId }),
    );
    return { rows, left };
  },
);

export const batchFunctions = [run];
