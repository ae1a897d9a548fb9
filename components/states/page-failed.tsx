"use client";

import { useTranslations } from "next-intl";
import { LoadFailed } from "@/components/states/load-failed";

/** A page that threw: what happened, what was kept, the id under which it was logged. */
export function PageFailed({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations("frame.error");
  return (
    <LoadFailed title={t("title")} onRetry={retry} requestId={error.digest}>
      {t("text")}
    </LoadFailed>
  );
}
