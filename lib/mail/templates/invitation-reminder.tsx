import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { instant, place, template, words } from "@/lib/mail/templates/template";

/** Reminds of an invitation that nobody took up yet. */
export const invitationReminder = template({
  key: "invitation-reminder",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({ inviterName: words, organisationName: words, href: place, expiresAt: instant }),
  example: {
    inviterName: "Judith Okafor-Lindqvist",
    organisationName: "North Harbour",
    href: "/join/example",
    expiresAt: "2026-12-05T09:00:00Z",
  },
  stop: "once",
  body: ({ say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      <Paragraph>{say("expiry")}</Paragraph>
    </>
  ),
});
