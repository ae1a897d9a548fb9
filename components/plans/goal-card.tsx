"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { EditAndRemove } from "@/components/forms/edit-and-remove";
import type { Undo } from "@/components/forms/run-undo";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { PlanGoal } from "@/lib/plans/rules/content";
import type { ActionResult } from "@/lib/platform/result";
import { GoalText } from "./goal-text";

const loadEdit = () => import("./goal-fields").then((module) => module.EditGoal);
const EditGoal = dynamic(loadEdit, { ssr: false });

type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<unknown>>;

export interface GoalCardProps {
  organisation: string;
  goal: PlanGoal & { version: number };
  /** Where it stands: 1 is the first. */
  place: number;
  of: number;
  writes: boolean;
  actions: {
    edit: Act<{ id: string; expectedVersion: number; goal: string; occupation: string; motives: string }>;
    move: Act<{ id: string; to: "earlier" | "later" }>;
    remove: Act<{ id: string }>;
  };
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** A goal with its occupation and why; where there are several, each says where it stands and can change places. */
export function GoalCard({ organisation, goal, place, of, writes, actions, undo }: GoalCardProps) {
  const t = useTranslations("plans");
  const [editing, setEditing] = useState(false);
  const goBack = (undone: Undo) => undo(organisation, undone);
  const move = (to: "earlier" | "later") => (
    <ActionButton
      size="icon"
      variant="quiet"
      aria-label={t(to === "earlier" ? "goalEarlier" : "goalLater", { goal: goal.goal })}
      disabled={to === "earlier" ? place === 1 : place === of}
      action={() => actions.move(organisation, { id: goal.id, to })}
      done={t("goalMoved")}
      onUndo={goBack}
    >
      <Icon name={to === "earlier" ? "arrow-up" : "arrow-down"} />
    </ActionButton>
  );
  return (
    <Card pad aria-label={goal.goal}>
      {editing ? (
        <EditGoal organisation={organisation} goal={goal} edit={actions.edit} close={() => setEditing(false)} />
      ) : (
        <div className="flex items-start gap-3 phone:flex-col">
          <div className="min-w-0 flex-1">
            {of > 1 ? <p className="mb-1 text-sm text-muted-foreground">{t("goalPlace", { place })}</p> : null}
            <GoalText goal={goal} />
          </div>
          {writes ? (
            <span className="-m-1.5 flex flex-none gap-1 phone:m-0 phone:-ms-2.5">
              {of > 1 ? (
                <>
                  {move("earlier")}
                  {move("later")}
                </>
              ) : null}
              <EditAndRemove
                labels={{ edit: t("editGoal", { goal: goal.goal }), remove: t("removeGoal", { goal: goal.goal }) }}
                onReach={loadEdit}
                onEdit={() => setEditing(true)}
                remove={{
                  action: () => actions.remove(organisation, { id: goal.id }),
                  done: t("goalRemoved"),
                  onUndo: goBack,
                }}
              />
            </span>
          ) : null}
        </div>
      )}
    </Card>
  );
}
