"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

interface Answer {
  id: string;
  note: string;
}

export interface AnsweredFormProps {
  organisation: string;
  id: string;
  answered: (organisation: string, input: Answer) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** They answered by phone or otherwise: what they said, if one wants to keep it. */
export function AnsweredForm({ organisation, id, answered, undo }: AnsweredFormProps) {
  const t = useTranslations("sending.answer");
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        <Icon name="phone" size="small" />
        {t("open")}
      </Button>
    );
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
      onDone={() => setOpen(false)}
      labels={{ note: t("note") }}
      cancel={
        <Button variant="quiet" onClick={() => setOpen(false)}>
          {t("cancel")}
        </Button>
      }
    >
      <FormField name="note" label={t("note")} hint={t("noteHint")}>
        <Textarea rows={2} />
      </FormField>
    </ActionForm>
  );
}
