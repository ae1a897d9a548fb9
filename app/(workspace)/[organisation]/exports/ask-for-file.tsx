"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { Notice } from "@/components/ui/notice";
import { write } from "./actions";

export interface AskForFileProps {
  organisation: string;
  list: string;
  state: { sort?: string; descending?: boolean; q?: string; filters: Record<string, string>; except?: string[] };
}

/** Offers to write a long list into a file. */
export function AskForFile({ organisation, list, state }: AskForFileProps) {
  const t = useTranslations("exports.ask");
  const router = useRouter();
  return (
    <Notice icon="file-down" className="mb-6">
      <b>{t("title")}</b> {t("text")}
      <span className="mt-2 flex flex-wrap gap-2">
        {(["csv", "xlsx"] as const).map((format) => (
          <ActionButton
            key={format}
            variant={format === "csv" ? "primary" : "outline"}
            action={() => write(organisation, { list, format, state })}
            done={t("started")}
            onDone={() => router.replace(`/${organisation}/exports`)}
          >
            {t(format)}
          </ActionButton>
        ))}
      </span>
    </Notice>
  );
}
