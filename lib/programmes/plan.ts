import "server-only";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { packagePhases, packageTasks, programmePhases, programmeTasks } from "@/db/schema/programmes";
import type { CommandContext } from "@/lib/platform/operation";
import { addDays, civilDate } from "@/lib/programmes/dates";

/**
 * Copies a package's phases and tasks to a programme, which then has its own: editing a package changes new programmes
 * only. The copies stand under the programme in the audit.
 */
export async function copyPlan({ tx, record }: CommandContext, packageId: string, programmeId: string): Promise<void> {
  const phases = await tx
    .select()
    .from(packagePhases)
    .where(and(eq(packagePhases.packageId, packageId), isNull(packagePhases.deletedAt)))
    .orderBy(asc(packagePhases.position));
  for (const phase of phases) {
    const [copied] = await tx
      .insert(programmePhases)
      .values({
        programmeId,
        key: phase.key,
        name: phase.name,
        position: phase.position,
        usualDays: phase.usualDays,
      })
      .returning();
    record("phase", null, copied!);
    const tasks = await tx
      .select()
      .from(packageTasks)
      .where(and(eq(packageTasks.phaseId, phase.id), isNull(packageTasks.deletedAt)))
      .orderBy(asc(packageTasks.position));
    if (tasks.length === 0) continue;
    const rows = await tx
      .insert(programmeTasks)
      .values(
        tasks.map((task) => ({
          programmeId,
          phasePosition: phase.position,
          title: task.title,
          details: task.details,
          owner: task.owner,
          dueInDays: task.dueInDays,
          mandatory: task.mandatory,
          evidence: task.evidence,
          position: task.position,
        })),
      )
      .returning();
    for (const row of rows) record("task", null, row);
  }
}

/** Sets the due dates of a phase's open tasks that have none yet, counted from today. */
export async function dueFromPhase(
  { tx, now, organisation, record }: CommandContext,
  programmeId: string,
  position: number,
): Promise<void> {
  const today = civilDate(now, organisation.timeZone);
  const open = await tx
    .select()
    .from(programmeTasks)
    .where(
      and(
        eq(programmeTasks.programmeId, programmeId),
        eq(programmeTasks.phasePosition, position),
        isNull(programmeTasks.doneAt),
        isNull(programmeTasks.dueOn),
        isNotNull(programmeTasks.dueInDays),
        isNull(programmeTasks.deletedAt),
      ),
    );
  for (const task of open) {
    const dueOn = addDays(today, task.dueInDays!);
    await tx.update(programmeTasks).set({ dueOn }).where(eq(programmeTasks.id, task.id));
    record("task", task, { ...task, dueOn });
  }
}
