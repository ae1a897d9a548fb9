import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { takeReply } from "@/lib/messages/take-reply";

/** An answer by mail goes where it belongs: into the thread whose message it answers, or nowhere, which the mailbox then says. */
const takeAnswer = inngest.createFunction(
  {
    id: "messages-take-answer",
    // Answers to resumes that were sent are taken by tailoring, those to invitations by the calendar.
    triggers: [
      { event: "mail.received", if: "event.data.entity != 'resume-send' && event.data.entity != 'booked-session'" },
    ],
    retries: 3,
  },
  async ({ event, step }) => {
    const { organisationId, mailId } = event.data as { organisationId: string; mailId: string };
    return step.run("take", () => job(organisationId, "messages-take-answer").execute(takeReply, { mailId }));
  },
);

export const messageFunctions = [takeAnswer];
