import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { instant, place, template } from "@/lib/mail/templates/template";

/** Tells that the password changed, so that somebody who did not do it can act. `href` leads to a reset. */
export const passwordChanged = template({
  key: "password-changed",
  version: 1,
  realm: "installation",
  variables: z.strictObject({ changedAt: instant, href: place }),
  example: { changedAt: "2026-11-21T09:00:00Z", href: "/forgotten" },
  stop: "safety",
  body: ({ say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      <Paragraph>{say("notYou")}</Paragraph>
    </>
  ),
});
