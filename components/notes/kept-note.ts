import type { KeepNoteInput } from "@/lib/notes/schemas";

type Words = Pick<KeepNoteInput, "audience" | "body"> & { spoke: boolean };

/** A note that is being typed, as this device keeps it. */
export interface KeptNote extends Words {
  clientKey: string;
  /** What the server has, as far as this device knows; null before its first answer. */
  saved: Words | null;
  /** Sendings of which one may stand: the last that was answered, and all since. */
  sent: string[];
}

export const newNote = (clientKey: string, audience: KeptNote["audience"] = "private"): KeptNote => ({
  ...{ clientKey, audience, body: "", spoke: false, saved: null, sent: [] },
});

const wordsOf = ({ audience, body, spoke }: Words): Words => ({ audience, body: body.trim(), spoke });

/** Whether something was typed that the server may not have. An empty note is nothing to send. */
export function isUnsent(note: KeptNote): boolean {
  const { audience, body, spoke } = wordsOf(note);
  if (body === "") return false;
  return !note.saved || note.saved.body !== body || note.saved.audience !== audience || note.saved.spoke !== spoke;
}

/** A sending of the note as it stands, and the note that remembers it: it may arrive even if no answer comes back. */
export function sending(
  note: KeptNote,
  programmeId: string,
  savedKey: string,
): { note: KeptNote; input: KeepNoteInput } {
  return {
    note: { ...note, sent: [...note.sent, savedKey] },
    input: { ...wordsOf(note), programmeId, clientKey: note.clientKey, savedKey, after: note.sent },
  };
}

/** After the server took a sending: earlier ones can no longer stand. What was typed meanwhile stays to be sent. */
export const taken = (
  note: KeptNote,
  { audience, body, spoke = false, savedKey, clientKey }: KeepNoteInput,
): KeptNote => (clientKey === note.clientKey ? { ...note, saved: { audience, body, spoke }, sent: [savedKey] } : note);

/** After a conflict: the note was changed elsewhere and stays as it is there; these words become a note of their own. */
export const apart = (note: KeptNote, clientKey: string): KeptNote => ({ ...note, clientKey, saved: null, sent: [] });
