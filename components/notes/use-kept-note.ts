"use client";

import { useEffect, useRef, useState } from "react";
import { isUnsent, newNote, type KeptNote } from "@/components/notes/kept-note";
import {
  noteAt,
  notePlace,
  sendNote,
  storeNote,
  unsentNotes,
  type KeepNote,
  type Sent,
} from "@/components/notes/note-outbox";

/** How the note stands: nothing typed, typed and not sent yet, on its way, or what came of the last sending. */
export type NoteState = "empty" | "typing" | "sending" | Exclude<Sent, "nothing" | "apart">;

/** After the last key, in milliseconds. */
const pause = 1200;
/** When nothing came back: again after so long, and longer each time. */
const again = [4_000, 15_000, 60_000];

/**
 * A note that keeps itself: on this device with each key, on the server when one pauses, and again when the network is back. Notes
 * about other people that this device still holds go along.
 */
export function useKeptNote({ person, programmeId, keep }: { person: string; programmeId: string; keep: KeepNote }) {
  const place = notePlace(person, programmeId);
  const [note, setNote] = useState<KeptNote>(() => noteAt(place));
  const [state, setState] = useState<NoteState>(() =>
    note.body === "" ? "empty" : isUnsent(note) ? "typing" : "saved",
  );
  /** The note was changed elsewhere, and what is typed here is one of its own. */
  const [split, setSplit] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);
  const lost = useRef(0);
  /** Sends when one pauses. */
  const ask = useRef(() => {});
  const keeper = useRef(keep);
  useEffect(() => {
    keeper.current = keep;
  });

  useEffect(() => {
    let left = false;
    const later = (wait: number) => {
      clearTimeout(timer.current);
      if (!left) timer.current = setTimeout(() => void send(), wait);
    };
    const noAnswer = () => {
      setState("lost");
      later(again[Math.min(lost.current, again.length - 1)]!);
      lost.current += 1;
    };
    async function send(): Promise<void> {
      clearTimeout(timer.current);
      if (busy.current || !isUnsent(noteAt(place))) return;
      if (!navigator.onLine) return noAnswer();
      busy.current = true;
      setState("sending");
      const sent = await sendNote(place, programmeId, keeper.current);
      busy.current = false;
      const now = noteAt(place);
      setNote(now);
      if (sent === "lost") return noAnswer();
      lost.current = 0;
      if (sent === "saved") setSavedAt(new Date());
      if (sent === "apart") setSplit(true);
      if (typeof sent === "object") return setState(sent);
      setState(isUnsent(now) ? "typing" : now.body.trim() === "" ? "empty" : "saved");
      if (isUnsent(now)) later(pause);
    }
    const wake = () => {
      if (document.visibilityState === "visible") void send();
    };
    const elsewhere = (event: StorageEvent) => {
      // The same note in another tab: what was typed there last is shown here too.
      if (event.key === place && event.newValue) setNote(noteAt(place));
    };
    ask.current = () => later(pause);
    for (const other of unsentNotes(person))
      if (other.place !== place) void sendNote(other.place, other.programmeId, keeper.current);
    later(0);
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    window.addEventListener("storage", elsewhere);
    return () => {
      left = true;
      clearTimeout(timer.current);
      window.removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("storage", elsewhere);
    };
  }, [person, place, programmeId]);

  return {
    note,
    state,
    split,
    savedAt,
    change: (changes: Partial<Pick<KeptNote, "body" | "audience" | "spoke">>) => {
      setNote(storeNote(place, { ...noteAt(place), ...changes }));
      setState("typing");
      ask.current();
    },
    /** Another note, once this one is safe. */
    another: () => {
      setNote(storeNote(place, newNote(crypto.randomUUID(), note.audience)));
      setState("empty");
      setSplit(false);
    },
  };
}
