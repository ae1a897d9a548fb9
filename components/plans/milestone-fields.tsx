"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type { AddMilestoneProps } from "./add-milestone";

/** What a new milestone needs to be said, with its steps one a line. */
export function NewMilestone({
  organisation,
  programmeId,
  add,
  undo,
  close,
}: AddMilestoneProps & { close: () => void }) {
  const t = useTranslations("plans");
  return (
    <Card pad>
      <ActionForm
        schema={() => import("@/lib/plans/schemas").then((module) => module.AddMilestoneInput)}
        defaultValues={{ programmeId, title: "", dueOn: "", steps: "" }}
        action={(values) => add(organisation, values)}
        submit={t("addMilestone")}
        done={t("milestoneAdded")}
        onUndo={(undone) => undo(organisation, undone)}
        onDone={close}
        quiet
        labels={{ title: t("milestone"), dueOn: t("dueOn"), steps: t("steps") }}
        cancel={
          <Button variant="quiet" onClick={close}>
            {t("cancel")}
          </Button>
        }
      >
        <MilestoneWords />
        <FormField name="steps" label={t("steps")} hint={t("stepsHint")}>
          <Textarea rows={4} />
        </FormField>
      </ActionForm>
    </Card>
  );
}

/** Changing a milestone's words and day. */
export function EditMilestone({
  organisation,
  milestone,
  edit,
  close,
}: {
  organisation: string;
  milestone: { id: string; version: number; title: string; dueOn: string | null };
  edit: (
    organisation: string,
    input: { id: string; expectedVersion: number; title: string; dueOn?: string },
  ) => Promise<ActionResult<unknown>>;
  close: () => void;
}) {
  const t = useTranslations("plans");
  return (
    <ActionForm
      schema={() => import("@/lib/plans/schemas").then((module) => module.EditMilestoneInput)}
      defaultValues={{
        id: milestone.id,
        expectedVersion: milestone.version,
        title: milestone.title,
        dueOn: milestone.dueOn ?? "",
      }}
      action={(values) => edit(organisation, values)}
      submit={t("save")}
      done={t("saved")}
      onDone={close}
      quiet
      labels={{ title: t("milestone"), dueOn: t("dueOn") }}
      cancel={
        <Button variant="quiet" onClick={close}>
          {t("cancel")}
        </Button>
      }
    >
      <MilestoneWords />
    </ActionForm>
  );
}

function MilestoneWords() {
  const t = useTranslations("plans");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_200px] gap-4 phone:grid-cols-1">
      <FormField name="title" label={t("milestone")}>
        <Input autoComplete="off" />
      </FormField>
      <DateField name="dueOn" label={t("dueOn")} />
    </div>
  );
}
