import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { place, template, words } from "@/lib/mail/templates/template";

/** Tells a consultant that nobody has spoken with an executive since the programme began. */
export const noFirstContact = template({
  key: "no-first-contact",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({
    executiveName: words,
    /** Whole days since the programme began. */
    days: z.int().min(0),
    href: place,
  }),
  example: { executiveName: "Ragnhild Thorvaldsen", days: 3, href: "/north-harbour/programmes/example" },
  stop: "choices",
  body: ({ say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      <Paragraph>{say("why")}</Paragraph>
    </>
  ),
});
