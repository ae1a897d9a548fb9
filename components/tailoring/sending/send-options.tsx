"use client";

import { useLocale, useTranslations } from "next-intl";
import { fileSize } from "@/components/files/file-size";
import type { SendItem } from "@/components/tailoring/sending/types";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { AttachmentKind } from "@/lib/tailoring/sending/attachment-kinds";

export interface SendOptionsProps {
  ready: readonly SendItem[];
  /** Kinds of files that all of them have. */
  there: readonly AttachmentKind[];
  kinds: readonly AttachmentKind[];
  onKinds: (kinds: AttachmentKind[]) => void;
  days: string;
  onDays: (days: string) => void;
  /** Whether openings are noted; null where the organisation does not. */
  openings: boolean | null;
  onOpenings: (openings: boolean) => void;
}

/** Which files go, when to be reminded, and whether openings are noted. */
export function SendOptions({ ready, there, kinds, onKinds, days, onDays, openings, onOpenings }: SendOptionsProps) {
  const t = useTranslations("sending.form");
  const locale = useLocale();
  const toggle = (kind: AttachmentKind, on: boolean) =>
    onKinds(there.filter((one) => (one === kind ? on : kinds.includes(one))));
  return (
    <Card pad className="grid gap-4">
      <FieldSet
        legend={t("files")}
        {...(kinds.length === 0 ? { error: t("noFile") } : {})}
        {...(there.includes("pdf") ? {} : { hint: t("noPdf") })}
      >
        {there.map((kind) => {
          const [one] = ready;
          const file = one?.version?.files.find((candidate) => candidate.kind === kind);
          return (
            <label key={kind} className="flex min-h-9 items-start gap-2.5 py-1.5 phone:min-h-11">
              <Checkbox
                className="mt-0.5"
                checked={kinds.includes(kind)}
                onChange={(event) => toggle(kind, event.target.checked)}
              />
              <span className="min-w-0">
                {t(`kinds.${kind}`)}
                {ready.length === 1 && file ? (
                  <span className="block text-sm break-words text-muted-foreground">
                    <bdi translate="no">{file.name}</bdi> ·{" "}
                    <span className="tabular-nums">{fileSize(file.size, locale)}</span>
                  </span>
                ) : null}
              </span>
            </label>
          );
        })}
      </FieldSet>
      <Field label={t("days")} hint={t("daysHint")} className="max-w-xs">
        <Input
          type="number"
          inputMode="numeric"
          min={1}
          max={60}
          value={days}
          onChange={(event) => onDays(event.target.value)}
        />
      </Field>
      {openings === null ? null : (
        <label className="flex min-h-9 items-start gap-2.5 py-1.5 phone:min-h-11">
          <Checkbox className="mt-0.5" checked={openings} onChange={(event) => onOpenings(event.target.checked)} />
          <span className="min-w-0">
            {t("openings")}
            <span className="block text-sm text-muted-foreground">{t("openingsHint")}</span>
          </span>
        </label>
      )}
    </Card>
  );
}
