import { inngest } from "@/inngest/client";
import { hourlySweep } from "@/inngest/hourly-sweep";
import { job } from "@/lib/entry/job";
import { remindOfSends } from "@/lib/tailoring/sending/remind";
import { takeSendAnswer } from "@/lib/tailoring/sending/take-answer";
import { tellUndelivered } from "@/lib/tailoring/sending/tell-undelivered";

/** An answer to a letter with a resume is put to that letter, and who sent it is told. */
const takeAnswer = inngest.createFunction(
  {
    id: "tailoring-take-answer",
    triggers: [{ event: "mail.received", if: "event.data.entity == 'resume-send'" }],
    retries: 3,
  },
  async ({ event, step }) => {
    const { organisationId, mailId } = event.data as { organisationId: string; mailId: string };
    return step.run("take", () => job(organisationId, "tailoring-take-answer").execute(takeSendAnswer, { mailId }));
  },
);

/** A letter with a resume that cannot be delivered is told to who sent it. */
const undelivered = inngest.createFunction(
  { id: "tailoring-letter-undelivered", triggers: [{ event: "mail.undeliverable" }], retries: 3 },
  async ({ event, step }) => {
    const { organisationId, mailId } = event.data as { organisationId: string; mailId: string };
    return step.run("tell", () =>
      job(organisationId, "tailoring-letter-undelivered").execute(tellUndelivered, { mailId }),
    );
  },
);

/** Letters that nobody has answered by the day on which one wanted to ask again. */
const followUp = hourlySweep({
  ...{ id: "tailoring-follow-up", minute: 11, module: "tailoring" },
  work: { reminded: remindOfSends },
});

export const tailoringSendingFunctions = [takeAnswer, undelivered, followUp];
