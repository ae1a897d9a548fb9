import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { place, template, words } from "@/lib/mail/templates/template";

/** A notification by mail, for kinds that have no mail of their own: the same sentence as in the app. */
export const notification = template({
  key: "notification",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({ text: words, href: place }),
  example: { text: "Ragnhild Thorvaldsen finished the task “List ten former colleagues”.", href: "/north-harbour" },
  stop: "choices",
  body: ({ say }) => <Paragraph>{say("lead")}</Paragraph>,
});
