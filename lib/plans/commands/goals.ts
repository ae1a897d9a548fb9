import "server-only";
import { eq } from "drizzle-orm";
import { planGoals } from "@/db/schema/plans";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { beginEdition } from "@/lib/plans/editions";
import { goalsOf, planForChange, planToChange } from "@/lib/plans/load";
import { AddGoalInput, EditGoalInput, MoveGoalInput, PlanRecordId } from "@/lib/plans/schemas";

/** More than these are no direction any more. */
const mostGoals = 8;

/** Writes a further goal, after those that are there. Refuses more than a plan can hold. */
export const addGoal = command({
  name: "plans.addGoal",
  permission: "plans:write",
  input: AddGoalInput,
  example: ({ programmeId }) => ({
    programmeId,
    goal: "Sit on the board of a shipyard",
    occupation: "Non-executive director",
    motives: "To pass on what I know.",
  }),
  async run(context, { programmeId, ...words }) {
    const { plan, programme } = await planForChange(context, programmeId);
    const goals = await goalsOf(context, plan.id);
    assertRoom(goals.length);
    await beginEdition(context, plan, programme);
    const position = (goals.at(-1)?.position ?? 0) + 1;
    const [goal] = await context.tx
      .insert(planGoals)
      .values({ planId: plan.id, ...words, position })
      .returning();
    context.record("plan_goal", null, goal!);
    context.emit("plans.written", { programmeId });
    return { id: goal!.id };
  },
  undo: (_input, { id }) => ({ operation: "plans.removeGoal", input: { id } }),
});

/** Says a goal, its occupation or why in other words. Whoever saves second sees both versions. */
export const editGoal = command({
  name: "plans.editGoal",
  permission: "plans:write",
  input: EditGoalInput,
  example: ({ planGoalId }) => ({
    id: planGoalId,
    expectedVersion: 1,
    goal: "Lead the operations of a port in the north",
    occupation: "Chief operating officer",
    motives: "Ships, and people who work with their hands.",
  }),
  async run(context, { id, expectedVersion, ...words }) {
    const { goal, plan, programme } = await goalToChange(context, id);
    assertVersion(goal, expectedVersion, "this goal");
    await beginEdition(context, plan, programme);
    await changeGoal(context, goal, words);
    context.emit("plans.written", { programmeId: programme.id });
    return { id };
  },
});

export const removeGoal = command({
  name: "plans.removeGoal",
  permission: "plans:write",
  input: PlanRecordId,
  example: ({ planGoalId }) => ({ id: planGoalId }),
  undo: ({ id }) => ({ operation: "plans.restoreGoal", input: { id } }),
  async run(context, { id }) {
    const { goal, plan, programme } = await goalToChange(context, id);
    await beginEdition(context, plan, programme);
    await changeGoal(context, goal, { deletedAt: context.now });
    return { id };
  },
});

export const restoreGoal = command({
  name: "plans.restoreGoal",
  permission: "plans:write",
  input: PlanRecordId,
  example: ({ planGoalId }) => ({ id: planGoalId }),
  async run(context, { id }) {
    const { goal, plan, programme } = await goalToChange(context, id, true);
    if (goal.deletedAt) assertRoom((await goalsOf(context, plan.id)).length);
    await beginEdition(context, plan, programme);
    await changeGoal(context, goal, { deletedAt: null });
    return { id };
  },
});

/** Changes places with the goal before or after. At the end of the row nothing happens. */
export const moveGoal = command({
  name: "plans.moveGoal",
  permission: "plans:write",
  input: MoveGoalInput,
  example: ({ planGoalId }) => ({ id: planGoalId, to: "earlier" as const }),
  undo: ({ id, to }) => ({
    operation: "plans.moveGoal",
    input: { id, to: to === "earlier" ? ("later" as const) : ("earlier" as const) },
  }),
  async run(context, { id, to }) {
    const { goal, plan, programme } = await goalToChange(context, id);
    const goals = await goalsOf(context, plan.id);
    const place = goals.findIndex((one) => one.id === id);
    const other = goals[place + (to === "earlier" ? -1 : 1)];
    if (!other) return { id };
    await beginEdition(context, plan, programme);
    // The words stay as they are, and so does the version: who is just writing them is not held up.
    await placeGoal(context, goal, other.position);
    await placeGoal(context, other, goal.position);
    return { id };
  },
});

type Goal = typeof planGoals.$inferSelect;

/** A goal with its plan, which is locked first: all changes of goals wait for each other there. */
async function goalToChange(context: CommandContext, id: string, removed = false) {
  const find = () => context.tx.select().from(planGoals).where(eq(planGoals.id, id));
  const [found] = await find();
  if (!found) throw notFound("this goal");
  const held = await planToChange(context, found.planId, "this goal");
  const [goal] = await find();
  if (!goal || (goal.deletedAt && !removed)) throw notFound("this goal");
  return { goal, ...held };
}

async function changeGoal({ tx, now, record }: CommandContext, before: Goal, changes: Partial<Goal>) {
  const [after] = await tx
    .update(planGoals)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(planGoals.id, before.id))
    .returning();
  record("plan_goal", before, after!);
}

async function placeGoal({ tx, now, record }: CommandContext, before: Goal, position: number) {
  const [after] = await tx
    .update(planGoals)
    .set({ position, updatedAt: now })
    .where(eq(planGoals.id, before.id))
    .returning();
  record("plan_goal", before, after!);
}

function assertRoom(goals: number): void {
  if (goals >= mostGoals)
    throw new Refusal("state", `A plan holds at most ${mostGoals} goals. Take one out first, or put two together.`);
}
