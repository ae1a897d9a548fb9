"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { Answer, AnsweredFormProps } from "@/components/tailoring/sending/answered-form";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";

/** What they said, if one wants to keep it. */
export function AnsweredFields({ organisation, id, answered, undo, close }: AnsweredFormProps & { close: () => void }) {
  const t = useTranslations("sending.answer");
  return (
    <ActionForm
      quiet
      className="basis-full"
      schema={() => import("@/lib/tailoring/sending/schemas").then((module) => module.NoteAnswerInput)}
      defaultValues={{ id, note: "" } as Answer}
      action={(values) => answered(organisation, values)}
      submit={t("save")}
      done={t("saved")}
      onUndo={(undone) => undo(organisation, undone)}
      onDone={close}
      labels={{ note: t("note") }}
      cancel={
        <Button variant="quiet" onClick={close}>
          {t("cancel")}
        </Button>
      }
    >
      <FormField name="note" label={t("note")} hint={t("noteHint")}>
        <Textarea rows={2} autoFocus />
      </FormField>
    </ActionForm>
  );
}
