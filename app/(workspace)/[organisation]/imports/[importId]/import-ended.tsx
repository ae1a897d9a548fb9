import { useTranslations } from "next-intl";
import { ImportSteps } from "@/components/import-wizard/import-steps";
import type { ImportProblem } from "@/components/import-wizard/types";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Row, Rows } from "@/components/ui/rows";
import type { ImportState, RowCounts } from "@/lib/imports/schemas";
import { ResumeButton, UndoButton } from "./ended-buttons";

export interface ImportEndedProps {
  organisation: string;
  importId: string;
  state: ImportState;
  counts: RowCounts;
  problems: ImportProblem[];
  /** What was imported, counted: "3 executives". */
  counted: string;
  toCorrect: number;
  problemsHref?: string;
}

const look = {
  failed: { icon: "circle-alert", tone: "bad" },
  cancelled: { icon: "circle-pause", tone: "neutral" },
  over: { icon: "circle-check", tone: "ok" },
} as const;

/** What became of an import that ended, and what can still be done with it. */
export function ImportEnded({
  organisation,
  importId,
  state,
  counts,
  problems,
  counted,
  toCorrect,
  problemsHref,
}: ImportEndedProps) {
  const t = useTranslations("imports.page");
  const ui = useTranslations("ui.import");
  const created = counts.created ?? 0;
  const left = counts.valid ?? 0;
  const { repeated = 0, known = 0 } = counts;
  const skipped = [
    repeated > 0 ? t("repeated", { count: repeated }) : "",
    known > 0 ? t("known", { count: known }) : "",
  ].join(" ");
  const going = state === "cancelled" || state === "failed";
  const title =
    state === "done"
      ? t("done", { counted })
      : t(state === "undone" ? "undone" : state === "failed" ? "failed" : "cancelled");
  const text = going
    ? t("resumeText", { created, left })
    : state === "undone"
      ? t("undoneText", { count: counts.kept ?? 0 })
      : toCorrect > 0
        ? ui("doneFailed", { count: toCorrect })
        : ui("doneAll");
  return (
    <>
      <ImportSteps step={going ? "run" : "done"} />
      <Notice {...look[going ? state : "over"]}>
        <b>{title}</b> {text} {skipped}
      </Notice>
      <div className="mt-4 flex flex-wrap gap-2">
        {problemsHref && toCorrect > 0 ? (
          <Button asChild>
            <a href={problemsHref}>
              <Icon name="download" />
              {t("correct", { count: toCorrect })}
            </a>
          </Button>
        ) : null}
        {going && left > 0 ? <ResumeButton organisation={organisation} importId={importId} /> : null}
        {state !== "undone" && created > 0 ? <UndoButton organisation={organisation} importId={importId} /> : null}
      </div>
      {problems.length > 0 ? (
        <Card className="mt-6">
          <CardHeader>
            <CardTitle>{t("problems")}</CardTitle>
          </CardHeader>
          <Rows>
            {problems.map(({ row, field, value, problem }) => (
              <Row key={`${row}-${field}`} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4">
                <span className="min-w-16 text-muted-foreground tabular-nums">{t("row", { row })}</span>
                <span className="min-w-0">
                  <b className="font-medium">{field}</b>{" "}
                  {value ? <bdi className="break-words text-muted-foreground">{value}</bdi> : null}
                  <span className="block text-sm">{problem}</span>
                </span>
              </Row>
            ))}
          </Rows>
        </Card>
      ) : null}
    </>
  );
}
