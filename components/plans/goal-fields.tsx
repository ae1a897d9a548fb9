"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { goalFields } from "@/lib/plans/rules/content";
import type { ActionResult } from "@/lib/platform/result";
import type { AddGoalProps } from "./add-goal";
import type { GoalCardProps } from "./goal-card";

/** What a further goal needs to be said; what is typed is kept on this device. */
export function NewGoal({ organisation, programmeId, add, undo, close }: AddGoalProps & { close: () => void }) {
  const t = useTranslations("plans");
  return (
    <Card pad>
      <ActionForm
        schema={() => import("@/lib/plans/schemas").then((module) => module.AddGoalInput)}
        defaultValues={{ programmeId, goal: "", occupation: "", motives: "" }}
        action={(values) => add(organisation, values)}
        submit={t("addGoal")}
        done={t("goalAdded")}
        onUndo={(undone) => undo(organisation, undone)}
        onDone={close}
        draft={{ form: "plan-new-goal", record: programmeId }}
        labels={useGoalLabels()}
        cancel={
          <Button variant="quiet" onClick={close}>
            {t("cancel")}
          </Button>
        }
      >
        <GoalWords />
      </ActionForm>
    </Card>
  );
}

/** A goal in other words. Whoever saves second chooses line by line between both versions. */
export function EditGoal({
  organisation,
  goal,
  edit,
  close,
}: {
  organisation: string;
  goal: GoalCardProps["goal"];
  edit: (
    organisation: string,
    input: { id: string; expectedVersion: number; goal: string; occupation: string; motives: string },
  ) => Promise<ActionResult<unknown>>;
  close: () => void;
}) {
  const t = useTranslations("plans");
  const { id, version, goal: words, occupation, motives } = goal;
  return (
    <ActionForm
      schema={() => import("@/lib/plans/schemas").then((module) => module.EditGoalInput)}
      defaultValues={{ id, expectedVersion: version, goal: words, occupation, motives }}
      action={(values) => edit(organisation, values)}
      submit={t("saveGoal")}
      done={t("saved")}
      onDone={close}
      draft={{ form: "plan-goal", record: id }}
      labels={useGoalLabels()}
      cancel={
        <Button variant="quiet" onClick={close}>
          {t("cancel")}
        </Button>
      }
    >
      <GoalWords />
    </ActionForm>
  );
}

function GoalWords() {
  const t = useTranslations("plans");
  return (
    <>
      <FormField name="goal" label={t("fields.goal")} hint={t("hints.goal")}>
        <Textarea rows={2} />
      </FormField>
      <FormField name="occupation" label={t("fields.occupation")} hint={t("hints.occupation")}>
        <Input autoComplete="off" />
      </FormField>
      <FormField name="motives" label={t("fields.motives")} hint={t("hints.motives")}>
        <Textarea rows={4} />
      </FormField>
    </>
  );
}

function useGoalLabels() {
  const t = useTranslations("plans.fields");
  return Object.fromEntries(goalFields.map((field) => [field, t(field)]));
}
