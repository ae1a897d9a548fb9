"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { EvidenceKind, TaskOwner } from "@/lib/programmes/schemas";
import type { AddTaskFormProps } from "./add-task-form";

const owners: ReadonlyArray<z.infer<typeof TaskOwner>> = ["executive", "consultant"];
const evidenceKinds: ReadonlyArray<z.infer<typeof EvidenceKind>> = ["none", "text", "file"];

/** What a further task needs to be said. */
export function AddTaskFields({
  organisation,
  programmeId,
  add,
  undo,
  close,
}: AddTaskFormProps & { close: () => void }) {
  const t = useTranslations("programmes.tasks");
  const cancel = useTranslations("programmes.moves");
  return (
    <Card pad>
      <ActionForm
        schema={() => import("@/lib/programmes/schemas").then((module) => module.AddTaskInput)}
        defaultValues={{ programmeId, title: "", details: "", owner: "executive", dueOn: "", evidence: "none" }}
        action={(values) => add(organisation, values)}
        submit={t("add")}
        done={t("added")}
        onUndo={(undone) => undo(organisation, undone)}
        onDone={close}
        resetAfter
        draft={{ form: "add-task", record: programmeId }}
        labels={{ title: t("addTitle"), details: t("details"), dueOn: t("dueOn") }}
        cancel={
          <Button variant="quiet" onClick={close}>
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
              {owners.map((owner) => (
                <option key={owner} value={owner}>
                  {t(`owners.${owner}`)}
                </option>
              ))}
            </NativeSelect>
          </FormField>
          <DateField name="dueOn" label={t("dueOn")} />
          <FormField name="evidence" label={t("evidenceKind")}>
            <NativeSelect>
              {evidenceKinds.map((kind) => (
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
