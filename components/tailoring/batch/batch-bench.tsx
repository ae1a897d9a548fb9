"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { versionLook } from "@/components/tailoring/plan/versions";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Progress } from "@/components/ui/progress";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import type { BatchView } from "@/lib/tailoring/tailored/tailoring-view";

export interface BatchBenchProps {
  organisation: string;
  initial: BatchView;
  writes: boolean;
  /** Where all that is done can be fetched. */
  zip: string;
  /** Where those that are done are sent; left out where there is no such page. */
  send?: string;
  progress: (organisation: string, input: { id: string }) => Promise<ActionResult<BatchView>>;
  stop: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
  retry: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
}

/** How often one looks again while resumes are waiting, in milliseconds. */
const lookAgain = 700;

/** A batch while it runs and after: counts, each resume with what came of it, and the next step. */
export function BatchBench({ organisation, initial, writes, zip, send, ...steps }: BatchBenchProps) {
  const t = useTranslations("tailor.batch");
  const [batch, setBatch] = useState(initial);
  const [pending, start] = useTransition();
  const { counts, rows, total, id } = batch;
  const running = counts.waiting > 0;
  const ask = () => steps.progress(organisation, { id }).catch(() => null);
  const lookOnce = useEffectEvent(ask);
  useEffect(() => {
    if (!running) return;
    let open = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const result = await lookOnce();
      if (!open) return;
      if (result?.ok) setBatch(result.data);
      timer = setTimeout(() => void look(), lookAgain);
    };
    void look();
    return () => {
      open = false;
      clearTimeout(timer);
    };
  }, [running]);
  const run = (work: () => Promise<ActionResult<unknown>>) =>
    start(async () => {
      const result = await work().catch(() => null);
      if (!result) return void toast.problem(t("notSent"));
      if (!result.ok) return void toast.problem(result.refusal.message);
      const now = await ask();
      if (now?.ok) setBatch(now.data);
    });
  const failed = counts.refused + counts.stopped;
  const done = rows.filter(({ status }) => status === "done");
  return (
    <div className="grid gap-4" data-slot="tailoring-batch" data-running={running}>
      <Card pad>
        <p role="status" className="flex items-center gap-2 font-semibold">
          {running ? (
            <Status icon="loader" tone="act">
              {t("running")}
            </Status>
          ) : (
            t("over", { done: counts.done, total })
          )}
        </p>
        <Progress
          done={counts.done}
          failed={counts.refused}
          total={total}
          label={t("progress")}
          className="mt-3 mb-2"
        />
        <p className="text-sm text-muted-foreground tabular-nums">{t("counts", { ...counts, left: counts.waiting })}</p>
        {running ? <p className="mt-1 text-sm text-muted-foreground">{t("mayLeave")}</p> : null}
        <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
          {counts.done > 0 && send ? (
            <Button asChild variant="primary">
              <Link href={`${send}?ids=${done.map(({ submissionId }) => submissionId).join(",")}`}>
                <Icon name="send" />
                {t("send", { count: counts.done })}
              </Link>
            </Button>
          ) : null}
          {counts.done > 0 ? (
            <Button asChild>
              <a href={zip} download>
                <Icon name="download" />
                {t("zip")}
              </a>
            </Button>
          ) : null}
          {writes && running ? (
            <Button aria-busy={pending || undefined} onClick={() => run(() => steps.stop(organisation, { id }))}>
              <Icon name="circle-stop" />
              {t("stop")}
            </Button>
          ) : null}
          {writes && !running && failed > 0 ? (
            <Button aria-busy={pending || undefined} onClick={() => run(() => steps.retry(organisation, { id }))}>
              <Icon name="rotate-cw" />
              {t("retry", { count: failed })}
            </Button>
          ) : null}
        </div>
      </Card>
      <Card>
        <Rows aria-label={t("resumes")}>
          {rows.map((row) => (
            <Row key={row.versionId} className="grid gap-1" data-state={row.status}>
              <div className="flex items-start gap-3">
                <span className="min-w-0 flex-1 wrap-anywhere">
                  <Link
                    data-row-link
                    href={`/${organisation}/submissions/${row.submissionId}/tailor`}
                    className="font-semibold"
                  >
                    <bdi>{batch.requirement ? row.name : requirementOf(row)}</bdi>
                  </Link>
                  <span className="block text-sm text-muted-foreground">
                    <bdi>{batch.requirement ? requirementOf(row) : row.name}</bdi>
                  </span>
                </span>
                <span className="grid flex-none justify-items-end gap-0.5">
                  <Status {...versionLook[row.status]}>{t(`status.${row.status}`)}</Status>
                  {row.status === "done" ? (
                    <span className="text-xs text-muted-foreground tabular-nums">
                      {t("points", { placed: row.placed })}
                      {row.scoreAfter === null ? null : ` · ${row.scoreBefore} → ${row.scoreAfter}`}
                    </span>
                  ) : null}
                </span>
              </div>
              {row.refusalMessage ? <p className="text-sm">{row.refusalMessage}</p> : null}
            </Row>
          ))}
        </Rows>
        {rows.length < total ? (
          <p className="border-t border-border px-5 py-3 text-sm text-muted-foreground phone:px-4">
            {t("notSeen", { count: total - rows.length })}
          </p>
        ) : null}
      </Card>
    </div>
  );
}

const requirementOf = ({ title, client }: BatchView["rows"][number]) => [title, client].filter(Boolean).join(", ");
