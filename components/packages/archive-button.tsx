"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import type { Undo } from "@/components/forms/run-undo";
import type { ActionResult } from "@/lib/platform/result";

type Act = (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;

/** Puts a package away, or brings it back. */
export function ArchiveButton({
  organisation,
  id,
  archived,
  archive,
  restore,
  undo,
}: {
  organisation: string;
  id: string;
  archived: boolean;
  archive: Act;
  restore: Act;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("packages");
  return (
    <ActionButton
      action={() => (archived ? restore : archive)(organisation, { id })}
      done={t(archived ? "restored" : "archivedDone")}
      onUndo={(undone) => undo(organisation, undone)}
    >
      {t(archived ? "restore" : "archive")}
    </ActionButton>
  );
}
