import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { runRows } from "@/lib/imports/run-rows";
import { failImport, settleImport } from "@/lib/imports/settle";

/** Most rows in one call, which also ends after some seconds: other work of the organisation gets its turn in between. */
const rowsAtOnce = 2000;

interface ImportEvent {
  organisationId: string;
  importId: string;
}

/**
 * Takes the rows of an import, or takes them back, some at a time; each call asks for the next one. What a row made and that it was
 * dealt with are committed together, so a call that is repeated goes on where the one before stopped.
 */
const run = inngest.createFunction(
  {
    id: "imports-run",
    triggers: [{ event: "imports.started" }, { event: "imports.continued" }, { event: "imports.undoing" }],
    retries: 4,
    concurrency: { limit: 1, key: "event.data.importId" },
    onFailure: async ({ event, step }) => {
      const { organisationId, importId } = event.data.event.data as ImportEvent;
      await step.run("fail", async () => {
        await job(organisationId, "imports-run").execute(failImport, { importId });
        return null;
      });
    },
  },
  async ({ event, step }) => {
    const { organisationId, importId } = event.data as ImportEvent;
    const rows = await step.run("rows", () => runRows(organisationId, importId, rowsAtOnce));
    const { left } = await step.run("settle", () =>
      job(organisationId, "imports-run").execute(settleImport, { importId }),
    );
    return { rows, left };
  },
);

export const importFunctions = [run];
