import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { day, place, template, words } from "@/lib/mail/templates/template";

/** Asks somebody without an account for their view of an executive's work, or brings that to mind. */
export const feedbackRequest = template({
  key: "feedback-request",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({
    executiveName: words,
    organisationName: words,
    deadlineOn: day,
    /** The request itself, or one of its two reminders. */
    occasion: z.enum(["request", "soon", "last"]),
    href: place,
  }),
  example: {
    executiveName: "Aurelio Santangelo",
    organisationName: "North Harbour",
    deadlineOn: "2026-12-04",
    occasion: "request",
    href: "/feedback/example",
  },
  stop: "once",
  body: ({ say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      <Paragraph>{say("privacy")}</Paragraph>
      <Paragraph>{say("deadline")}</Paragraph>
    </>
  ),
});
