"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { fileSize } from "@/components/files/file-size";
import { MailFrame } from "@/components/mail/mail-frame";
import type { LetterAhead } from "@/components/tailoring/sending/letters";
import type { LetterPreview as Shown, PreviewAsked } from "@/components/tailoring/sending/types";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { ActionResult } from "@/lib/platform/result";
import type { AttachmentKind } from "@/lib/tailoring/sending/attachment-kinds";

export interface LetterPreviewProps {
  letter: LetterAhead;
  subject: string;
  body: string;
  kinds: readonly AttachmentKind[];
  from: string;
  /** It is the one letter with all. */
  together: boolean;
  preview: (asked: PreviewAsked) => Promise<ActionResult<Shown>>;
}

/** How long one has to rest before the page of the letter is made anew. */
const pause = 400;

/** A letter exactly as it will be sent: from whom, to whom, its files, and its page. */
export function LetterPreview({ letter, subject, body, kinds, from, together, preview }: LetterPreviewProps) {
  const t = useTranslations("sending.preview");
  const locale = useLocale();
  const [shown, setShown] = useState<Shown | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const { submissionId } = letter.item;
  const { address, name } = letter.recipient;
  const all = together ? letter.items.map((item) => item.submissionId).join() : "";
  useEffect(() => {
    let late = false;
    const timer = setTimeout(async () => {
      const recipient = { address: address.trim().slice(0, 254), name };
      const result = await preview({
        ...{ submissionId, subject, body, recipient },
        ...(all ? { together: all.split(",") } : {}),
      }).catch(() => null);
      if (late) return;
      setFailed(!result?.ok);
      if (result?.ok) setShown(result.data);
    }, pause);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [submissionId, all, subject, body, address, name, preview, attempt]);
  const files = letter.items.flatMap(({ submissionId: of, version }) =>
    (version?.files ?? []).filter(({ kind }) => kinds.includes(kind)).map((file) => ({ ...file, of })),
  );
  return (
    <div className="grid gap-3">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 px-5 pt-4 text-sm phone:px-4">
        <dt className="text-muted-foreground">{t("from")}</dt>
        <dd className="break-words">{from}</dd>
        <dt className="text-muted-foreground">{t("to")}</dt>
        <dd className="break-words">
          <bdi translate="no">{[name, address && `<${address}>`].filter(Boolean).join(" ")}</bdi>
        </dd>
        <dt className="text-muted-foreground">{t("subject")}</dt>
        <dd className="font-medium break-words">{shown?.subject ?? ""}</dd>
        <dt className="text-muted-foreground">{t("files")}</dt>
        <dd className="grid gap-0.5">
          {files.length === 0 ? t("noFiles") : null}
          {files.map(({ of, kind, name: called, size }) => (
            <span key={`${of} ${kind}`} className="flex items-start gap-1.5 break-words">
              <Icon name="paperclip" size="small" className="mt-0.5 text-muted-foreground" />
              <span className="min-w-0">
                <bdi translate="no">{called}</bdi>{" "}
                <span className="text-muted-foreground tabular-nums">{fileSize(size, locale)}</span>
              </span>
            </span>
          ))}
        </dd>
      </dl>
      {failed ? (
        <Notice
          icon="triangle-alert"
          tone="warn"
          className="mx-5 phone:mx-4"
          action={
            <Button size="small" onClick={() => setAttempt((before) => before + 1)}>
              {t("again")}
            </Button>
          }
        >
          {t("failed")}
        </Notice>
      ) : null}
      {shown ? (
        <MailFrame html={shown.html} title={t("frame", { name: letter.items.map((item) => item.name).join(", ") })} />
      ) : failed ? null : (
        <div aria-hidden className="grid gap-3 px-5 pb-6 phone:px-4">
          <Skeleton className="h-4 w-1/3" />
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-5/6" />
        </div>
      )}
    </div>
  );
}
