"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { toast as sonner } from "sonner";
import { Button } from "./button";
import { Icon } from "./icon";

export interface ToastOptions {
  /** The one thing to do about it, "Undo" most of the time. */
  action?: { label: string; run: () => unknown };
  /** How long it stays. With an action 10 s; else 6 s. It stays while the pointer or focus is on it. */
  milliseconds?: number;
}

/** Says what was done, with the way back. Errors stay until closed. */
export const toast = {
  done: (text: ReactNode, options?: ToastOptions) => show("done", text, options),
  problem: (text: ReactNode, options?: ToastOptions) => show("problem", text, options),
  note: (text: ReactNode, options?: ToastOptions) => show("note", text, options),
  dismiss: (id?: string | number) => sonner.dismiss(id),
};

type Kind = "done" | "problem" | "note";

function show(kind: Kind, text: ReactNode, options: ToastOptions = {}) {
  const duration = options.milliseconds ?? (kind === "problem" ? Infinity : options.action ? 10_000 : 6_000);
  return sonner.custom((id) => <ToastBody id={id} kind={kind} text={text} action={options.action} />, { duration });
}

const icons = { done: "circle-check", problem: "circle-alert", note: "info" } as const;
const colours = { done: "text-success", problem: "text-destructive", note: "text-muted-foreground" } as const;

/** The look alone, for the style guide. */
export function ToastBody({
  id,
  kind,
  text,
  action,
}: {
  id?: string | number;
  kind: Kind;
  text: ReactNode;
  action?: ToastOptions["action"];
}) {
  const t = useTranslations("ui");
  return (
    <div
      data-slot="toast"
      role={kind === "problem" ? "alert" : "status"}
      className="flex min-h-12 w-full max-w-[440px] items-center gap-2.5 rounded-lg border border-border-strong bg-popover py-1.5 ps-3.5 pe-2 font-sans text-base text-popover-foreground shadow-float phone:pe-0"
    >
      <Icon name={icons[kind]} className={colours[kind]} />
      <p className="min-w-0 flex-1 py-1">{text}</p>
      {action ? (
        <Button
          variant="quiet"
          size="small"
          className="phone:px-2"
          onClick={() => {
            sonner.dismiss(id);
            void Promise.resolve(action.run());
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <Button variant="ghost" size="iconSmall" aria-label={t("close")} onClick={() => sonner.dismiss(id)}>
        <Icon name="x" />
      </Button>
    </div>
  );
}
