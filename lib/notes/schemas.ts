import { z } from "zod";

const id = z.uuid("This is not a known record.");
const body = z.string().trim().min(1, "Write something first.").max(20_000, "A note has at most 20,000 characters.");

/** Who reads a note: only its author; who shares the case; or the executive too. */
export const NoteAudience = z.enum(["private", "case", "shared"]);

export const WriteNoteInput = z.strictObject({ programmeId: id, audience: NoteAudience, body });
/** A note that is kept while it is typed. */
export const KeepNoteInput = z.strictObject({
  programmeId: id,
  audience: NoteAudience,
  body,
  /** Made by the device for this note: however often it is sent, it is one note. */
  clientKey: z.uuid("This is not a note key."),
  /** Made anew for each sending. */
  savedKey: z.uuid("This is not a note key."),
  /** The sendings of this device of which one may stand: the last that was answered, and those that were not. */
  after: z.array(z.uuid("This is not a note key.")).max(200, "Too many sendings without an answer."),
  /** They spoke with each other: the programme notes the contact, once a note. */
  spoke: z.boolean().optional(),
});
export type KeepNoteInput = z.infer<typeof KeepNoteInput>;

export const EditNoteInput = z.strictObject({ id, expectedVersion: z.int(), audience: NoteAudience, body });
export const NoteId = z.strictObject({ id });
export const NotesInput = z.strictObject({ programmeId: id });
