"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { UndrawnParagraph } from "./undrawn";
import type { Picking } from "./use-picking";

/** Words that stand in the file and not in its drawing, below it: said, and where one points out lines, to be pointed out as well. */
export function UndrawnLines({ lines, picking }: { lines: readonly UndrawnParagraph[]; picking?: Picking }) {
  const t = useTranslations("tailor.document");
  if (lines.length === 0) return null;
  return (
    <Notice icon="info" className="mx-auto mt-2 max-w-[700px]" data-slot="undrawn">
      <b>{t("undrawn", { count: lines.length })}</b>
      <p>{t("undrawnText")}</p>
      <ul className="mt-2 grid list-disc gap-1 ps-5 text-sm">
        {lines.map(({ paragraph, text }) => (
          <li key={paragraph} className="wrap-anywhere">
            {picking ? (
              <button
                type="button"
                aria-pressed={picking.begins.has(paragraph)}
                className="text-start hover:underline aria-pressed:font-semibold phone:min-h-11"
                onClick={() => picking.onPick(paragraph)}
              >
                {text}
              </button>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
