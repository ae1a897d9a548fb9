"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import type { ActionResult } from "@/lib/platform/result";

/** Begins the next version of the framework and leads to it. */
export function BeginDraft({
  organisation,
  here,
  begin,
}: {
  organisation: string;
  here: string;
  begin: (organisation: string, input: Record<string, never>) => Promise<ActionResult<{ id: string }>>;
}) {
  const t = useTranslations("competencies.framework");
  const router = useRouter();
  return (
    <ActionButton
      variant="primary"
      action={() => begin(organisation, {})}
      done={t("draftStarted")}
      onDone={({ id }) => router.push(`${here}/${id}`)}
    >
      {t("startDraft")}
    </ActionButton>
  );
}
