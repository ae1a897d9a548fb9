import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { programmeTasks } from "@/db/schema/programmes";
import { addBusinessDays } from "@/lib/business-time/business-days";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import type { CommandContext } from "@/lib/platform/operation";

/**
 * Moves the due dates of a programme's open tasks by some business days, so that as much time is left as before it stood still. What was
 * brought to mind for the earlier day is brought to mind again for the new one.
 */
export async function moveDueDates(
  { tx, organisation, record }: CommandContext,
  programmeId: string,
  businessDays: number,
): Promise<number> {
  if (businessDays === 0) return 0;
  const calendar = await calendarOf(organisation);
  const open = await tx
    .select()
    .from(programmeTasks)
    .where(
      and(
        eq(programmeTasks.programmeId, programmeId),
        isNull(programmeTasks.doneAt),
        isNotNull(programmeTasks.dueOn),
        isNull(programmeTasks.deletedAt),
      ),
    );
  for (const task of open) {
    const moved = {
      dueOn: addBusinessDays(task.dueOn!, businessDays, calendar),
      remindedOn: null,
      overdueToldOn: null,
      version: task.version + 1,
    };
    await tx.update(programmeTasks).set(moved).where(eq(programmeTasks.id, task.id));
    record("task", task, { ...task, ...moved });
  }
  return open.length;
}
