"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { BatchPreview } from "./batch-preview";
import { BatchProgress } from "./batch-progress";
import type { BatchRows, BatchWork, PreparedBatch } from "./types";

export interface BatchDialogProps {
  action: { key: string; danger?: boolean };
  rows: BatchRows;
  /** As far as the table knows; the dialog counts. */
  count: number;
  work: BatchWork;
  onClose: (started: boolean) => void;
}

/** One thing done to many rows: what is needed for it, how many it will be done to and which not and why, then how far it is. */
export function BatchDialog({ action, rows, count, work, onClose }: BatchDialogProps) {
  const t = useTranslations("batches");
  const router = useRouter();
  const words = (key: string) => `actions.${action.key}.${key}` as never;
  const [given, setGiven] = useState<Record<string, string>>({});
  const prepared = usePrepared(action.key, rows, given, work, () => onClose(false));
  const [batch, setBatch] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [sending, send] = useTransition();
  const ready = prepared ? prepared.total - prepared.refused.reduce((sum, one) => sum + one.count, 0) : 0;
  const missing = prepared?.fields.some(({ name }) => name !== "note" && !given[name]?.trim()) ?? true;
  const mayStart = prepared !== null && ready > 0 && prepared.total <= prepared.most && !missing;
  const start = () =>
    send(async () => {
      if (!prepared) return;
      const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim()));
      const result = await work
        .start({ action: action.key, state: rows, given: kept, expected: prepared.total })
        .catch(() => null);
      if (!result) return void toast.problem(t("notSent"));
      if (!result.ok) return void toast.problem(result.refusal.message);
      setBatch(result.data.batchId);
    });
  const close = () => {
    if (batch) {
      router.refresh();
      if (!over)
        toast.note(t("carriesOn"), {
          action: { label: t("look"), run: () => router.push(`${work.steps.home}/batches/${batch}`) },
        });
    }
    onClose(batch !== null);
  };
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : close())}>
      <DialogContent
        title={t(words("title"), { count: prepared?.total ?? count } as never)}
        footer={
          batch ? (
            <Button variant={over ? "primary" : "outline"} onClick={close}>
              {over ? t("close") : t("leave")}
            </Button>
          ) : (
            <>
              <Button onClick={close}>{t("cancel")}</Button>
              <Button
                variant={action.danger ? "dangerSolid" : "primary"}
                aria-disabled={mayStart ? undefined : true}
                aria-busy={sending || undefined}
                onClick={() => mayStart && !sending && start()}
              >
                {t(words("submit"), { count: ready } as never)}
              </Button>
            </>
          )
        }
      >
        {batch ? (
          <BatchProgress batchId={batch} steps={work.steps} onOver={() => setOver(true)} />
        ) : !prepared ? (
          <p role="status" className="grid gap-3">
            {t("loading")}
            <Skeleton className="h-16" />
          </p>
        ) : prepared.total > prepared.most ? (
          <Notice icon="circle-alert" tone="warn">
            {t("tooMany", { most: prepared.most })}
          </Notice>
        ) : (
          <div className="grid gap-4">
            {prepared.fields.map((field) => (
              <BatchFieldInput
                key={field.name}
                field={field}
                words={`actions.${action.key}.fields.${field.name}`}
                value={given[field.name] ?? ""}
                onChange={(value) => setGiven((before) => ({ ...before, [field.name]: value }))}
              />
            ))}
            <BatchPreview prepared={prepared} ready={ready} />
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}

function BatchFieldInput({
  field,
  words,
  value,
  onChange,
}: {
  field: PreparedBatch["fields"][number];
  words: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("batches");
  const say = (key: string, values?: object) => t(`${words}.${key}` as never, values as never);
  const has = (key: string) => t.has(`${words}.${key}` as never);
  return (
    <Field
      label={say("label")}
      hint={has("hint") ? say("hint") : undefined}
      optional={field.name === "note" ? t("optional") : undefined}
    >
      {field.kind === "choice" ? (
        <NativeSelect value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="" disabled>
            {t("choose")}
          </option>
          {field.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.hint && has("option") ? say("option", option) : option.label}
            </option>
          ))}
        </NativeSelect>
      ) : (
        <Textarea rows={4} maxLength={10_000} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** What would be done, asked again when a choice is made: to whom a programme goes decides which are refused. */
function usePrepared(
  action: string,
  rows: BatchRows,
  given: Record<string, string>,
  work: BatchWork,
  onRefused: () => void,
): PreparedBatch | null {
  const t = useTranslations("batches");
  const [prepared, setPrepared] = useState<PreparedBatch | null>(null);
  const choices = JSON.stringify(
    Object.entries(given).filter(([name]) => prepared?.fields.some((field) => field.name === name && field.options)),
  );
  const ask = useEffectEvent((chosen: Record<string, string>) =>
    work.prepare({ action, state: rows, given: chosen }).catch(() => null),
  );
  const refuse = useEffectEvent((reason: string | undefined) => {
    toast.problem(reason ?? t("notSent"));
    onRefused();
  });
  useEffect(() => {
    let open = true;
    void ask(Object.fromEntries(JSON.parse(choices) as [string, string][])).then((result) => {
      if (!open) return;
      if (result?.ok) setPrepared(result.data);
      else refuse(result?.refusal.message);
    });
    return () => {
      open = false;
    };
  }, [choices]);
  return prepared;
}
