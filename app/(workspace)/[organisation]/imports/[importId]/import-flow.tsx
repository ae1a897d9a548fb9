"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { ImportWizard } from "@/components/import-wizard/import-wizard";
import type {
  ImportColumn,
  ImportPreview,
  ImportRun,
  ImportStep,
  ImportTargetField,
} from "@/components/import-wizard/types";
import { toast } from "@/components/ui/toast";
import type { ImportState } from "@/lib/imports/schemas";
import type { ActionResult } from "@/lib/platform/result";
import { cancel, map, preview as check, start } from "../actions";

export interface ImportFlowProps {
  organisation: string;
  /** Where another file of the same kind is taken in. */
  again: string;
  importId: string;
  state: ImportState;
  fileName: string;
  noun: string;
  fields: ImportTargetField[];
  columns: ImportColumn[];
  preview: ImportPreview;
  run: ImportRun;
  problemsHref?: string;
}

const pollMilliseconds = 1500;

/** The steps of an import that has not ended. What the server knows decides the step; only the mapping is kept here until it is checked. */
export function ImportFlow(props: ImportFlowProps) {
  const { organisation, importId, state } = props;
  const t = useTranslations("imports.page");
  const router = useRouter();
  const [columns, setColumns] = useState(props.columns);
  const [mapping, remap] = useState(false);
  const [pending, begin] = useTransition();
  const works = state === "running" || state === "undoing";
  useEffect(() => {
    if (!works) return;
    const timer = setInterval(() => router.refresh(), pollMilliseconds);
    return () => clearInterval(timer);
  }, [works, router]);

  const step: ImportStep = works ? "run" : state === "previewed" && !mapping ? "preview" : "map";
  const said = (result: ActionResult<unknown>): boolean => {
    if (!result.ok) toast.problem(result.refusal.message);
    return result.ok;
  };
  const go = (to: ImportStep) => {
    if (to === "upload") return router.push(props.again);
    if (to === "map") return remap(true);
    begin(async () => {
      if (to === "preview") {
        const chosen = columns.flatMap(({ target }, at) => (target ? [[target, at] as const] : []));
        if (!said(await map(organisation, { importId, mapping: Object.fromEntries(chosen) }))) return;
        if (said(await check(organisation, { importId }))) remap(false);
      } else if (to === "run" && said(await start(organisation, { importId }))) {
        toast.note(t("started"));
      }
    });
  };
  return (
    <ImportWizard
      step={step}
      noun={props.noun}
      fields={props.fields}
      fileName={props.fileName}
      columns={columns}
      preview={props.preview}
      run={props.run}
      uploadUrl={`/api/files/${organisation}`}
      problemsHref={props.problemsHref}
      pending={pending}
      onUploaded={() => undefined}
      onColumns={setColumns}
      onStep={go}
      onStop={
        state === "running"
          ? () =>
              begin(async () => {
                if (said(await cancel(organisation, { importId }))) toast.note(t("stopped"));
              })
          : undefined
      }
    />
  );
}
