"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";
import { isKeptList } from "@/components/offline/kept-lists";

/** Streams have come in and cards have settled by then, and nothing is waiting for the browser any more. */
const settledMs = 2500;

/** Keeps the lists that somebody looks at on this device, so that they can be read without a connection. `account` is whose they are. */
export function KeepLists({ organisation, account }: { organisation: string; account: string }) {
  const t = useTranslations("ui.offline");
  const format = useFormatter();
  const pathname = usePathname();
  const search = useSearchParams().toString();
  useEffect(() => {
    if (!("serviceWorker" in navigator) || !("caches" in window) || !isKeptList({ pathname, search }, organisation))
      return;
    const timer = setTimeout(() => {
      if (!navigator.onLine) return;
      const time = format.dateTime(new Date(), { dateStyle: "medium", timeStyle: "short" });
      const words = { asOf: t("asOf", { time }), title: t("title"), text: t("text") };
      // A browser that has no room, or was told to keep nothing, keeps nothing.
      void import("./keep-page").then(({ keepPage }) => keepPage(account, pathname, words)).catch(() => undefined);
    }, settledMs);
    return () => clearTimeout(timer);
  }, [account, format, organisation, pathname, search, t]);
  return null;
}
