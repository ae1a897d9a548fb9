import { inngest } from "@/inngest/client";
import { closeDueRounds, remindRaters } from "@/lib/competencies/commands/sweeps";
import { job } from "@/lib/entry/job";
import { organisationsWith } from "@/lib/platform/organisations-with";

/** Each hour: rounds whose last day has passed are closed, and open requests brought to mind; organisation by organisation. */
const rounds = inngest.createFunction(
  { id: "competencies-rounds", triggers: [{ cron: "22 * * * *" }], concurrency: { limit: 1 } },
  async ({ step }) => {
    const ids = await step.run("organisations", () => organisationsWith("competencies"));
    const done = { closed: 0, reminded: 0 };
    for (const id of ids) {
      done.closed += await step.run(`close-${id}`, async () => {
        const said = await job(id, "competencies-rounds").whileMore(closeDueRounds);
        return said.reduce((sum, { closed }) => sum + closed, 0);
      });
      done.reminded += await step.run(`remind-${id}`, async () => {
        const { reminded } = await job(id, "competencies-rounds").execute(remindRaters, {});
        return reminded;
      });
    }
    return done;
  },
);

export const competencyFunctions = [rounds];
