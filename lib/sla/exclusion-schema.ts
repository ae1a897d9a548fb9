import { z } from "zod";

export const Reason = z.string().trim().min(1, "Please say why.").max(500, "Please use at most 500 characters.");

/** What the form of a request has. */
export const ExclusionForm = z.strictObject({ reason: Reason });
