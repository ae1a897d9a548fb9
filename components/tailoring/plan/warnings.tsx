"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Status } from "@/components/ui/status";
import type { ShownWarning } from "@/lib/tailoring/tailored/tailoring-view";

const looks = {
  high: { icon: "octagon-alert", tone: "bad" },
  medium: { icon: "triangle-alert", tone: "warn" },
  low: { icon: "info", tone: "neutral" },
} as const;

/** What may keep a program from reading the resume as a person does: folded, the worst first, each with what to do and where it is. */
export function Warnings({
  warnings,
  onPlace,
}: {
  warnings: readonly ShownWarning[];
  onPlace: (paragraph: number) => void;
}) {
  const t = useTranslations("tailor.warnings");
  if (warnings.length === 0) return null;
  return (
    <details className="group mx-5 mt-5 border-t border-border-strong pt-3 phone:mx-4" data-slot="layout-warnings">
      <summary className="flex list-none items-center gap-2 rounded-sm py-1 text-base font-semibold phone:min-h-11">
        <Icon name="chevron-right" size="small" className="transition-transform group-open:rotate-90" />
        {t("title")}
        <span className="font-normal text-muted-foreground tabular-nums">{warnings.length}</span>
      </summary>
      <p className="mb-1 text-sm text-muted-foreground">{t("lede")}</p>
      <ul className="divide-y divide-border">
        {warnings.map(({ code, severity, sentence, advice, paragraphs, detail }) => (
          <li key={code} className="grid gap-1 py-2.5 text-sm">
            <Status {...looks[severity]}>{t(`severity.${severity}`)}</Status>
            <p className="font-medium wrap-anywhere">
              {sentence}
              {detail ? ` (${detail})` : ""}
            </p>
            <p className="text-muted-foreground">{advice}</p>
            {paragraphs.length > 0 ? (
              <span>
                <Button size="small" variant="quiet" className="-ms-2.5" onClick={() => onPlace(paragraphs[0]!)}>
                  <Icon name="file-text" size="small" />
                  {t("show", { count: paragraphs.length })}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
