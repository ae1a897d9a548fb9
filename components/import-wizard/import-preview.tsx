import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { ImportPreview } from "./types";

export interface PreviewStepProps {
  fileName: string;
  preview: ImportPreview;
  /** The rows with problems as a file to correct. */
  problemsHref?: string;
  onBack: () => void;
  onImport: () => void;
  pending?: boolean;
}

/** What will happen, before it does: how many are ready, seen before, wrong; each wrong value by its row. */
export function PreviewStep({ fileName, preview, problemsHref, onBack, onImport, pending }: PreviewStepProps) {
  const t = useTranslations("ui.import");
  const { ready, merged, problemRows, problems } = preview;
  return (
    <Card>
      <CardHeader>
        <CardTitle className="min-w-0 break-words">{fileName}</CardTitle>
        {problemRows > 0 ? (
          <Badge icon="triangle-alert" tone="warn" className="ms-auto">
            {t("rowsNeedYou", { count: problemRows })}
          </Badge>
        ) : null}
      </CardHeader>
      <div className="flex gap-8 border-b border-border px-5 py-3 text-muted-foreground phone:flex-col phone:gap-0.5 phone:px-4 [&_b]:me-1 [&_b]:text-lg [&_b]:text-foreground [&_b]:tabular-nums">
        <p>{t.rich("ready", { count: ready, b: (words) => <b>{words}</b> })}</p>
        <p>{t.rich("withProblems", { count: problemRows, b: (words) => <b>{words}</b> })}</p>
        <p>{t.rich("merged", { count: merged, b: (words) => <b>{words}</b> })}</p>
      </div>
      {problems.length > 0 ? (
        <table className="w-full border-collapse text-sm phone:block">
          <caption className="sr-only">{t("problemTable")}</caption>
          <thead className="phone:hidden">
            <tr className="border-b border-border-strong text-xs text-muted-foreground [&>th]:h-9 [&>th]:px-3 [&>th]:font-medium">
              <th scope="col" className="w-[68px] text-end">
                {t("row")}
              </th>
              <th scope="col">{t("field")}</th>
              <th scope="col">{t("fileSays")}</th>
              <th scope="col">{t("wrong")}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-border phone:block">
            {problems.map((problem) => (
              <tr
                key={`${problem.row}-${problem.field}`}
                className="[&>td]:h-9 [&>td]:px-3 [&>td]:py-1 phone:grid phone:grid-cols-[44px_minmax(0,1fr)] phone:px-4 phone:py-2.5 phone:text-base phone:[&>td]:h-auto phone:[&>td]:p-0"
              >
                <td className="pe-5 text-end tabular-nums phone:row-span-3 phone:text-start phone:text-muted-foreground">
                  {problem.row}
                </td>
                <td>{problem.field}</td>
                <td>
                  <mark className="bg-warning-soft px-[5px] py-px font-mono text-xs break-all text-foreground">
                    {problem.value || t("emptyCell")}
                  </mark>
                </td>
                <td className="phone:text-muted-foreground">{problem.problem}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {problemRows > problems.length ? (
        <p className="border-t border-border px-5 py-2 text-sm text-muted-foreground phone:px-4">
          {t("moreProblems", { count: problemRows - problems.length })}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2 border-t border-border-strong px-3.5 py-2.5">
        {problemRows > 0 && problemsHref ? (
          <Button asChild size="small">
            <a href={problemsHref} download>
              <Icon name="download" size="small" />
              {t("toCorrect", { count: problemRows })}
            </a>
          </Button>
        ) : null}
        <span className="ms-auto flex gap-2">
          <Button size="small" onClick={onBack}>
            {t("back")}
          </Button>
          <Button
            size="small"
            variant="primary"
            aria-disabled={ready === 0 || pending ? true : undefined}
            onClick={() => (ready === 0 || pending ? undefined : onImport())}
          >
            {t("import", { count: ready })}
          </Button>
        </span>
      </div>
    </Card>
  );
}
