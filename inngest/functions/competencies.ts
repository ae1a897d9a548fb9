import { isNull } from "drizzle-orm";
import { inngest } from "@/inngest/client";
import { acrossSweep } from "@/db/across";
import { organisations } from "@/db/schema/organisations";
import { closeDueRounds, remindRaters } from "@/lib/competencies/commands/sweeps";
import { job } from "@/lib/entry/job";
import { moduleIsOn, type Plan } from "@/lib/platform/plans";

/** Each hour: rounds whose last day has passed are closed, and open requests brought to mind; organisation by organisation. */
const rounds = inngest.createFunction(
  { id: "competencies-rounds", triggers: [{ cron: "22 * * * *" }], concurrency: { limit: 1 } },
  async ({ step }) => {
    const ids = await step.run("organisations", async () => {
      const rows = await acrossSweep((tx) =>
        tx
          .select({ id: organisations.id, plan: organisations.plan, modules: organisations.modules })
          .from(organisations)
          .where(isNull(organisations.suspendedAt)),
      );
      return rows
        .filter(({ plan, modules }) => moduleIsOn({ plan: plan as Plan, modules }, "competencies"))
        .map(({ id }) => id);
    });
    const done = { closed: 0, reminded: 0 };
    for (const id of ids) {
      done.closed += await step.run(`close-${id}`, async () => {
        const { closed } = await job(id, "competencies-rounds").execute(closeDueRounds, {});
        return closed;
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
