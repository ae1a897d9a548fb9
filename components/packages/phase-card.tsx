"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { ActionButton } from "@/components/forms/action-button";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Row, Rows } from "@/components/ui/rows";
import type { AddPackageTaskInput, EditPackageTaskInput } from "@/lib/packages/schemas";
import type { EditPhaseInput } from "@/lib/packages/schemas";
import type { ActionResult } from "@/lib/platform/result";
import { PackageTaskForm } from "./package-task-form";

export interface PhaseShown {
  id: string;
  version: number;
  position: number;
  name: string;
  usualDays: number;
  tasks: ReadonlyArray<{
    id: string;
    version: number;
    title: string;
    details: string;
    owner: string;
    dueInDays: number | null;
    mandatory: boolean;
    evidence: string;
    signOff: string;
    plannedHours: number;
  }>;
}

export interface PhaseActions {
  editPhase: (organisation: string, input: z.input<typeof EditPhaseInput>) => Promise<ActionResult<unknown>>;
  addTask: (organisation: string, input: z.input<typeof AddPackageTaskInput>) => Promise<ActionResult<unknown>>;
  editTask: (organisation: string, input: z.input<typeof EditPackageTaskInput>) => Promise<ActionResult<unknown>>;
  removeTask: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
}

/** A phase of a package with its tasks, edited in place. */
export function PhaseCard({
  organisation,
  phase,
  writes,
  actions,
  undo,
}: {
  organisation: string;
  phase: PhaseShown;
  writes: boolean;
  actions: PhaseActions;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("packages");
  const [editing, setEditing] = useState<string | null>(null);
  const close = () => setEditing(null);
  const cancel = (
    <Button variant="quiet" onClick={close}>
      {t("cancel")}
    </Button>
  );
  return (
    <Card>
      <CardHeader>
        <CardTitle>{`${phase.position}. ${phase.name}`}</CardTitle>
        <span className="text-muted-foreground">{t("usual", { days: phase.usualDays })}</span>
        {writes ? (
          <Button size="small" variant="quiet" className="ms-auto" onClick={() => setEditing("phase")}>
            {t("edit")}
          </Button>
        ) : null}
      </CardHeader>
      {editing === "phase" ? (
        <div className="border-b border-border p-5 phone:p-4">
          <ActionForm
            schema={() => import("@/lib/packages/schemas").then((module) => module.EditPhaseInput)}
            defaultValues={{
              id: phase.id,
              expectedVersion: phase.version,
              name: phase.name,
              usualDays: phase.usualDays,
            }}
            action={(typed) => actions.editPhase(organisation, typed)}
            submit={t("save")}
            done={t("saved")}
            onDone={close}
            labels={{ name: t("phase.name"), usualDays: t("phase.usualDays") }}
            cancel={cancel}
          >
            <FormGrid>
              <FormField name="name" label={t("phase.name")}>
                <Input autoComplete="off" />
              </FormField>
              <FormField name="usualDays" label={t("phase.usualDays")} numeric>
                <Input type="number" inputMode="numeric" />
              </FormField>
            </FormGrid>
          </ActionForm>
        </div>
      ) : null}
      <Rows>
        {phase.tasks.map((task) => (
          <Row key={task.id}>
            {editing === task.id ? (
              <PackageTaskForm
                organisation={organisation}
                known={task}
                edit={actions.editTask}
                onDone={close}
                cancel={cancel}
              />
            ) : (
              <div className="flex items-start gap-3">
                <span className="min-w-0 flex-1">
                  <span className="block break-words">{task.title}</span>
                  <span className="text-sm text-muted-foreground">
                    {[
                      t(`owner.${task.owner}`),
                      task.dueInDays === null ? t("noDue") : t("dueIn", { days: task.dueInDays }),
                      ...(task.mandatory ? [] : [t("optional")]),
                      ...(task.evidence === "none" ? [] : [t(`evidence.${task.evidence}`)]),
                      ...(task.signOff === "none" ? [] : [t(`signsOff.${task.signOff}`)]),
                      ...(task.plannedHours > 0 ? [t("hours", { hours: task.plannedHours })] : []),
                    ].join(" · ")}
                  </span>
                </span>
                {writes ? (
                  <>
                    <Button size="small" variant="quiet" onClick={() => setEditing(task.id)}>
                      {t("edit")}
                    </Button>
                    <ActionButton
                      size="small"
                      variant="quiet"
                      action={() => actions.removeTask(organisation, { id: task.id })}
                      done={t("taskRemoved")}
                      onUndo={(undone) => undo(organisation, undone)}
                    >
                      {t("removeTask")}
                    </ActionButton>
                  </>
                ) : null}
              </div>
            )}
          </Row>
        ))}
        {writes ? (
          <Row>
            {editing === "new" ? (
              <PackageTaskForm
                organisation={organisation}
                phaseId={phase.id}
                add={actions.addTask}
                onDone={close}
                cancel={cancel}
              />
            ) : (
              <Button size="small" variant="quiet" onClick={() => setEditing("new")}>
                <Icon name="plus" size="small" />
                {t("addTask")}
              </Button>
            )}
          </Row>
        ) : null}
      </Rows>
    </Card>
  );
}
