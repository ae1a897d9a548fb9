"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonProps } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import { runUndo, type UndoAction } from "./run-undo";

export interface ActionButtonProps<Data> extends Omit<ButtonProps, "onClick" | "type"> {
  action: () => Promise<ActionResult<Data>>;
  /** Said when it is done. */
  done?: ReactNode;
  /** Offers Undo where the command named its inverse. */
  onUndo?: UndoAction;
  onDone?: (data: Data) => void;
}

/** A button that does one thing at once, says so, and offers the way back. A refusal is said with its reason. */
export function ActionButton<Data>({ action, done, onUndo, onDone, children, ...props }: ActionButtonProps<Data>) {
  const t = useTranslations("ui.forms");
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const result = await action().catch(() => null);
      if (!result) return void toast.problem(t("notSent"));
      if (!result.ok) return void toast.problem(result.refusal.message);
      const { undo } = result;
      if (done)
        toast.done(
          done,
          undo && onUndo ? { action: { label: t("undo"), run: () => runUndo(onUndo, undo, t("undone")) } } : undefined,
        );
      onDone?.(result.data);
    });
  return (
    <Button type="button" aria-busy={pending || undefined} onClick={() => !pending && run()} {...props}>
      {children}
    </Button>
  );
}
