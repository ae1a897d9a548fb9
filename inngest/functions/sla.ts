import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { logger } from "@/lib/platform/log";
import { Refusal } from "@/lib/platform/refusal";
import { hourlySweep } from "@/inngest/hourly-sweep";
import { comingMoments, organisationsDue } from "@/inngest/clock-moments";
import { countMonths } from "@/lib/sla/commands/count-months";
import { lookAgain, refreshOpen } from "@/lib/sla/commands/refresh";
import { tellMoments } from "@/lib/sla/commands/tell";

/**
 * Each minute: what is to be told now, and then everything that comes within the next ninety seconds at its moment. Sweeps lie upon each other, so that one
 * that was killed, or came late, leaves nothing behind; who comes second finds it told.
 */
const sweep = inngest.createFunction(
  { id: "sla-sweep", triggers: [{ cron: "* * * * *" }], retries: 0 },
  async ({ step }) => {
    const { told, moments } = await step.run("now", async () => ({
      told: await settleDue(),
      moments: await comingMoments(),
    }));
    let later = 0;
    for (const moment of moments) {
      await step.sleepUntil(`until-${moment}`, moment);
      later += await step.run(`at-${moment}`, () => settleDue());
    }
    return { told, later };
  },
);

/** In each organisation apart: a failure in one keeps to itself and comes again with the next sweep. Answers how much was told. */
async function settleDue(): Promise<number> {
  let told = 0;
  for (const organisationId of await organisationsDue()) {
    const as = job(organisationId, "sla-sweep");
    try {
      await as.whileMore(lookAgain);
      for (const round of await as.whileMore(tellMoments)) told += round.told;
    } catch (error) {
      if (error instanceof Refusal && error.code === "off") continue;
      logger.error({ code: "sla.sweep_failed", organisationId, message: String(error) });
    }
  }
  return told;
}

interface Changed {
  organisationId: string;
}

/** Open clocks follow a policy or a calendar that was changed, some hundred at a time. */
const follow = inngest.createFunction(
  {
    id: "sla-follow",
    triggers: [{ event: "sla.policies-changed" }, { event: "business-time.calendar-changed" }],
    concurrency: { limit: 1, key: "event.data.organisationId" },
  },
  async ({ event, step }) => {
    const { organisationId } = event.data as Changed;
    let after: string | null = null;
    let changed = 0;
    for (let part = 0; ; part += 1) {
      const at: string | null = after;
      const done: { after: string | null; changed: number } = await step.run(`clocks-${part}`, () =>
        job(organisationId, "sla-follow").execute(refreshOpen, { after: at }).catch(noneIfOff),
      );
      changed += done.changed;
      after = done.after;
      if (after === null) return { changed };
    }
  },
);

function noneIfOff(error: unknown): { after: null; changed: number } {
  if (error instanceof Refusal && error.code === "off") return { after: null, changed: 0 };
  throw error;
}

/** Months that are over are counted once, so that compliance of years is quick. */
const months = hourlySweep({ id: "sla-months", minute: 47, module: "sla", work: { counted: countMonths } });

export const slaFunctions = [sweep, follow, months];
