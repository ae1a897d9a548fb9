import { and, lte, sql } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { scheduledSessions } from "@/db/schema/scheduling";
import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { now } from "@/lib/platform/clock";
import { organisationsWith } from "@/lib/platform/organisations-with";
import { tellDue } from "@/lib/scheduling/outside/tell-due";
import { lookAhead } from "@/lib/scheduling/rules/dues";

/** Organisations with a session of which something is to be told now. */
async function organisationsDue(): Promise<string[]> {
  const due = await acrossSweep((tx) =>
    tx
      .select({ id: scheduledSessions.organisationId })
      .from(scheduledSessions)
      .where(
        and(
          lte(scheduledSessions.dueAt, new Date(now().getTime() + lookAhead)),
          sql`${scheduledSessions.dueAt} is not null`,
        ),
      )
      .groupBy(scheduledSessions.organisationId),
  );
  if (due.length === 0) return [];
  const open = new Set(await organisationsWith("scheduling"));
  return due.flatMap(({ id }) => (open.has(id) ? [id] : []));
}

/** Each minute: reminders, and what is asked after a session; one organisation's failure keeps to itself. */
const notices = inngest.createFunction(
  { id: "scheduling-notices", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    let told = 0;
    for (const organisationId of await step.run("organisations", organisationsDue))
      told += await step.run(`tell-${organisationId}`, async () => {
        const said = await job(organisationId, "scheduling-notices").whileMore(tellDue);
        return said.reduce((sum, one) => sum + one.told, 0);
      });
    return { told };
  },
);

export const schedulingNoticeFunctions = [notices];
