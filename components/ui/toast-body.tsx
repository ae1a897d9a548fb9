"use client";

import { useTranslations } from "next-intl";
import { Button } from "./button";
import { Icon } from "./icon";
import type { ToastMessage } from "./toast-queue";

const icons = { done: "circle-check", problem: "circle-alert", note: "info" } as const;
const colours = { done: "text-success", problem: "text-destructive", note: "text-muted-foreground" } as const;

export interface ToastBodyProps extends Pick<ToastMessage, "kind" | "text" | "action"> {
  onClose?: () => void;
}

/** What one toast looks like. */
export function ToastBody({ kind, text, action, onClose }: ToastBodyProps) {
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
            onClose?.();
            void Promise.resolve(action.run());
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <Button variant="ghost" size="iconSmall" aria-label={t("close")} onClick={onClose}>
        <Icon name="x" />
      </Button>
    </div>
  );
}
