import { useTranslations } from "next-intl";
import type { Suggestion } from "@/lib/programmes/suggest-consultants";

/** Why a consultant is suggested, in one sentence. What nobody knows is not said. */
export function SuggestionLine({
  suggestion,
  language,
}: {
  suggestion: Suggestion;
  /** The person's, as it is called; empty where nobody knows it. */
  language: string;
}) {
  const t = useTranslations("separations.suggestion");
  const reasons = (["language", "industry", "place"] as const).flatMap((what) => {
    const shared = suggestion[what];
    return shared === null ? [] : [t(`${what}.${shared ? "yes" : "no"}`, { language })];
  });
  return (
    <span className="block text-sm text-muted-foreground">
      {t("sentence", {
        name: suggestion.consultant.name,
        reasons: [...reasons, t("load", { running: suggestion.running, usual: Math.round(suggestion.usual) })].join(
          ", ",
        ),
      })}
    </span>
  );
}
