"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Toaster as Sonner, toast as sonner } from "sonner";
import { ToastBody } from "./toast-body";
import { connectToasts } from "./toast-queue";

/** Where toasts appear: bottom end; on a phone above the bottom bar. */
export function ToastLayer() {
  const t = useTranslations("ui");
  useEffect(
    () =>
      connectToasts(({ duration, ...message }) => {
        sonner.custom((id) => <ToastBody {...message} onClose={() => sonner.dismiss(id)} />, { duration });
      }),
    [],
  );
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={t("notices")}
      expand
      visibleToasts={3}
      gap={8}
      offset={20}
      mobileOffset={{
        bottom: "calc(var(--bottombar-height) + env(safe-area-inset-bottom) + var(--toasts-above, 0px) + 12px)",
        left: 16,
        right: 16,
      }}
      toastOptions={{ unstyled: true, className: "w-[440px] max-w-full" }}
    />
  );
}
