import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { sendInvitationMail } from "@/lib/mail/invitation-mail";

/** Mails an invitation as soon as it stands. */
const invitation = inngest.createFunction(
  { id: "people-invitation", triggers: [{ event: "people.invited" }], retries: 4 },
  async ({ event, step }) => {
    const { organisationId, linkId, personId, inviterId } = event.data as {
      organisationId: string;
      linkId: string;
      personId: string;
      inviterId: string | null;
    };
    return step.run("mail", () =>
      job(organisationId, "people-invitation").execute(sendInvitationMail, { linkId, personId, inviterId }),
    );
  },
);

export const peopleFunctions = [invitation];
