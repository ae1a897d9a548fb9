/** What a plan says, apart from what is done: what people sign off. */
export interface PlanContent {
  /** The first one first. */
  goals: readonly PlanGoal[];
  targetRoles: string;
  targetCompanies: string;
  alternative: string;
  milestones: ReadonlyArray<{ id: string; title: string; dueOn: string | null; steps: readonly string[] }>;
}

export interface PlanGoal {
  id: string;
  goal: string;
  occupation: string;
  motives: string;
}

export const goalFields = ["goal", "occupation", "motives"] as const satisfies readonly (keyof PlanGoal)[];
export type GoalField = (typeof goalFields)[number];

export const planFields = [
  "targetRoles",
  "targetCompanies",
  "alternative",
] as const satisfies readonly (keyof PlanContent)[];
export type PlanField = (typeof planFields)[number];

/** What is another in a later edition. */
export type PlanChange =
  | { kind: "goal-added" | "goal-removed"; goal: string }
  | { kind: "goal-changed"; goal: string; field: GoalField; before: string; after: string }
  | { kind: "goals-ordered"; goals: readonly string[] }
  | { kind: "field"; field: PlanField; before: string; after: string }
  | { kind: "milestone-added"; title: string; dueOn: string | null; steps: readonly string[] }
  | { kind: "milestone-removed"; title: string; dueOn: string | null }
  | { kind: "milestone-changed"; title: string; before: string; dueBefore: string | null; dueOn: string | null }
  | { kind: "step-added" | "step-removed"; milestone: string; title: string };

/** What changed from one edition to another, in the order of the page. Nothing changed: an empty list. */
export function compareContents(before: PlanContent, after: PlanContent): PlanChange[] {
  const changes = compareGoals(before.goals, after.goals);
  for (const field of planFields)
    if (before[field] !== after[field])
      changes.push({ kind: "field", field, before: before[field], after: after[field] });
  const earlier = new Map(before.milestones.map((milestone) => [milestone.id, milestone]));
  for (const { id, title, dueOn, steps } of after.milestones) {
    const old = earlier.get(id);
    earlier.delete(id);
    if (!old) {
      changes.push({ kind: "milestone-added", title, dueOn, steps });
      continue;
    }
    if (old.title !== title || old.dueOn !== dueOn)
      changes.push({ kind: "milestone-changed", title, before: old.title, dueBefore: old.dueOn, dueOn });
    for (const step of without(steps, old.steps)) changes.push({ kind: "step-added", milestone: title, title: step });
    for (const step of without(old.steps, steps)) changes.push({ kind: "step-removed", milestone: title, title: step });
  }
  for (const { title, dueOn } of earlier.values()) changes.push({ kind: "milestone-removed", title, dueOn });
  return changes;
}

/** Whether there is anything that one could sign off. */
export const saysSomething = (content: PlanContent): boolean =>
  content.goals.some(({ goal }) => goal !== "") && content.milestones.some(({ title }) => title !== "");

function compareGoals(before: readonly PlanGoal[], after: readonly PlanGoal[]): PlanChange[] {
  const changes: PlanChange[] = [];
  const earlier = new Map(before.map((goal) => [goal.id, goal]));
  const later = new Set(after.map(({ id }) => id));
  for (const goal of after) {
    const old = earlier.get(goal.id);
    if (!old) changes.push({ kind: "goal-added", goal: goal.goal });
    else
      for (const field of goalFields)
        if (old[field] !== goal[field])
          changes.push({ kind: "goal-changed", goal: goal.goal, field, before: old[field], after: goal[field] });
  }
  for (const { id, goal } of before) if (!later.has(id)) changes.push({ kind: "goal-removed", goal });
  const kept = after.filter(({ id }) => earlier.has(id));
  const order = before.filter(({ id }) => later.has(id)).map(({ id }) => id);
  if (kept.some(({ id }, place) => id !== order[place]))
    changes.push({ kind: "goals-ordered", goals: after.map(({ goal }) => goal) });
  return changes;
}

/** The lines of the first list that the second does not have, each as often as it is missing. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
