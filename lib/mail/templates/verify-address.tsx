import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { instant, place, template } from "@/lib/mail/templates/template";

/** Asks whether an address belongs to who signed up with it. */
export const verifyAddress = template({
  key: "verify-address",
  version: 1,
  realm: "installation",
  variables: z.strictObject({ href: place, expiresAt: instant }),
  example: { href: "/verify/example", expiresAt: "2026-12-05T09:00:00Z" },
  stop: "once",
  body: ({ say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      <Paragraph>{say("expiry")}</Paragraph>
    </>
  ),
});
