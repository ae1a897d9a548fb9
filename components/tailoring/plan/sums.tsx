"use client";

import { useFormatter, useTranslations } from "next-intl";
import { LateDialog } from "@/components/frame/late-dialog";
import { Icon } from "@/components/ui/icon";
import type { DraftPoint } from "@/lib/tailoring/tailored/draft-schema";
import type { LengthView, ScoreView } from "@/lib/tailoring/tailored/tailoring-view";

export interface SumsProps {
  score: ScoreView | null;
  length: LengthView | null;
  points: readonly DraftPoint[];
  numbers: ReadonlyMap<string, number>;
  texts: ReadonlyMap<number, string>;
  /** Shows a paragraph of the document. */
  onPlace: (paragraph: number) => void;
  onPoint: (point: string) => void;
}

/** What a plan comes to: how well the resume answers the requirement before and after, and how long it gets. */
export function Sums({ score, length, ...rest }: SumsProps) {
  const t = useTranslations("tailor.plan");
  const format = useFormatter();
  const pages = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const whole = length ? Math.max(1, Math.ceil(length.after)) : 1;
  return (
    <div className="grid grid-cols-2 divide-x divide-border border-b border-border">
      <div className="px-5 py-3.5 phone:px-4 phone:py-3">
        {score ? (
          <>
            <p className="text-sm text-muted-foreground">{t("score", { formula: score.formula })}</p>
            <p className="flex flex-wrap items-baseline gap-x-1.5 text-[1.625rem] leading-[2.125rem] tabular-nums">
              <span className="text-muted-foreground">{score.before}</span>
              <Icon name="arrow-right" className="self-center text-muted-foreground" />
              <b>{score.after}</b>
              <small className="text-sm text-muted-foreground">{t("of100")}</small>
            </p>
            <span
              role="img"
              aria-label={t("scoreBar", { before: score.before, after: score.after })}
              className="relative mt-1 mb-2 block h-1.5 bg-border"
            >
              <span className="absolute inset-y-0 start-0 bg-chart-1" style={{ width: `${score.after}%` }} />
              <span
                className="absolute -inset-y-[3px] w-0.5 bg-foreground"
                style={{ insetInlineStart: `${score.before}%` }}
              />
            </span>
            <LateDialog
              load={() => import("./evidence-sheet").then((module) => module.EvidenceSheet)}
              props={{ score, ...rest }}
            >
              <button
                type="button"
                className="text-start text-xs text-primary underline underline-offset-[0.2em] touch-target hover:text-primary-hover"
              >
                {t("evidence", {
                  found: score.skills.filter((skill) => skill.after > 0).length,
                  all: score.skills.length,
                })}
              </button>
            </LateDialog>
          </>
        ) : (
          <p className="text-sm text-muted-foreground">{t("noScore")}</p>
        )}
      </div>
      <div className="px-5 py-3.5 phone:px-4 phone:py-3">
        <p className="text-sm text-muted-foreground">{t("length")}</p>
        {length ? (
          <>
            <p className="flex flex-wrap items-baseline gap-x-1.5 text-[1.625rem] leading-[2.125rem] tabular-nums">
              <b>{pages(length.after)}</b>
              <small className="text-sm text-muted-foreground">{t("ofPages", { count: whole })}</small>
            </p>
            <span
              role="img"
              aria-label={t("lengthBar", { after: pages(length.after), whole })}
              className="relative mt-1 mb-2 block h-1.5 bg-border"
            >
              <span
                className="absolute inset-y-0 start-0 bg-chart-1"
                style={{ width: `${Math.min(100, (length.after / whole) * 100)}%` }}
              />
            </span>
            <p className="text-xs text-muted-foreground">
              {t("was", { before: pages(length.before), lines: length.spareLines })}
            </p>
          </>
        ) : (
          <p className="text-sm text-muted-foreground">{t("noLength")}</p>
        )}
      </div>
    </div>
  );
}
