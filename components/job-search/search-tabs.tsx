"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkTabs } from "@/components/ui/link-tabs";

const tabs = ["board", "list", "contacts", "companies", "outreach", "week", "offers"] as const;

/** The parts of a search. */
export function SearchTabs({ here, offers }: { here: string; offers: number }) {
  const t = useTranslations("job-search.tabs");
  const segment = useSelectedLayoutSegment() ?? "board";
  return (
    <LinkTabs
      label={t("label")}
      className="mb-6 phone:mb-4"
      tabs={tabs.map((key) => ({
        href: key === "board" ? here : `${here}/${key}`,
        label: t(key),
        current: segment === key,
        ...(key === "offers" && offers > 0 ? { count: offers } : {}),
      }))}
    />
  );
}
