import { acrossSweep } from "@/db/across";
import { organisations } from "@/db/schema/organisations";
import { inngest } from "@/inngest/client";
import { sweepOrganisation, sweepStaging } from "@/lib/files/sweep";
import { now } from "@/lib/platform/clock";

/** Each night: what was removed long ago and what a crash left behind goes from the store. */
const sweep = inngest.createFunction(
  { id: "files-sweep", triggers: [{ cron: "17 3 * * *" }], retries: 1, concurrency: { limit: 1 } },
  async ({ step }) => {
    const ids = await step.run("organisations", async () => {
      const rows = await acrossSweep((tx) => tx.select({ id: organisations.id }).from(organisations));
      return rows.map(({ id }) => id);
    });
    for (const id of ids) await step.run(`sweep-${id}`, () => sweepOrganisation(id, now()));
    return step.run("staging", () => sweepStaging(now()));
  },
);

export const fileFunctions = [sweep];
