import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { organisationsWith } from "@/lib/platform/organisations-with";
import { remindOfSearch, sendWeekly } from "@/lib/job-search/commands/reminders";

/** Each hour: promises and next actions whose day has come, organisation by organisation so that one failure keeps to itself. */
const due = inngest.createFunction(
  { id: "job-search-due", triggers: [{ cron: "17 * * * *" }], concurrency: { limit: 1 } },
  async ({ step }) => {
    const ids = await step.run("organisations", () => organisationsWith("job-search"));
    let reminded = 0;
    for (const id of ids)
      reminded += await step.run(`remind-${id}`, async () => {
        const said = await job(id, "job-search-due").whileMore(remindOfSearch);
        return said.reduce((sum, { reminded: some }) => sum + some, 0);
      });
    return { reminded };
  },
);

/** Each hour: the week's mail to those whose own Monday morning it is. */
const week = inngest.createFunction(
  { id: "job-search-weekly", triggers: [{ cron: "3 * * * *" }], concurrency: { limit: 1 } },
  async ({ step }) => {
    const ids = await step.run("organisations", () => organisationsWith("job-search"));
    let told = 0;
    for (const id of ids)
      told += await step.run(`week-${id}`, async () => {
        const result = await job(id, "job-search-weekly").execute(sendWeekly, {});
        return result.told;
      });
    return { told };
  },
);

export const jobSearchFunctions = [due, week];
