import { z } from "zod";

/** What one says of a session. A file of its own, because the form carries it into the browser. */
export const RatingFields = z.strictObject({
  rating: z.enum(["1", "2", "3", "4", "5"], "Choose a number from 1 to 5."),
  comment: z.string().trim().max(2000, "At most 2,000 characters."),
});

export const RateInput = RatingFields.extend({
  id: z.uuid("This is not a known record."),
  rating: z.int("Choose a number from 1 to 5.").min(1).max(5),
});
