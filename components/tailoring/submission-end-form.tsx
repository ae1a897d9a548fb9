"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { SubmissionMovesProps } from "@/components/tailoring/submission-moves";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import type { SubmissionStage } from "@/lib/tailoring/submissions/stages";

/** Asks why a submission ends. */
export function SubmissionEndForm({
  organisation,
  id,
  to,
  move,
  undo,
  close,
}: Omit<SubmissionMovesProps, "stage"> & { to: SubmissionStage; close: () => void }) {
  const t = useTranslations("tailoring.submissionMoves");
  return (
    <ActionForm
      schema={() => import("@/lib/tailoring/submissions/schemas").then((module) => module.MoveSubmissionInput)}
      defaultValues={{ id, stage: to, reason: "" }}
      action={(values) => move(organisation, values)}
      submit={t(`do.${to}`)}
      done={t(`done.${to}`)}
      onUndo={(undone) => undo(organisation, undone)}
      onDone={close}
      labels={{ reason: t("reason") }}
      cancel={
        <Button variant="quiet" onClick={close}>
          {t("cancel")}
        </Button>
      }
    >
      <FormField name="reason" label={t("reason")} hint={t("reasonHint")}>
        <Textarea rows={3} autoFocus />
      </FormField>
    </ActionForm>
  );
}
