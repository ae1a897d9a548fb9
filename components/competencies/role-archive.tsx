"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import type { UndoAction } from "@/components/forms/run-undo";
import type { ActionResult } from "@/lib/platform/result";

type Change = (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;

/** Puts a role away, or offers it again. */
export function RoleArchive({
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
  archive: Change;
  restore: Change;
  undo: (organisation: string, undone: Parameters<UndoAction>[0]) => ReturnType<UndoAction>;
}) {
  const t = useTranslations("competencies.framework");
  return (
    <ActionButton
      size="small"
      variant="quiet"
      action={() => (archived ? restore : archive)(organisation, { id })}
      done={t(archived ? "restored" : "archivedDone")}
      onUndo={(undone) => undo(organisation, undone)}
    >
      {t(archived ? "restore" : "archive")}
    </ActionButton>
  );
}
