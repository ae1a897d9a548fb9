"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { SuggestionLine } from "@/components/sponsors/suggestion-line";
import { Button } from "@/components/ui/button";
import { suggestConsultants, type Colleague } from "@/lib/programmes/suggest-consultants";

/** Who fits best by what the form says so far, with the reasons, while somebody else is chosen. */
export function SuggestedConsultant({
  consultants,
  engagements,
  languages,
}: {
  consultants: readonly Colleague[];
  engagements: ReadonlyArray<{ id: string; industry: string }>;
  languages: ReadonlyArray<{ value: string; label: string }>;
}) {
  const t = useTranslations("programmes.invite");
  const { setValue } = useFormContext();
  const [engagementId, chosen, language = "", place = ""] = useWatch({
    name: ["engagementId", "consultantId", "language", "place"],
  }) as string[];
  const industry = engagements.find(({ id }) => id === engagementId)?.industry ?? "";
  const [best] = suggestConsultants({ language: language || null, industry, place }, consultants);
  if (!best || best.consultant.id === chosen) return null;
  const { id, name } = best.consultant;
  return (
    <div className="col-span-full flex flex-wrap items-center gap-x-4 gap-y-2">
      <SuggestionLine suggestion={best} language={languages.find(({ value }) => value === language)?.label ?? ""} />
      <Button size="small" onClick={() => setValue("consultantId", id, { shouldDirty: true })}>
        {t("takeSuggestion", { name })}
      </Button>
    </div>
  );
}
