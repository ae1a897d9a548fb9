import { z } from "zod";

/** Why a session is cancelled, as everybody concerned reads it; nobody needs to say. */
export const CancelFields = z.strictObject({
  reason: z.string().trim().max(500, "The reason is longer than 500 characters."),
});

/** The same in a form, where a session that comes again is cancelled with others of its series. */
export const CancelForm = CancelFields.extend({ scope: z.enum(["this", "following", "all"]) });
