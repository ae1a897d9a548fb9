"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useOptimistic, useState, useTransition } from "react";
import { runUndo, type Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Row } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { toast } from "@/components/ui/toast";
import type { SignOff } from "@/lib/packages/schemas";
import type { ActionResult } from "@/lib/platform/result";
import type { Side } from "@/lib/programmes/sign-off";
import { TaskSignatures } from "./task-signatures";

export interface TaskShown {
  id: string;
  title: string;
  details: string;
  owner: "executive" | "consultant";
  dueOn: string | null;
  evidence: "none" | "text" | "file";
  doneAt: Date | null;
  mandatory: boolean;
  signOff: SignOff;
  signatures: ReadonlyArray<{
    id: string;
    side: Side;
    outcome: "signed" | "returned";
    words: string;
    name: string;
    withdrawnAt: Date | null;
  }>;
  given: ReadonlyArray<{ id: string; note: string; fileId: string | null; fileName: string | null; author: string }>;
}

type Act = (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;

export interface TaskActions {
  tickOff: Act;
  open: Act;
  remove: Act;
  signOff: Act;
  giveBack: (organisation: string, input: { id: string; words: string }) => Promise<ActionResult<unknown>>;
  unsign: (organisation: string, input: { signOffId: string; reason: string }) => Promise<ActionResult<unknown>>;
  giveEvidence: (
    organisation: string,
    input: { taskId: string; note?: string; fileId?: string; fileName?: string },
  ) => Promise<ActionResult<unknown>>;
}

const day = 86_400_000;

const loadForm = () => import("./evidence-form").then((module) => module.EvidenceForm);
const EvidenceForm = dynamic(loadForm, { ssr: false });

/** One task: ticked off at once, with Undo; evidence is added below it. */
export function TaskItem({
  organisation,
  task,
  today,
  mine,
  writes,
  works,
  signs,
  actions,
  undo,
}: {
  organisation: string;
  task: TaskShown;
  /** Civil date, `YYYY-MM-DD`. */
  today: string;
  mine: boolean;
  writes: boolean;
  works: boolean;
  /** May sign what asks for their side. */
  signs: boolean;
  actions: TaskActions;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("programmes.tasks");
  const forms = useTranslations("ui.forms");
  const format = useFormatter();
  const [done, setDone] = useOptimistic(task.doneAt !== null);
  const [writing, setWriting] = useState(false);
  const [, start] = useTransition();
  const run = (next: boolean, act: Act, said: string) =>
    start(async () => {
      setDone(next);
      const result = await act(organisation, { id: task.id }).catch(() => null);
      if (!result) return void toast.problem(forms("notSent"));
      if (!result.ok) {
        toast.problem(result.refusal.message);
        if (task.evidence !== "none") setWriting(true);
        return;
      }
      const back = result.undo;
      toast.done(
        said,
        back && {
          action: {
            label: forms("undo"),
            run: () => runUndo((undone) => undo(organisation, undone), back, forms("undone")),
          },
        },
      );
    });
  const late = !done && task.dueOn !== null && task.dueOn < today;
  const date = (iso: string) =>
    format.dateTime(new Date(`${iso}T00:00:00Z`), {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
  const missing = task.evidence !== "none" && task.given.length === 0 && !done;
  return (
    <Row id={`task-${task.id}`} className="flex scroll-mt-20 items-start gap-3 target:bg-accent">
      <Checkbox
        round
        className="mt-0.5"
        checked={done}
        disabled={!works}
        aria-label={done ? t("reopen", { title: task.title }) : t("complete", { title: task.title })}
        onChange={() =>
          done
            ? run(false, actions.open, t("reopened", { title: task.title }))
            : run(true, actions.tickOff, t("completed", { title: task.title }))
        }
      />
      <div className="min-w-0 flex-1">
        <p className={cn("break-words", done && "text-muted-foreground line-through decoration-input")}>{task.title}</p>
        <p className="text-sm text-muted-foreground">
          {[
            t(mine ? `ownersMine.${task.owner}` : `owners.${task.owner}`),
            done && task.doneAt
              ? t("doneOn", {
                  date: format.dateTime(new Date(task.doneAt), { weekday: "short", day: "numeric", month: "short" }),
                })
              : task.dueOn
                ? t("due", { date: date(task.dueOn) })
                : t("noDate"),
            ...(task.mandatory ? [] : [t("optional")]),
          ].join(" · ")}
        </p>
        {task.details && !done ? <p className="mt-1 max-w-[70ch] text-sm whitespace-pre-line">{task.details}</p> : null}
        {task.given.map((evidence) => (
          <div key={evidence.id} className="mt-1.5 max-w-[70ch] text-sm">
            {evidence.note ? (
              <p className="border-s-2 border-border-strong ps-2.5 whitespace-pre-line">{evidence.note}</p>
            ) : null}
            {evidence.fileId ? (
              <a
                href={`/api/files/${organisation}/${evidence.fileId}`}
                className="mt-1 inline-flex max-w-full items-center gap-1.5 rounded-sm border border-border-strong px-2 py-0.5 text-foreground no-underline hover:border-primary hover:text-primary phone:min-h-11"
              >
                <Icon name="paperclip" size="small" />
                <span className="truncate">{evidence.fileName}</span>
              </a>
            ) : null}
          </div>
        ))}
        <TaskSignatures
          organisation={organisation}
          task={{ ...task, doneAt: done ? (task.doneAt ?? new Date(0)) : null }}
          mine={mine}
          signs={signs}
          actions={actions}
          undo={undo}
        />
        {works && !done && !writing && (missing || task.evidence !== "none") ? (
          <Button
            size="small"
            variant={missing ? "outline" : "quiet"}
            className={cn("mt-1.5", missing && "border-dashed text-muted-foreground")}
            onPointerEnter={() => void loadForm()}
            onClick={() => setWriting(true)}
          >
            <Icon name={task.evidence === "file" ? "paperclip" : "pencil-line"} size="small" />
            {missing ? t(task.evidence === "file" ? "needsFile" : "needsText") : t("giveEvidence")}
          </Button>
        ) : null}
        {writing ? (
          <EvidenceForm
            organisation={organisation}
            taskId={task.id}
            wantsFile={task.evidence === "file"}
            save={actions.giveEvidence}
            close={() => setWriting(false)}
          />
        ) : null}
      </div>
      {late && !mine ? (
        <Status icon="calendar-x" tone="warn">
          {t("late", { days: Math.round((Date.parse(today) - Date.parse(task.dueOn!)) / day) })}
        </Status>
      ) : !done && task.dueOn === today ? (
        <Status icon="clock" tone="warn">
          {t("today")}
        </Status>
      ) : null}
      {writes && !done ? (
        <Button
          variant="ghost"
          size="iconSmall"
          aria-label={t("remove", { title: task.title })}
          onClick={() => run(false, actions.remove, t("removed"))}
        >
          <Icon name="x" />
        </Button>
      ) : null}
    </Row>
  );
}
