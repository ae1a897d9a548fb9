"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Empty } from "./empty";

export interface NothingFoundProps {
  filters: { label: string; value: string }[];
  query?: string;
  onClear: () => void;
}

/** There are rows, but none fits the question. Says which question, and takes it back. */
export function NothingFound({ filters, query, onClear }: NothingFoundProps) {
  const t = useTranslations("ui.states");
  const asked = [...(query ? [`“${query}”`] : []), ...filters.map((filter) => `${filter.label}: ${filter.value}`)];
  return (
    <Empty
      icon="search-x"
      title={query && filters.length === 0 ? t("nothingFor", { query }) : t("nothingMatches", { count: asked.length })}
      action={<Button onClick={onClear}>{t("clearQuestion", { count: asked.length })}</Button>}
      className="py-7"
    >
      {asked.join(" · ")}
    </Empty>
  );
}
