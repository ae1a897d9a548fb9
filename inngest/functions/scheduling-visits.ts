import { lte } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { sessionGuests } from "@/db/schema/booking-pages";
import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { now } from "@/lib/platform/clock";
import { organisationsWith } from "@/lib/platform/organisations-with";
import { tidyVisits } from "@/lib/scheduling/guests/tidy";

/** Organisations in which somebody asked for a time on a booking page and did not confirm it. */
async function organisationsDue(): Promise<string[]> {
  const due = await acrossSweep((tx) =>
    tx
      .select({ id: sessionGuests.organisationId })
      .from(sessionGuests)
      .where(lte(sessionGuests.dueAt, now()))
      .groupBy(sessionGuests.organisationId),
  );
  if (due.length === 0) return [];
  const open = new Set(await organisationsWith("scheduling"));
  return due.flatMap(({ id }) => (open.has(id) ? [id] : []));
}

/** Each minute: times that nobody confirmed are given back. Free times do not wait for it: a hold that is over occupies nothing. */
const visits = inngest.createFunction(
  { id: "scheduling-visits", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    let freed = 0;
    for (const organisationId of await step.run("organisations", organisationsDue))
      freed += await step.run(`tidy-${organisationId}`, async () => {
        const said = await job(organisationId, "scheduling-visits").whileMore(tidyVisits);
        return said.reduce((sum, one) => sum + one.freed, 0);
      });
    return { freed };
  },
);

export const schedulingVisitFunctions = [visits];
