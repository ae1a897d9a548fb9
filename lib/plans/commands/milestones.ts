import "server-only";
import { and, eq, isNull, max } from "drizzle-orm";
import { planMilestones, planSteps } from "@/db/schema/plans";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { beginEdition } from "@/lib/plans/editions";
import { planForChange, planToChange } from "@/lib/plans/load";
import {
  AddMilestoneInput,
  AddStepInput,
  EditMilestoneInput,
  longestStep,
  MarkInput,
  PlanRecordId,
} from "@/lib/plans/schemas";

export const addMilestone = command({
  name: "plans.addMilestone",
  permission: "plans:write",
  input: AddMilestoneInput,
  example: ({ programmeId }) => ({
    programmeId,
    title: "Ten talks",
    dueOn: "2026-12-01",
    steps: "List ten\nWrite to five",
  }),
  async run(context, { programmeId, title, dueOn, steps = "" }) {
    const { tx, record } = context;
    const lines = stepsOf(steps);
    const { plan, programme } = await planForChange(context, programmeId);
    await beginEdition(context, plan, programme);
    const [last] = await tx
      .select({ position: max(planMilestones.position) })
      .from(planMilestones)
      .where(eq(planMilestones.planId, plan.id));
    const [milestone] = await tx
      .insert(planMilestones)
      .values({ planId: plan.id, title, dueOn: dueOn || null, position: (last?.position ?? 0) + 1 })
      .returning();
    record("plan_milestone", null, milestone!);
    for (const [place, line] of lines.entries()) await insertStep(context, milestone!.id, line, place + 1);
    return { id: milestone!.id };
  },
  undo: (_input, { id }) => ({ operation: "plans.removeMilestone", input: { id } }),
});

export const editMilestone = command({
  name: "plans.editMilestone",
  permission: "plans:write",
  input: EditMilestoneInput,
  example: ({ milestoneId }) => ({ id: milestoneId, expectedVersion: 1, title: "Twelve talks", dueOn: "2026-12-08" }),
  async run(context, { id, expectedVersion, title, dueOn }) {
    const { milestone, plan, programme } = await milestoneToChange(context, id);
    assertVersion(milestone, expectedVersion, "this milestone");
    await beginEdition(context, plan, programme);
    await changeMilestone(context, milestone, { title, dueOn: dueOn || null });
    return { id };
  },
});

export const removeMilestone = command({
  name: "plans.removeMilestone",
  permission: "plans:write",
  input: PlanRecordId,
  example: ({ milestoneId }) => ({ id: milestoneId }),
  undo: ({ id }) => ({ operation: "plans.restoreMilestone", input: { id } }),
  async run(context, { id }) {
    const { milestone, plan, programme } = await milestoneToChange(context, id);
    await beginEdition(context, plan, programme);
    await changeMilestone(context, milestone, { deletedAt: context.now });
    return { id };
  },
});

export const restoreMilestone = command({
  name: "plans.restoreMilestone",
  permission: "plans:write",
  input: PlanRecordId,
  example: ({ milestoneId }) => ({ id: milestoneId }),
  async run(context, { id }) {
    const { milestone, plan, programme } = await milestoneToChange(context, id, true);
    await beginEdition(context, plan, programme);
    await changeMilestone(context, milestone, { deletedAt: null });
    return { id };
  },
});

/** A milestone is reached, or is not after all. */
export const markMilestone = command({
  name: "plans.markMilestone",
  permission: "plans:write",
  input: MarkInput,
  example: ({ milestoneId }) => ({ id: milestoneId, done: true }),
  undo: ({ id, done }) => ({ operation: "plans.markMilestone", input: { id, done: !done } }),
  async run(context, { id, done }) {
    const { milestone, programme } = await milestoneToChange(context, id);
    await changeMilestone(context, milestone, { doneAt: done ? (milestone.doneAt ?? context.now) : null });
    if (done && !milestone.doneAt)
      context.remember({
        entity: "programme",
        entityId: programme.id,
        kind: "plans.milestone-reached",
        data: { title: milestone.title },
      });
    return { id };
  },
});

