"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";

export interface SummaryProblem {
  field: string;
  label: string;
  message: string;
}

/** After a refused form with several problems: how many, and a link to each field. Takes the focus when it appears. */
export function ErrorSummary({
  problems,
  onGo,
  attempt,
}: {
  problems: SummaryProblem[];
  onGo: (field: string) => void;
  attempt: number;
}) {
  const t = useTranslations("ui.forms");
  const box = useRef<HTMLDivElement>(null);
  const many = problems.length > 1;
  useEffect(() => {
    if (many && attempt > 0) box.current?.focus();
  }, [attempt, many]);
  if (!many || attempt === 0) return null;
  return (
    <Notice ref={box} icon="circle-alert" tone="bad" tabIndex={-1} role="alert">
      <b>{t("problems", { count: problems.length })}</b>
      <ul className="mt-1">
        {problems.map((problem) => (
          <li key={problem.field}>
            <button
              type="button"
              className="text-start text-destructive underline underline-offset-[0.2em] phone:min-h-11"
              onClick={() => onGo(problem.field)}
            >
              {problem.label}
            </button>
            : {problem.message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
