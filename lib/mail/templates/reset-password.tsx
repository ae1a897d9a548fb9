import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { instant, place, template } from "@/lib/mail/templates/template";

/** Lets somebody who asked for it set a new password. */
export const resetPassword = template({
  key: "reset-password",
  version: 1,
  realm: "installation",
  variables: z.strictObject({ href: place, expiresAt: instant }),
  example: { href: "/reset-password/example", expiresAt: "2026-12-05T09:00:00Z" },
  stop: "safety",
  body: ({ say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      <Paragraph>{say("expiry")}</Paragraph>
      <Paragraph>{say("notYou")}</Paragraph>
    </>
  ),
});
