import { z } from "zod";

/** What one writes in the form. A file of its own, because the form carries it into the browser. */
export const ReplyText = z.strictObject({
  text: z.string().trim().min(1, "Write something first.").max(20_000, "An answer holds at most 20,000 characters."),
});

export const ReplyToMail = ReplyText.extend({
  mailId: z.uuid(),
  /** Made with the form, so that pressing twice answers once. */
  key: z.uuid(),
});