export const addStep = command({
  name: "plans.addStep",
  permission: "plans:write",
  input: AddStepInput,
  example: ({ milestoneId }) => ({ milestoneId, title: "Write to five" }),
  async run(context, { milestoneId, title }) {
    const { plan, programme } = await milestoneToChange(context, milestoneId);
    await beginEdition(context, plan, programme);
    const [last] = await context.tx
      .select({ position: max(planSteps.position) })
      .from(planSteps)
      .where(and(eq(planSteps.milestoneId, milestoneId), isNull(planSteps.deletedAt)));
    return { id: await insertStep(context, milestoneId, title, (last?.position ?? 0) + 1) };
  },
  undo: (_input, { id }) => ({ operation: "plans.removeStep", input: { id } }),
});

export const removeStep = command({
  name: "plans.removeStep",
  permission: "plans:write",
  input: PlanRecordId,
  example: ({ stepId }) => ({ id: stepId }),
  undo: ({ id }) => ({ operation: "plans.restoreStep", input: { id } }),
  async run(context, { id }) {
    const { step, plan, programme } = await stepToChange(context, id);
    await beginEdition(context, plan, programme);
    await changeStep(context, step, { deletedAt: context.now });
    return { id };
  },
});

export const restoreStep = command({
  name: "plans.restoreStep",
  permission: "plans:write",
  input: PlanRecordId,
  example: ({ stepId }) => ({ id: stepId }),
  async run(context, { id }) {
    const { step, plan, programme } = await stepToChange(context, id, true);
    await beginEdition(context, plan, programme);
    await changeStep(context, step, { deletedAt: null });
    return { id };
  },
});

/** A step is done, or is not after all. */
export const markStep = command({
  name: "plans.markStep",
  permission: "plans:write",
  input: MarkInput,
  example: ({ stepId }) => ({ id: stepId, done: true }),
  undo: ({ id, done }) => ({ operation: "plans.markStep", input: { id, done: !done } }),
  async run(context, { id, done }) {
    const { step } = await stepToChange(context, id);
    await changeStep(
      context,
      step,
      done
        ? { doneAt: step.doneAt ?? context.now, donePersonId: step.donePersonId ?? personIdOf(context.actor) }
        : { doneAt: null, donePersonId: null },
    );
    return { id };
  },
});

/** As many as one still works off. */
const mostSteps = 30;

/** The steps of a text, one a line. Refuses what would be cut. */
function stepsOf(text: string): string[] {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const long = lines.find((line) => line.length > longestStep);
  if (long)
    throw new Refusal("invalid", `The step “${long.slice(0, 40)}…” is longer than ${longestStep} characters.`, "steps");
  if (lines.length > mostSteps)
    throw new Refusal(
      "invalid",
      `These are ${lines.length} steps. Write at most ${mostSteps}, or make two milestones of it.`,
      "steps",
    );
  return lines;
}

type Milestone = typeof planMilestones.$inferSelect;
type Step = typeof planSteps.$inferSelect;

async function milestoneToChange(context: CommandContext, id: string, removed = false) {
  const [milestone] = await context.tx.select().from(planMilestones).where(eq(planMilestones.id, id)).for("update");
  if (!milestone || (milestone.deletedAt && !removed)) throw notFound("this milestone");
  return { milestone, ...(await planToChange(context, milestone.planId, "this milestone")) };
}

async function stepToChange(context: CommandContext, id: string, removed = false) {
  const [step] = await context.tx.select().from(planSteps).where(eq(planSteps.id, id)).for("update");
  if (!step || (step.deletedAt && !removed)) throw notFound("this step");
  return { step, ...(await milestoneToChange(context, step.milestoneId)) };
}

async function changeMilestone({ tx, now, record }: CommandContext, before: Milestone, changes: Partial<Milestone>) {
  const [after] = await tx
    .update(planMilestones)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(planMilestones.id, before.id))
    .returning();
  record("plan_milestone", before, after!);
}

async function changeStep({ tx, now, record }: CommandContext, before: Step, changes: Partial<Step>) {
  const [after] = await tx
    .update(planSteps)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(planSteps.id, before.id))
    .returning();
  record("plan_step", before, after!);
}

async function insertStep({ tx, record }: CommandContext, milestoneId: string, title: string, position: number) {
  const [step] = await tx.insert(planSteps).values({ milestoneId, title, position }).returning();
  record("plan_step", null, step!);
  return step!.id;
}
