"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { PointProblem } from "@/lib/tailoring/points/points";

const mostShown = 8;

type WordsOf = (line: number) => string | undefined;

/** The lines of points that could not be read, each with the reason and, where they are at hand, its words. */
export function LineProblems({ problems, wordsOf }: { problems: readonly PointProblem[]; wordsOf?: WordsOf }) {
  const t = useTranslations("tailoring.pointForm");
  return (
    <LinesToLookAt
      lines={problems.map(({ line, code }) => ({
        line,
        problem: t(`codes.${code}`),
      }))}
      {...(wordsOf ? { wordsOf } : {})}
    />
  );
}

/** Lines of what was pasted that could not be taken in, each with the reason in words. */
export function LinesToLookAt({
  lines,
  wordsOf,
}: {
  lines: readonly { line: number; problem: string }[];
  wordsOf?: WordsOf;
}) {
  const t = useTranslations("tailoring.pointForm");
  return (
    <div>
      <p className="flex items-center gap-2 font-semibold text-warning">
        <Icon name="triangle-alert" size="small" className="flex-none" />
        {t("problems", { count: lines.length })}
      </p>
      <ul className="mt-1 grid gap-1">
        {lines.slice(0, mostShown).map(({ line, problem }) => (
          <li key={`${line} ${problem}`} className="min-w-0">
            {t("line", { line, problem })}
            {wordsOf ? <span className="block truncate text-muted-foreground">{wordsOf(line)?.trim()}</span> : null}
          </li>
        ))}
      </ul>
      {lines.length > mostShown ? (
        <p className="mt-1 text-muted-foreground">{t("more", { count: lines.length - mostShown })}</p>
      ) : null}
    </div>
  );
}
