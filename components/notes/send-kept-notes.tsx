"use client";

import { useEffect, useEffectEvent } from "react";
import { sendNote, unsentNotes } from "@/components/notes/note-outbox";
import type { KeepNoteInput } from "@/lib/notes/schemas";
import type { ActionResult } from "@/lib/platform/result";

/** Sends notes that this device still holds because their tab was closed without a network: at once, and when the network is back. */
export function SendKeptNotes({
  organisation,
  person,
  keep,
}: {
  organisation: string;
  person: string;
  keep: (organisation: string, input: KeepNoteInput) => Promise<ActionResult<unknown>>;
}) {
  const sendAll = useEffectEvent(async () => {
    if (!navigator.onLine) return;
    for (const { place, programmeId } of unsentNotes(person))
      await sendNote(place, programmeId, (input) => keep(organisation, input));
  });
  useEffect(() => {
    const wake = () => void sendAll();
    wake();
    window.addEventListener("online", wake);
    return () => window.removeEventListener("online", wake);
  }, []);
  return null;
}
