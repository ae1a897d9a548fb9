import { draftKey, readDraft, writeDraft } from "@/components/forms/drafts";
import { apart, isUnsent, newNote, sending, taken, type KeptNote } from "@/components/notes/kept-note";
import type { KeepNoteInput } from "@/lib/notes/schemas";
import type { ActionResult } from "@/lib/platform/result";

export type KeepNote = (input: KeepNoteInput) => Promise<ActionResult<unknown>>;

/** What came of a sending: nothing to send, arrived, no answer, kept apart from what was changed elsewhere, or refused with why. */
export type Sent = "nothing" | "saved" | "lost" | "apart" | { refused: string };

const form = "note-pane";
/** A server that takes longer gives no answer: the next sending finds out what became of it. */
const patience = 20_000;
/** A note to which nothing was added for so long is finished: the next one is new. */
const finishedAfter = 4 * 60 * 60 * 1000;

/** Where the note lies that a person is typing about a programme, on this device. */
export const notePlace = (person: string, programmeId: string): string => draftKey(form, programmeId, person);

const read = (place: string) => readDraft<KeptNote>(localStorage.getItem(place), Date.now());

export function storeNote(place: string, note: KeptNote): KeptNote {
  localStorage.setItem(place, writeDraft({ values: note, at: Date.now() }));
  return note;
}

/** The note to go on with: what was typed last, unless it is safe and finished. */
export function noteAt(place: string): KeptNote {
  const kept = read(place);
  if (kept && (isUnsent(kept.values) || Date.now() - kept.at < finishedAfter)) return kept.values;
  return newNote(crypto.randomUUID());
}

/** Notes of a person on this device that the server may not have, by programme. */
export function unsentNotes(person: string): Array<{ place: string; programmeId: string }> {
  const start = notePlace(person, "");
  return Object.keys(localStorage)
    .filter((place) => place.startsWith(start) && place.length > start.length)
    .filter((place) => isUnsent(read(place)?.values ?? newNote("")))
    .map((place) => ({ place, programmeId: decodeURIComponent(place.slice(start.length)) }));
}

/**
 * Sends what is unsent of a note, once. What stands on the device is read before and after, because somebody types on meanwhile; that
 * a sending is on its way is written down before it leaves, so that a tab may be closed at any time.
 */
export async function sendNote(place: string, programmeId: string, keep: KeepNote): Promise<Sent> {
  const note = read(place)?.values;
  if (!note || !isUnsent(note)) return "nothing";
  const { note: remembers, input } = sending(note, programmeId, crypto.randomUUID());
  storeNote(place, remembers);
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  const result = await Promise.race([keep(input).catch(() => null), late]);
  if (!result) return "lost";
  const latest = read(place)?.values ?? remembers;
  if (result.ok) {
    storeNote(place, taken(latest, input));
    return "saved";
  }
  if (result.refusal.code === "conflict" && latest.clientKey === input.clientKey) {
    storeNote(place, apart(latest, crypto.randomUUID()));
    return "apart";
  }
  return result.refusal.code === "fault" ? "lost" : { refused: result.refusal.message };
}
