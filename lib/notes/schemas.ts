import { z } from "zod";

const id = z.uuid("This is not a known record.");
const body = z.string().trim().min(1, "Write something first.").max(20_000, "A note has at most 20,000 characters.");

/** Who reads a note: only its author; who shares the case; or the executive too. */
export const NoteAudience = z.enum(["private", "case", "shared"]);

export const WriteNoteInput = z.strictObject({ programmeId: id, audience: NoteAudience, body });
export const EditNoteInput = z.strictObject({ id, expectedVersion: z.int(), audience: NoteAudience, body });
export const NoteId = z.strictObject({ id });
export const NotesInput = z.strictObject({ programmeId: id });
