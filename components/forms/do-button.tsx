"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { ButtonProps } from "@/components/ui/button";
import type { ActionResult } from "@/lib/platform/result";
import { ActionButton } from "./action-button";
import type { Undo } from "./run-undo";

export interface DoButtonProps<Input> {
  organisation: string;
  act: (organisation: string, input: Input) => Promise<ActionResult<unknown>>;
  input: Input;
  /** Said when it is done. */
  done: string;
  undo?: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
  /** Where it leads when it is done. */
  then?: string;
  variant?: ButtonProps["variant"];
  size?: ButtonProps["size"];
  /** For who does not see what stands around it. */
  label?: string;
  children: ReactNode;
}

/** One thing done to one record, at once, with the way back where there is one; for pages that hold no state themselves. */
export function DoButton<Input>({
  organisation,
  act,
  input,
  done,
  undo,
  then,
  label,
  ...button
}: DoButtonProps<Input>) {
  const router = useRouter();
  return (
    <ActionButton
      action={async () => {
        const result = await act(organisation, input);
        // Before the page is read anew: what it shows may be gone by then.
        if (result.ok && then) router.push(then);
        return result;
      }}
      done={done}
      onUndo={undo ? (undone) => undo(organisation, undone) : undefined}
      aria-label={label}
      {...button}
    />
  );
}
