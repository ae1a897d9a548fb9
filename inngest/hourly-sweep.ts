import type { z } from "zod";
import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import type { Command } from "@/lib/platform/operation";
import { organisationsWith } from "@/lib/platform/organisations-with";

/** Commands of a sweep, by the number of their answer that says how much each did. One that says `more` is called again at once. */
type Work<Kind extends string> = {
  [Key in Kind]: Command<z.ZodType, { more?: boolean } & Record<NoInfer<Key>, number>>;
};

/**
 * A function that looks for work in each organisation with a module, once an hour; each command there is a step of its own, so that one failure
 * keeps to itself. Answers how much was done in all.
 */
export const hourlySweep = <Kind extends string>({
  id,
  minute,
  module,
  work,
}: {
  id: string;
  /** Past the hour: not all sweeps at once. */
  minute: number;
  module: string;
  work: Work<Kind>;
}) =>
  inngest.createFunction(
    { id, triggers: [{ cron: `${minute} * * * *` }], concurrency: { limit: 1 } },
    async ({ step }) => {
      const kinds = Object.keys(work) as Kind[];
      const done = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
      for (const organisationId of await step.run("organisations", () => organisationsWith(module)))
        for (const kind of kinds)
          done[kind] += await step.run(`${kind}-${organisationId}`, async () => {
            const said = await job(organisationId, id).whileMore(work[kind]);
            return said.reduce((sum, { [kind]: some }) => sum + some, 0);
          });
      return done;
    },
  );
