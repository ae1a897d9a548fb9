"use client";

import type { ComponentProps } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

export interface EditAndRemoveProps {
  /** What each button does, with the name of the record: "Change VP Operations". */
  labels: { edit: string; remove: string };
  /** The form is on its way before somebody asks for it. */
  onReach: () => unknown;
  onEdit: () => void;
  remove: Pick<ComponentProps<typeof ActionButton>, "action" | "done" | "onUndo">;
}

/** The two small buttons beside a record that is read where it stands: its form takes its place, or it goes, which can be taken back. */
export function EditAndRemove({ labels, onReach, onEdit, remove }: EditAndRemoveProps) {
  return (
    <>
      <Button
        size="icon"
        variant="quiet"
        aria-label={labels.edit}
        onPointerEnter={() => void onReach()}
        onClick={onEdit}
      >
        <Icon name="pencil" />
      </Button>
      <ActionButton size="icon" variant="quiet" aria-label={labels.remove} {...remove}>
        <Icon name="trash-2" />
      </ActionButton>
    </>
  );
}
