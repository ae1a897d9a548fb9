"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dropzone } from "@/components/files/dropzone";
import { Empty } from "@/components/states/empty";
import { LongWork } from "@/components/states/long-work";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PreviewStep } from "./import-preview";
import { ImportSteps } from "./import-steps";
import { MapColumns } from "./map-columns";
import type { ImportColumn, ImportPreview, ImportRun, ImportStep, ImportTargetField } from "./types";

export interface ImportWizardProps {
  step: ImportStep;
  /** "contacts": what is imported, in the plural. */
  noun: string;
  fields: ImportTargetField[];
  fileName?: string;
  columns?: ImportColumn[];
  preview?: ImportPreview;
  run?: ImportRun;
  /** Route handler that takes the file. */
  uploadUrl: string;
  /** An empty file with the right columns. */
  templateHref?: string;
  problemsHref?: string;
  /** Where the imported records are. */
  resultHref?: string;
  pending?: boolean;
  onUploaded: (data: unknown, file: File) => void;
  onColumns: (columns: ImportColumn[]) => void;
  onStep: (step: ImportStep) => void;
  onStop?: () => void;
  onRetry?: () => void;
  onUndo?: () => void;
  /** Said below the drop field: which files, which size. */
  uploadHint?: ReactNode;
}

/** Five steps from a file to records: upload, map, preview, run, done with undo. Holds no state: the page does, so that it can be left. */
export function ImportWizard(props: ImportWizardProps) {
  const { step, fileName = "", columns = [], fields, preview, run } = props;
  const t = useTranslations("ui.import");
  return (
    <div data-slot="import-wizard">
      <ImportSteps step={step} />
      {step === "upload" ? (
        <>
          <Dropzone
            url={props.uploadUrl}
            accept=".csv,.xlsx"
            title={t("drop", { noun: props.noun })}
            hint={props.uploadHint ?? t("dropHint")}
            onUploaded={props.onUploaded}
          />
          {props.templateHref ? (
            <p className="mt-3 text-sm">
              <a href={props.templateHref} download>
                {t("template")}
              </a>
            </p>
          ) : null}
        </>
      ) : null}
      {step === "map" ? (
        <MapColumns
          fileName={fileName}
          columns={columns}
          fields={fields}
          pending={props.pending}
          onChange={props.onColumns}
          onBack={() => props.onStep("upload")}
          onNext={() => props.onStep("preview")}
        />
      ) : null}
      {step === "preview" && preview ? (
        <PreviewStep
          fileName={fileName}
          preview={preview}
          problemsHref={props.problemsHref}
          pending={props.pending}
          onBack={() => props.onStep("map")}
          onImport={() => props.onStep("run")}
        />
      ) : null}
      {step === "run" && run ? (
        <LongWork
          title={t("running", { counted: run.counted })}
          done={run.done}
          failed={run.failed}
          total={run.total}
          left={run.left}
          actions={
            <>
              {run.failed > 0 && props.onRetry ? (
                <Button onClick={props.onRetry}>
                  <Icon name="rotate-cw" />
                  {t("retry", { count: run.failed })}
                </Button>
              ) : null}
              {props.onStop ? (
                <Button onClick={props.onStop}>
                  <Icon name="pause" />
                  {t("stop")}
                </Button>
              ) : null}
            </>
          }
        />
      ) : null}
      {step === "done" && run ? (
        <Card>
          <Empty
            icon="circle-check"
            title={t("doneTitle", { count: run.done, noun: props.noun })}
            action={
              <div className="flex flex-wrap justify-center gap-2">
                {props.onUndo ? (
                  <Button onClick={props.onUndo}>
                    <Icon name="undo-2" />
                    {t("undo")}
                  </Button>
                ) : null}
                {props.resultHref ? (
                  <Button asChild variant="primary">
                    <a href={props.resultHref}>{t("see", { noun: props.noun })}</a>
                  </Button>
                ) : null}
              </div>
            }
          >
            {run.failed > 0 ? t("doneFailed", { count: run.failed }) : t("doneAll")}
          </Empty>
        </Card>
      ) : null}
    </div>
  );
}
