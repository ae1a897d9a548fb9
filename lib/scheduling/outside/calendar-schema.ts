import { z } from "zod";

/** A calendar elsewhere. A file of its own, because the form carries it into the browser. */
export const CalendarFields = z.strictObject({
  name: z.string().trim().min(1, "Give it a name.").max(80, "The name is longer than 80 characters."),
  address: z
    .string()
    .trim()
    .max(2000, "The address is longer than 2,000 characters.")
    .regex(/^(?:https?|webcals?):\/\/[^\s@/]+(?:[/?#]\S*)?$/i, "An address begins with https:// or webcal://."),
});

export const CalendarId = z.strictObject({ id: z.uuid("This is not a known record.") });
