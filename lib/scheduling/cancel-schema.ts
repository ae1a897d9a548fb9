import { z } from "zod";

/** Why a session is cancelled, as everybody concerned reads it; nobody needs to say. */
export const CancelFields = z.strictObject({
  reason: z.string().trim().max(500, "The reason is longer than 500 characters."),
});
