"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { PointProblem } from "@/lib/tailoring/points/points";

const mostShown = 8;

/** The lines of points that could not be read, each with the reason and, where they are at hand, its words. */
export function LineProblems({
  problems,
  wordsOf,
}: {
  problems: readonly PointProblem[];
  wordsOf?: (line: number) => string | undefined;
}) {
  const t = useTranslations("tailoring.pointForm");
  return (
    <div>
      <p className="flex items-center gap-2 font-semibold text-warning">
        <Icon name="triangle-alert" size="small" className="flex-none" />
        {t("problems", { count: problems.length })}
      </p>
      <ul className="mt-1 grid gap-1">
        {problems.slice(0, mostShown).map(({ line, code }) => (
          <li key={`${line} ${code}`} className="min-w-0">
            {t("line", { line, problem: t(`codes.${code}`) })}
            {wordsOf ? <span className="block truncate text-muted-foreground">{wordsOf(line)?.trim()}</span> : null}
          </li>
        ))}
      </ul>
      {problems.length > mostShown ? (
        <p className="mt-1 text-muted-foreground">{t("more", { count: problems.length - mostShown })}</p>
      ) : null}
    </div>
  );
}
