import { z } from "zod";
import { Paragraph, Quote } from "@/lib/mail/templates/letter";
import { instant, place, template, words } from "@/lib/mail/templates/template";

/** Asks an executive to take up a programme. The first mail that somebody gets in a hard month: no cheer, no selling. */
export const programmeInvitation = template({
  key: "programme-invitation",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({
    consultantName: words,
    organisationName: words,
    /** What the consultant adds, in their own words. */
    note: words.max(2000).optional(),
    href: place,
    expiresAt: instant,
  }),
  example: {
    consultantName: "Judith Okafor-Lindqvist",
    organisationName: "North Harbour",
    note: "I have kept Tuesday morning free for our first conversation.",
    href: "/join/example",
    expiresAt: "2026-12-05T09:00:00Z",
  },
  stop: "once",
  body: ({ variables, say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      {variables.note ? <Quote>{variables.note}</Quote> : null}
      <Paragraph>{say("privacy")}</Paragraph>
      <Paragraph>{say("expiry")}</Paragraph>
    </>
  ),
});
