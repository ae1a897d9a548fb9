"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useOptimistic, useRef, useState, useTransition } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { EditAndRemove } from "@/components/forms/edit-and-remove";
import { runUndo, type Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Status } from "@/components/ui/status";
import { toast } from "@/components/ui/toast";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { ActionResult } from "@/lib/platform/result";

const loadEdit = () => import("./milestone-fields").then((module) => module.EditMilestone);
const EditMilestone = dynamic(loadEdit, { ssr: false });

type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<unknown>>;

export interface MilestoneCardProps {
  organisation: string;
  milestone: {
    id: string;
    version: number;
    title: string;
    dueOn: string | null;
    doneAt: Date | null;
    steps: ReadonlyArray<{ id: string; title: string; doneAt: Date | null }>;
  };
  today: string;
  writes: boolean;
  actions: {
    mark: Act<{ id: string; done: boolean }>;
    markStep: Act<{ id: string; done: boolean }>;
    addStep: Act<{ milestoneId: string; title: string }>;
    removeStep: Act<{ id: string }>;
    edit: Act<{ id: string; expectedVersion: number; title: string; dueOn?: string }>;
    remove: Act<{ id: string }>;
  };
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** A milestone with its day and steps; ticked off at once, with Undo. */
export function MilestoneCard({ organisation, milestone, today, writes, actions, undo }: MilestoneCardProps) {
  const t = useTranslations("plans");
  const format = useFormatter();
  const [editing, setEditing] = useState(false);
  const late = !milestone.doneAt && milestone.dueOn !== null && milestone.dueOn < today;
  const goBack = (undone: Undo) => undo(organisation, undone);
  return (
    <Card pad aria-label={milestone.title}>
      {editing ? (
        <EditMilestone
          organisation={organisation}
          milestone={milestone}
          edit={actions.edit}
          close={() => setEditing(false)}
        />
      ) : (
        <div className="flex items-start gap-3">
          <Tick
            round
            done={milestone.doneAt !== null}
            label={milestone.title}
            disabled={!writes}
            act={(done) => actions.mark(organisation, { id: milestone.id, done })}
            undo={goBack}
          />
          <div className="min-w-0 flex-1">
            <h3 className={cn("text-base font-semibold break-words", milestone.doneAt && "text-muted-foreground")}>
              {milestone.title}
            </h3>
            {milestone.dueOn ? (
              <Status icon={late ? "calendar-x" : "calendar"} tone={late ? "warn" : "neutral"}>
                {t(late ? "wasDue" : "by", {
                  date: civilDay(format, milestone.dueOn, { day: "numeric", month: "long", year: "numeric" }),
                })}
              </Status>
            ) : null}
          </div>
          {writes ? (
            <span className="flex flex-none gap-1">
              <EditAndRemove
                labels={{
                  edit: t("editMilestone", { title: milestone.title }),
                  remove: t("removeMilestone", { title: milestone.title }),
                }}
                onReach={loadEdit}
                onEdit={() => setEditing(true)}
                remove={{
                  action: () => actions.remove(organisation, { id: milestone.id }),
                  done: t("milestoneRemoved"),
                  onUndo: goBack,
                }}
              />
            </span>
          ) : null}
        </div>
      )}
      <ul className="mt-3 grid gap-1 ps-8 phone:ps-0">
        {milestone.steps.map((step) => (
          <li key={step.id} className="flex items-start gap-2.5 phone:min-h-11 phone:items-center">
            <Tick
              done={step.doneAt !== null}
              label={step.title}
              disabled={!writes}
              act={(done) => actions.markStep(organisation, { id: step.id, done })}
              undo={goBack}
            />
            <span
              className={cn(
                "min-w-0 flex-1 break-words",
                step.doneAt && "text-muted-foreground line-through decoration-input",
              )}
            >
              {step.title}
            </span>
            {writes ? (
              <ActionButton
                size="icon"
                variant="quiet"
                className="-my-1.5"
                aria-label={t("removeStep", { title: step.title })}
                action={() => actions.removeStep(organisation, { id: step.id })}
                done={t("stepRemoved")}
                onUndo={goBack}
              >
                <Icon name="x" size="small" />
              </ActionButton>
            ) : null}
          </li>
        ))}
      </ul>
      {writes && !milestone.doneAt ? (
        <AddStep
          milestone={milestone}
          add={(title) => actions.addStep(organisation, { milestoneId: milestone.id, title })}
        />
      ) : null}
    </Card>
  );
}

function Tick({
  done,
  label,
  disabled,
  round = false,
  act,
  undo,
}: {
  done: boolean;
  label: string;
  disabled: boolean;
  round?: boolean;
  act: (done: boolean) => Promise<ActionResult<unknown>>;
  undo: (undone: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("plans");
  const forms = useTranslations("ui.forms");
  const [shown, show] = useOptimistic(done);
  const [, start] = useTransition();
  return (
    <Checkbox
      round={round}
      className="mt-0.5 phone:mt-0"
      checked={shown}
      disabled={disabled}
      aria-label={t(shown ? "reopen" : "tickOff", { title: label })}
      onChange={() =>
        start(async () => {
          show(!done);
          const result = await act(!done).catch(() => null);
          if (!result) return void toast.problem(forms("notSent"));
          if (!result.ok) return void toast.problem(result.refusal.message);
          const back = result.undo;
          toast.done(
            t(done ? "reopened" : "ticked", { title: label }),
            back && { action: { label: forms("undo"), run: () => runUndo(undo, back, forms("undone")) } },
          );
        })
      }
    />
  );
}

function AddStep({
  milestone,
  add,
}: {
  milestone: { id: string; title: string };
  add: (title: string) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("plans");
  const forms = useTranslations("ui.forms");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [pending, start] = useTransition();
  return (
    <form
      className="mt-3 flex gap-2 ps-8 phone:ps-0"
      onSubmit={(event) => {
        event.preventDefault();
        const title = field.current?.value.trim();
        if (!title || pending) return;
        start(async () => {
          const result = await add(title).catch(() => null);
          if (!result) return void toast.problem(forms("notSent"));
          if (!result.ok) return void toast.problem(result.refusal.message);
          if (field.current) field.current.value = "";
        });
      }}
    >
      <label htmlFor={id} className="sr-only">
        {t("stepFor", { title: milestone.title })}
      </label>
      <Input ref={field} id={id} placeholder={t("step")} autoComplete="off" className="max-w-md" />
      <Button type="submit" aria-busy={pending || undefined}>
        {t("addStep")}
      </Button>
    </form>
  );
}
