import { z } from "zod";
import { Paragraph, Quote } from "@/lib/mail/templates/letter";
import { instant, place, template, words } from "@/lib/mail/templates/template";

/** Asks somebody to join an organisation in a role. */
export const invitation = template({
  key: "invitation",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({
    inviterName: words,
    organisationName: words,
    roleName: words,
    /** What the inviter adds, in their own words. */
    note: words.max(2000).optional(),
    href: place,
    expiresAt: instant,
  }),
  example: {
    inviterName: "Judith Okafor-Lindqvist",
    organisationName: "North Harbour",
    roleName: "Career consultant",
    href: "/join/example",
    expiresAt: "2026-12-05T09:00:00Z",
  },
  stop: "once",
  body: ({ variables, say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      {variables.note ? <Quote>{variables.note}</Quote> : null}
      <Paragraph>{say("expiry")}</Paragraph>
    </>
  ),
});
