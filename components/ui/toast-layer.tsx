"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Toaster as Sonner, toast as sonner } from "sonner";
import { ToastBody } from "./toast-body";
import { connectToasts } from "./toast-queue";

/** As wide as the library's own notion of a phone, in CSS pixels. */
const phone = "(max-width: 600px)";

/** Where toasts appear: bottom end; on a phone below the top bar, so that nothing within the thumb's reach is covered. */
export function ToastLayer() {
  const t = useTranslations("ui");
  useEffect(
    () =>
      connectToasts(({ duration, name, ...message }) => {
        sonner.custom((id) => <ToastBody {...message} onClose={() => sonner.dismiss(id)} />, {
          ...{ duration },
          ...(name === undefined ? {} : { id: name }),
        });
      }),
    [],
  );
  return (
    <Sonner
      position={window.matchMedia(phone).matches ? "top-center" : "bottom-right"}
      containerAriaLabel={t("notices")}
      expand
      visibleToasts={3}
      gap={8}
      offset={20}
      mobileOffset={{ top: "calc(var(--topbar-height) + env(safe-area-inset-top) + 12px)", left: 16, right: 16 }}
      toastOptions={{ unstyled: true, className: "w-[440px] max-w-full" }}
    />
  );
}
