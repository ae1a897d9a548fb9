import { z } from "zod";
import { roleMarks } from "@/lib/resumes/marked-roles/role-marks";

/** That somebody wants the roles of a resume as they are read, whatever is clicked in others of its layout. */
export const asRead = "as-read";

/** What is kept of the roles of a resume. */
export const StoredMarks = z.union([roleMarks, z.literal(asRead)]);
export type StoredMarks = z.output<typeof StoredMarks>;

/** What a change made of the marks of a resume; null for none. */
export const MarksChange = z.strictObject({
  before: StoredMarks.nullable(),
  after: StoredMarks.nullable(),
  layoutKey: z.string(),
});
export type MarksChange = z.output<typeof MarksChange>;
