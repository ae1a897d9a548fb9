import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { takeInvitationAnswer } from "@/lib/scheduling/outside/take-answer";

/** What somebody's calendar answers to an invitation is put to its session, and who holds it is told where it is no yes. */
const takeAnswer = inngest.createFunction(
  {
    id: "scheduling-take-answer",
    triggers: [{ event: "mail.received", if: "event.data.entity == 'booked-session'" }],
    retries: 3,
  },
  async ({ event, step }) => {
    const { organisationId, mailId } = event.data as { organisationId: string; mailId: string };
    return step.run("take", () =>
      job(organisationId, "scheduling-take-answer").execute(takeInvitationAnswer, { mailId }),
    );
  },
);

export const schedulingAnswerFunctions = [takeAnswer];
