import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";

const changes = ["now", "before", "resumes", "texts", "versions"] as const;

/** What becomes of what was written and read before a technology was added, and what does not. */
export async function WhatChanges({ className }: { className?: string }) {
  const t = await getTranslations("tailoring.technologies.changes");
  return (
    <Notice icon="info" className={className}>
      <p className="font-semibold">{t("title")}</p>
      <ul className="mt-1 list-disc space-y-1 ps-5 text-sm">
        {changes.map((change) => (
          <li key={change}>{t(change)}</li>
        ))}
      </ul>
    </Notice>
  );
}
