import { z } from "zod";

/** How a session went, as a form asks it. */
export const OutcomeFields = z.strictObject({
  /** Who came, by person. */
  came: z.array(z.string()),
  note: z.string().trim().max(20_000, "A note has at most 20,000 characters."),
  audience: z.enum(["private", "case", "shared"]),
  step: z.string().trim().max(200, "The step is longer than 200 characters."),
  owner: z.enum(["executive", "consultant"]),
  dueOn: z.union([z.literal(""), z.iso.date("This is not a date.")]),
});
export type OutcomeFields = z.infer<typeof OutcomeFields>;
