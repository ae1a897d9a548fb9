"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/forms/action-button";
import type { Undo } from "@/components/forms/run-undo";
import type { ButtonProps } from "@/components/ui/button";
import type { ActionResult } from "@/lib/platform/result";

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
  label?: string;
  children: ReactNode;
}

/** One thing done to one record of a sponsor's, at once, with the way back where there is one. */
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
      action={() => act(organisation, input)}
      done={done}
      onUndo={undo ? (undone) => undo(organisation, undone) : undefined}
      onDone={() => then && router.push(then)}
      aria-label={label}
      {...button}
    />
  );
}
