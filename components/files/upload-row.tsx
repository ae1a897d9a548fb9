"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";
import { Status } from "@/components/ui/status";
import { fileSize } from "./file-size";

export interface UploadState {
  key: number;
  name: string;
  size: number;
  share: number;
  phase: "sending" | "done" | "refused";
  problem?: string;
  /** It arrived, and was refused for what it was brought for. */
  stored?: boolean;
}

/** One file on its way. */
export function UploadRow({
  upload,
  onStop,
  onRetry,
  onRemove,
}: {
  upload: UploadState;
  onStop: () => void;
  onRetry: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations("ui.files");
  const locale = useLocale();
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <Icon name={upload.phase === "refused" ? "file" : "file-text"} className="mt-0.5 text-muted-foreground" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <bdi className="min-w-0 font-medium break-all">{upload.name}</bdi>
          <span className="text-sm text-muted-foreground tabular-nums">{fileSize(upload.size, locale)}</span>
          {upload.phase === "done" ? (
            <Status icon="circle-check" tone="ok" className="ms-auto">
              {t("uploaded")}
            </Status>
          ) : upload.phase === "sending" ? (
            <span className="ms-auto text-sm text-muted-foreground tabular-nums">
              {upload.share < 1 ? t("sent", { share: Math.round(upload.share * 100) }) : t("checking")}
            </span>
          ) : null}
        </p>
        {upload.phase === "sending" ? (
          <Progress
            className="mt-2"
            done={Math.round(upload.share * 100)}
            total={100}
            label={t("sending", { name: upload.name })}
          />
        ) : null}
        {upload.problem ? (
          <div role="alert">
            <FieldError>{upload.problem}</FieldError>
            {upload.stored ? null : <p className="text-sm text-muted-foreground">{t("nothingStored")}</p>}
          </div>
        ) : null}
        {upload.phase === "refused" ? (
          <Button variant="quiet" size="small" className="-ms-2.5 mt-0.5" onClick={onRetry}>
            {t("again")}
          </Button>
        ) : null}
      </div>
      {upload.phase === "done" ? null : (
        <Button
          variant="ghost"
          size="iconSmall"
          aria-label={
            upload.phase === "sending" ? t("stop", { name: upload.name }) : t("remove", { name: upload.name })
          }
          onClick={upload.phase === "sending" ? onStop : onRemove}
        >
          <Icon name="x" size="small" />
        </Button>
      )}
    </li>
  );
}
