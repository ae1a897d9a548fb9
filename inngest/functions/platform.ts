import { inngest } from "@/inngest/client";
import { sealWaiting } from "@/lib/platform/audit-chain";
import { now } from "@/lib/platform/clock";
import { allOrganisationIds, forgetOld } from "@/lib/platform/forget-old";
import { dispatchEvents } from "@/lib/platform/outbox-dispatch";
import { forgetEnded } from "@/lib/platform/rate-limit";

/** Each minute: events that a crash left in the outbox, or that could not be handed on before. */
const sweepOutbox = inngest.createFunction(
  { id: "platform-outbox-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => step.run("dispatch", () => dispatchEvents()),
);

/** Each minute: audit entries get their place in the chain of their organisation. */
const sealAuditEntries = inngest.createFunction(
  { id: "platform-audit-seal", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => step.run("seal", async () => ({ sealed: await sealWaiting() })),
);

/** Each night: what is over and of use to nobody. */
const forget = inngest.createFunction(
  { id: "platform-forget", triggers: [{ cron: "41 3 * * *" }], retries: 1, concurrency: { limit: 1 } },
  async ({ step }) => {
    const ids = await step.run("organisations", () => allOrganisationIds());
    for (const id of ids) await step.run(`forget-${id}`, () => forgetOld(id, now()));
    return step.run("rate-limits", () => forgetEnded());
  },
);

export const platformFunctions = [forget, sealAuditEntries, sweepOutbox];
