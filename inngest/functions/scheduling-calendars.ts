import { and, asc, isNull, lte } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { outsideCalendars } from "@/db/schema/sessions-outside";
import { inngest } from "@/inngest/client";
import { now } from "@/lib/platform/clock";
import { logger } from "@/lib/platform/log";
import { Refusal } from "@/lib/platform/refusal";
import { readCalendar } from "@/lib/scheduling/outside/read-calendar";

/** Reads what is due, whosever: a few at once, as some take long to answer. What is left is the next sweep's. */
async function readDue({ most = 400, atOnce = 6, milliseconds = 40_000 } = {}): Promise<number> {
  const until = Date.now() + milliseconds;
  const due = await acrossSweep((tx) =>
    tx
      .select({ id: outsideCalendars.id, organisationId: outsideCalendars.organisationId })
      .from(outsideCalendars)
      .where(and(lte(outsideCalendars.nextReadAt, now()), isNull(outsideCalendars.deletedAt)))
      .orderBy(asc(outsideCalendars.nextReadAt))
      .limit(most),
  );
  let read = 0;
  const next = async () => {
    for (let one = due.shift(); one && Date.now() < until; one = due.shift()) {
      try {
        if (await readCalendar(one.organisationId, one.id)) read += 1;
      } catch (error) {
        // A suspended organisation's calendars rest.
        if (!(error instanceof Refusal))
          logger.error({ code: "scheduling.calendar_fault", calendarId: one.id, err: String(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return read;
}

/** Each minute: calendars elsewhere whose turn it is. */
const calendars = inngest.createFunction(
  { id: "scheduling-calendars", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => step.run("read", async () => ({ read: await readDue() })),
);

export const schedulingCalendarFunctions = [calendars];
