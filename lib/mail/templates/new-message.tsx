import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { place, template, words } from "@/lib/mail/templates/template";

/** Tells that a message waits. Its text stays in Landfall: a mailbox may be read by others, a notice period even by the employer. */
export const newMessage = template({
  key: "new-message",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({ senderName: words, attachments: z.int().min(0).default(0), href: place }),
  example: { senderName: "Judith Okafor-Lindqvist", attachments: 1, href: "/north-harbour/messages/example" },
  stop: "choices",
  body: ({ variables, say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      {variables.attachments > 0 ? <Paragraph>{say("attached")}</Paragraph> : null}
      <Paragraph>{say("privacy")}</Paragraph>
    </>
  ),
});
