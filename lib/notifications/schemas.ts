import { z } from "zod";

export const MarkRead = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) });

/** A choice for one kind; `null` goes back to what is usual. */
export const ChooseChannels = z.strictObject({
  kind: z.string().min(3).max(80),
  channels: z.strictObject({ app: z.boolean(), mail: z.boolean() }).nullable(),
});
