"use client";

import { useEffect, useRef, useState } from "react";
import type { DefaultValues, FieldValues, UseFormReturn } from "react-hook-form";
import { draftKey, readDraft, sweepDrafts, writeDraft } from "./drafts";

export interface DraftPlace {
  /** The form's name, once in the application. */
  form: string;
  /** The record's id; left out for a new one. */
  record?: string;
  /** The person's id. */
  person?: string;
  /** Version of the record as it was read. */
  version?: number;
}

/**
 * Keeps what is typed on this device while it differs from what was read, and puts it back after a reload. `restored` is when the
 * restored text was typed; `discard` returns to what was read, `clear` forgets the draft after it was saved.
 */
export function useDraft<Values extends FieldValues>(form: UseFormReturn<Values>, place: DraftPlace | undefined) {
  const key = place ? draftKey(place.form, place.record, place.person) : null;
  const [restored, setRestored] = useState<number | null>(null);
  const writing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const version = place?.version;

  useEffect(() => {
    if (!key) return;
    sweepDrafts(localStorage, Date.now());
    const draft = readDraft<Values>(localStorage.getItem(key), Date.now());
    if (draft) {
      const values = { ...form.getValues(), ...draft.values };
      form.reset(values as Values, { keepDefaultValues: true });
      setRestored(draft.at);
    }
    const stop = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values }) => {
        clearTimeout(writing.current);
        writing.current = setTimeout(() => {
          const untouched = JSON.stringify(values) === JSON.stringify(form.formState.defaultValues);
          if (untouched) localStorage.removeItem(key);
          else localStorage.setItem(key, writeDraft({ values, at: Date.now(), version }));
        }, 300);
      },
    });
    return () => {
      clearTimeout(writing.current);
      stop();
    };
  }, [form, key, version]);

  const clear = () => {
    clearTimeout(writing.current);
    if (key) localStorage.removeItem(key);
    setRestored(null);
  };
  const discard = () => {
    form.reset(form.formState.defaultValues as DefaultValues<Values>);
    clear();
  };
  return { restored, discard, clear };
}
