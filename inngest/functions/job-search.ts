import { inngest } from "@/inngest/client";
import { acrossSweep } from "@/db/across";
import { organisations } from "@/db/schema/organisations";
import { isNull } from "drizzle-orm";
import { job } from "@/lib/entry/job";
import { remindOfSearch, sendWeekly } from "@/lib/job-search/commands/reminders";
import { moduleIsOn, type Plan } from "@/lib/platform/plans";

/** Each hour: promises and next actions whose day has come, organisation by organisation so that one failure keeps to itself. */
const due = inngest.createFunction(
  { id: "job-search-due", triggers: [{ cron: "17 * * * *" }], concurrency: { limit: 1 } },
  async ({ step }) => {
    const ids = await step.run("organisations", organisationsThatSearch);
    let reminded = 0;
    for (const id of ids)
      reminded += await step.run(`remind-${id}`, async () => {
        const result = await job(id, "job-search-due").execute(remindOfSearch, {});
        return result.reminded;
      });
    return { reminded };
  },
);

/** Each hour: the week's mail to those whose own Monday morning it is. */
const week = inngest.createFunction(
  { id: "job-search-weekly", triggers: [{ cron: "3 * * * *" }], concurrency: { limit: 1 } },
  async ({ step }) => {
    const ids = await step.run("organisations", organisationsThatSearch);
    let told = 0;
    for (const id of ids)
      told += await step.run(`week-${id}`, async () => {
        const result = await job(id, "job-search-weekly").execute(sendWeekly, {});
        return result.told;
      });
    return { told };
  },
);

/** Ids of the organisations that run programmes and are not suspended. */
async function organisationsThatSearch(): Promise<string[]> {
  const rows = await acrossSweep((tx) =>
    tx
      .select({ id: organisations.id, plan: organisations.plan, modules: organisations.modules })
      .from(organisations)
      .where(isNull(organisations.suspendedAt)),
  );
  return rows
    .filter(({ plan, modules }) => moduleIsOn({ plan: plan as Plan, modules }, "job-search"))
    .map(({ id }) => id);
}

export const jobSearchFunctions = [due, week];
