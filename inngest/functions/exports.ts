import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { stepExport } from "@/lib/exports/commands";
import { runExport } from "@/lib/exports/run-export";

interface ExportEvent {
  organisationId: string;
  exportId: string;
}

/** Makes the file of a large list. Two at a time for an organisation, so that one does not keep all others waiting. */
const run = inngest.createFunction(
  {
    id: "exports-run",
    triggers: [{ event: "exports.started" }],
    retries: 2,
    concurrency: { limit: 2, key: "event.data.organisationId" },
    onFailure: async ({ event, step }) => {
      const { organisationId, exportId } = event.data.event.data as ExportEvent;
      await step.run("fail", async () => {
        const problem = "Something went wrong on our side. Please ask for the file again.";
        await job(organisationId, "exports-run").execute(stepExport, { exportId, status: "failed", problem });
        return null;
      });
    },
  },
  async ({ event, step }) => {
    const { organisationId, exportId } = event.data as ExportEvent;
    return step.run("write", () => runExport(organisationId, exportId));
  },
);

export const exportFunctions = [run];
