import "server-only";
import { eq } from "drizzle-orm";
import { programmeTasks } from "@/db/schema/programmes";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { assertGoingOn, loadProgramme, type Programme } from "@/lib/programmes/load";
import { refreshNextStep } from "@/lib/programmes/next-step";

export type Task = typeof programmeTasks.$inferSelect;

/** A task of a programme that the actor may change and that goes on, locked. */
export async function taskToChange(
  context: CommandContext,
  id: string,
  permission: "programmes:write" | "programmes:work",
  removed = false,
): Promise<{ task: Task; programme: Programme }> {
  const [task] = await context.tx.select().from(programmeTasks).where(eq(programmeTasks.id, id)).for("update");
  if (!task || (task.deletedAt && !removed)) throw notFound("this task");
  const programme = await loadProgramme(context, task.programmeId, permission).catch(() => {
    throw notFound("this task");
  });
  assertGoingOn(programme);
  return { task, programme };
}

/** Stores a change of a task and what follows from it for the next step. */
export async function changeTask(
  context: CommandContext,
  task: Task,
  changes: Partial<typeof programmeTasks.$inferInsert>,
): Promise<void> {
  const [after] = await context.tx
    .update(programmeTasks)
    .set({ ...changes, version: task.version + 1, updatedAt: context.now })
    .where(eq(programmeTasks.id, task.id))
    .returning();
  context.record("task", task, after!);
  await refreshNextStep(context, task.programmeId);
}
