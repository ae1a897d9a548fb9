"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import type { BatchSteps, BatchView } from "./types";

/** How often one looks again while rows are left, in milliseconds. */
const lookAgain = 700;

export interface BatchProgressProps {
  batchId: string;
  steps: BatchSteps;
  /** How far it was when the page was made. */
  initial?: BatchView;
  onOver?: () => void;
}

/** How far a batch is, what was left out and why; to stop it, to try again what was left out, to take it back. */
export function BatchProgress({ batchId: first, steps, initial, onOver }: BatchProgressProps) {
  const t = useTranslations("batches");
  const router = useRouter();
  const [batchId, setBatchId] = useState(first);
  const { view, again } = useProgress(batchId, steps, initial, onOver);
  const [pending, start] = useTransition();
  const run = (work: () => Promise<ActionResult<unknown>>) =>
    start(async () => {
      const result = await work().catch(() => null);
      if (!result) return void toast.problem(t("notSent"));
      if (!result.ok) return void toast.problem(result.refusal.message);
      again();
      router.refresh();
    });
  if (!view) return <Skeleton className="h-28" />;
  const running = view.status === "running";
  const { done, refused, left, total } = view;
  return (
    <div className="grid gap-3" data-slot="batch-progress" data-status={view.status}>
      <p role="status" className="flex items-center gap-2">
        {running ? (
          <Status icon="loader" tone="act">
            {view.action === "batches.undo" ? t("takingBack") : t("status.running")}
          </Status>
        ) : (
          <b className="font-semibold">{sentenceOf(t, view)}</b>
        )}
      </p>
      {running || left > 0 ? (
        <>
          <Progress done={done} failed={refused} total={total} label={t("progress")} />
          <p className="text-sm text-muted-foreground tabular-nums">{t("counts", { done, refused, left })}</p>
        </>
      ) : null}
      {running && total > 20 ? <p className="text-sm text-muted-foreground">{t("mayLeave")}</p> : null}
      {view.refusals.length > 0 ? (
        <section aria-label={t("leftOut")}>
          <h3 className="mb-1 text-sm font-medium text-muted-foreground">{t("leftOut")}</h3>
          <ul className="max-h-60 divide-y divide-border overflow-y-auto border-y border-border">
            {view.refusals.map(({ recordId, name, href, problem }) => (
              <li key={recordId} className="py-2 text-sm">
                {name && href ? (
                  <Link href={`${steps.home}${href}`} className="font-medium break-words">
                    <bdi>{name}</bdi>
                  </Link>
                ) : (
                  <span className="font-medium">{name ?? t("gone")}</span>
                )}
                <span className="block text-muted-foreground">{problem}</span>
              </li>
            ))}
          </ul>
          {refused > view.refusals.length ? (
            <p className="mt-1 text-sm text-muted-foreground">{t("more", { count: refused - view.refusals.length })}</p>
          ) : null}
        </section>
      ) : null}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {running ? (
          <Button size="small" aria-busy={pending || undefined} onClick={() => run(() => steps.stop({ batchId }))}>
            <Icon name="circle-stop" size="small" />
            {t("stop")}
          </Button>
        ) : null}
        {!running && refused + left > 0 && view.action !== "batches.undo" ? (
          <Button size="small" aria-busy={pending || undefined} onClick={() => run(() => steps.retry({ batchId }))}>
            <Icon name="rotate-cw" size="small" />
            {left > 0 ? t("goOn") : t("retry", { count: refused })}
          </Button>
        ) : null}
        {view.undoable ? (
          <Button
            size="small"
            aria-busy={pending || undefined}
            onClick={() =>
              run(async () => {
                const result = await steps.undo({ batchId });
                if (result.ok) setBatchId(result.data.batchId);
                return result;
              })
            }
          >
            <Icon name="undo-2" size="small" />
            {t("undo")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** How far it is, read again and again while rows are left. */
function useProgress(batchId: string, steps: BatchSteps, initial: BatchView | undefined, onOver?: () => void) {
  const [view, setView] = useState<BatchView | null>(initial ?? null);
  const [round, setRound] = useState(0);
  const ask = useEffectEvent((id: string) => steps.progress({ batchId: id }).catch(() => null));
  const over = useEffectEvent(() => onOver?.());
  useEffect(() => {
    let open = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const result = await ask(batchId);
      if (!open) return;
      if (result?.ok) {
        setView(result.data);
        if (result.data.status !== "running") return over();
      }
      timer = setTimeout(() => void look(), lookAgain);
    };
    void look();
    return () => {
      open = false;
      clearTimeout(timer);
    };
  }, [batchId, round]);
  return { view, again: () => setRound((count) => count + 1) };
}

function sentenceOf(t: ReturnType<typeof useTranslations<"batches">>, view: BatchView): string {
  const { status, done, refused, total, action } = view;
  if (status === "stopped") return t("stoppedText");
  if (status === "failed") return t("failedText");
  if (refused > 0) return t("partlyDone", { done, total, refused });
  return action === "batches.undo" ? t("takenBack") : t("allDone", { done });
}
