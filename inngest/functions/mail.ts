import { deliverDue, deliverMail } from "@/lib/mail/deliver";
import { deliverDueInstallationMail } from "@/lib/mail/installation";
import { inngest } from "@/inngest/client";

/** Delivers a mail as soon as it is queued. What does not succeed at once is the sweep's. */
const deliver = inngest.createFunction(
  { id: "mail-deliver", triggers: [{ event: "mail.queued" }], retries: 3, concurrency: { limit: 5 } },
  async ({ event, step }) => {
    const { organisationId, mailId } = event.data as { organisationId: string; mailId: string };
    return step.run("deliver", async () => ({ status: await deliverMail(organisationId, mailId) }));
  },
);

/** Each minute: what waits for another attempt, and what a crash left behind. */
const sweep = inngest.createFunction(
  { id: "mail-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const attempted = await step.run("deliver-due", () => deliverDue());
    const aboutAccounts = await step.run("deliver-due-installation", () => deliverDueInstallationMail());
    return { attempted, aboutAccounts };
  },
);

export const mailFunctions = [deliver, sweep];
