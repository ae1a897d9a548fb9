import { z } from "zod";

export const SendMessageInput = z.strictObject({
  programmeId: z.uuid("This is not a known record."),
  body: z.string().trim().min(1, "Write something first.").max(10_000, "A message has at most 10,000 characters."),
  /** Made by the sender's browser: the same message sent twice over a bad connection is stored once. */
  clientKey: z.uuid("This is not a message key."),
  fileIds: z.array(z.uuid("This is not a known file.")).max(10, "At most ten files.").optional(),
});
export type SendMessageInput = z.infer<typeof SendMessageInput>;

export const ThreadInput = z.strictObject({
  programmeId: z.uuid("This is not a known record."),
  before: z.iso.datetime().optional(),
});

export const MarkReadInput = z.strictObject({
  programmeId: z.uuid("This is not a known record."),
  /** When the newest message was sent that the person has before them; left out: all up to now. */
  upTo: z.iso.datetime().optional(),
});
