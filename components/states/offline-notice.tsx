"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Notice } from "@/components/ui/notice";

/** Appears while the device has no network, and says what still works. `seen` is when the page was last read, as text. */
export function OfflineNotice({ seen, always = false }: { seen?: string; always?: boolean }) {
  const t = useTranslations("ui.states");
  const online = useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );
  if (online && !always) return null;
  return (
    <Notice icon="wifi-off" role="status">
      <b>{t("offline")}</b> {seen ? t("offlineSeen", { time: seen }) : t("offlineKept")}
    </Notice>
  );
}

function watch(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
