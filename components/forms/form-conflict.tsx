"use client";

import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { Conflict } from "./conflict";

/** What somebody else saved in the meantime beside what stands in the form, field by field; `otherwise` where none of its fields differ. */
export function FormConflict({
  current,
  labels,
  inWords = {},
  otherwise,
  onKeepDraft,
  onSave,
}: {
  /** The record as it stands now. */
  current: Readonly<Record<string, unknown>>;
  labels: Readonly<Record<string, string>>;
  inWords?: Readonly<Record<string, (value: unknown) => string>>;
  otherwise: ReactNode;
  onKeepDraft: () => void;
  onSave: () => void;
}) {
  const form = useFormContext();
  const values = form.getValues();
  const say = (field: string, value: unknown) => inWords[field]?.(value) ?? String(value ?? "");
  const lines = Object.entries(labels)
    .filter(
      ([field]) => field in current && JSON.stringify(current[field] ?? "") !== JSON.stringify(values[field] ?? ""),
    )
    .map(([field, label]) => ({
      ...{ field, label },
      ...{ yours: say(field, values[field]), theirs: say(field, current[field]) },
    }));
  if (lines.length === 0) return otherwise;
  return (
    <Conflict
      lines={lines}
      onKeepDraft={onKeepDraft}
      onSave={(choices) => {
        for (const [field, side] of Object.entries(choices))
          if (side === "theirs") form.setValue(field, current[field]);
        if ("expectedVersion" in values) form.setValue("expectedVersion", current["version"]);
        onSave();
      }}
    />
  );
}
