"use client";

import { useTranslations } from "next-intl";
import { Toaster as Sonner } from "sonner";

/** Where toasts appear: bottom end; on a phone above the bottom bar. Stands once, in the root layout. */
export function Toaster() {
  const t = useTranslations("ui");
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={t("notices")}
      expand
      visibleToasts={3}
      gap={8}
      offset={20}
      mobileOffset={{
        bottom: "calc(var(--bottombar-height) + env(safe-area-inset-bottom) + 12px)",
        left: 16,
        right: 16,
      }}
      toastOptions={{ unstyled: true, className: "w-[440px] max-w-full" }}
    />
  );
}
