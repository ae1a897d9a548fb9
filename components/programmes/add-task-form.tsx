"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { DateInput } from "@/components/forms/date-input";
import { ControlledFormField, FormField, FormGrid } from "@/components/forms/form-field";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/platform/result";
import { AddTaskInput, EvidenceKind, TaskOwner } from "@/lib/programmes/schemas";

/** A further task of the present phase. */
export function AddTaskForm({
  organisation,
  programmeId,
  add,
  undo,
}: {
  organisation: string;
  programmeId: string;
  add: (organisation: string, input: AddTaskInput) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("programmes.tasks");
  const cancel = useTranslations("programmes.moves");
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>
          <Icon name="plus" />
          {t("add")}
        </Button>
      </div>
    );
  return (
    <Card pad>
      <ActionForm
        schema={AddTaskInput}
        defaultValues={{ programmeId, title: "", details: "", owner: "executive", dueOn: "", evidence: "none" }}
        action={(values) => add(organisation, values)}
        submit={t("add")}
        done={t("added")}
        onUndo={(undone) => undo(organisation, undone)}
        onDone={() => setOpen(false)}
        resetAfter
        draft={{ form: "add-task", record: programmeId }}
        labels={{ title: t("addTitle"), details: t("details"), dueOn: t("dueOn") }}
        cancel={
          <Button variant="quiet" onClick={() => setOpen(false)}>
            {cancel("cancel")}
          </Button>
        }
      >
        <FormGrid>
          <FormField name="title" label={t("addTitle")} className="col-span-full">
            <Input autoComplete="off" autoFocus />
          </FormField>
          <FormField name="details" label={t("details")} className="col-span-full">
            <Input autoComplete="off" />
          </FormField>
          <FormField name="owner" label={t("owner")}>
            <NativeSelect>
              {TaskOwner.options.map((owner) => (
                <option key={owner} value={owner}>
                  {t(`owners.${owner}`)}
                </option>
              ))}
            </NativeSelect>
          </FormField>
          <ControlledFormField
            name="dueOn"
            label={t("dueOn")}
            control={({ value, onChange, onBlur }) => (
              <DateInput value={String(value ?? "")} onChange={onChange} onBlur={onBlur} />
            )}
          />
          <FormField name="evidence" label={t("evidenceKind")}>
            <NativeSelect>
              {EvidenceKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`evidenceKinds.${kind}`)}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        </FormGrid>
      </ActionForm>
    </Card>
  );
}
