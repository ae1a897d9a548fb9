"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { Closes } from "@/components/frame/late-dialog";
import type { SubmissionBoardProps, SubmissionMove } from "@/components/tailoring/submission-board";
import type { SubmissionShown } from "@/components/tailoring/submission-rows";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { SubmissionStage } from "@/lib/tailoring/submissions/stages";

/** Asks how a submission ended and why. */
export function EndSubmissionDialog({
  organisation,
  card,
  ends,
  move,
  undo,
  onClose,
}: Closes &
  Pick<SubmissionBoardProps, "organisation" | "move" | "undo"> & {
    card: SubmissionShown;
    ends: readonly SubmissionStage[];
  }) {
  const t = useTranslations("tailoring.submissions");
  const moves = useTranslations("tailoring.submissionMoves");
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title={t("board.endTitle", { name: card.name })}>
        <ActionForm
          schema={() => import("@/lib/tailoring/submissions/schemas").then((module) => module.MoveSubmissionInput)}
          defaultValues={{ id: card.id, stage: ends[0]!, reason: "" } as SubmissionMove}
          action={(values) => move(organisation, values)}
          submit={t("board.end")}
          done={t("board.endDone")}
          onUndo={(undone) => undo(organisation, undone)}
          onDone={onClose}
          labels={{ stage: t("board.endStage"), reason: moves("reason") }}
        >
          <FormField name="stage" label={t("board.endStage")}>
            <NativeSelect>
              {ends.map((stage) => (
                <option key={stage} value={stage}>
                  {t(`stages.${stage}`)}
                </option>
              ))}
            </NativeSelect>
          </FormField>
          <FormField name="reason" label={moves("reason")} hint={moves("reasonHint")}>
            <Textarea rows={3} />
          </FormField>
        </ActionForm>
      </DialogContent>
    </Dialog>
  );
}
