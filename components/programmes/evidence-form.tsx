"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dropzone } from "@/components/files/dropzone";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import type { TaskActions } from "./task-item";

/** What came of a task: sentences, a file, or both. */
export function EvidenceForm({
  organisation,
  taskId,
  wantsFile,
  save,
  close,
}: {
  organisation: string;
  taskId: string;
  wantsFile: boolean;
  save: TaskActions["giveEvidence"];
  close: () => void;
}) {
  const t = useTranslations("programmes");
  const [file, setFile] = useState<{ fileId: string; fileName: string } | null>(null);
  return (
    <div className="mt-3 max-w-2xl">
      <ActionForm
        schema={() => import("@/lib/programmes/schemas").then((module) => module.EvidenceInput)}
        defaultValues={{ taskId, note: wantsFile ? t("tasks.fileNote") : "" }}
        action={(values) => save(organisation, { ...values, ...file })}
        submit={t("tasks.saveEvidence")}
        done={t("tasks.evidenceDone")}
        onDone={close}
        draft={{ form: "task-evidence", record: taskId }}
        labels={{ note: t("tasks.evidence") }}
        cancel={
          <Button variant="quiet" onClick={close}>
            {t("moves.cancel")}
          </Button>
        }
      >
        <FormField name="note" label={t("tasks.evidence")} hint={t("tasks.evidenceHint")}>
          <Textarea rows={3} />
        </FormField>
        <Dropzone
          url={`/api/files/${organisation}`}
          title={t("tasks.evidenceFile")}
          onUploaded={(data, uploaded) => {
            const { fileId } = data as { fileId: string };
            setFile({ fileId, fileName: uploaded.name });
          }}
        />
      </ActionForm>
    </div>
  );
}
