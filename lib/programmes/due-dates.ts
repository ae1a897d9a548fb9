import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import { programmes, programmeTasks } from "@/db/schema/programmes";
import { addBusinessDays, nextBusinessDay } from "@/lib/business-time/business-days";
import { isBusinessDay } from "@/lib/business-time/calendar";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import type { CommandContext } from "@/lib/platform/operation";

/**
 * Moves the due dates of a programme's open tasks by some business days, so that as much time is left as before it stood still. What was
 * brought to mind for the earlier day is brought to mind again for the new one.
 */
export async function moveDueDates(
  context: CommandContext,
  programmeId: string,
  businessDays: number,
): Promise<number> {
  if (businessDays === 0) return 0;
  const { tx, organisation } = context;
  const calendar = await calendarOf({ tx, organisation });
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
  for (const task of open) await moveDue(context, task, addBusinessDays(task.dueOn!, businessDays, calendar));
  return open.length;
}

async function moveDue(
  { tx, record }: CommandContext,
  task: typeof programmeTasks.$inferSelect,
  dueOn: string,
): Promise<void> {
  const moved = { dueOn, remindedOn: null, overdueToldOn: null, version: task.version + 1 };
  await tx.update(programmeTasks).set(moved).where(eq(programmeTasks.id, task.id));
  record("task", task, { ...task, ...moved });
}

/** Open tasks of programmes that run whose due date is one of some dates, from today on. */
export const dueOnDays = (dates: readonly string[], today: string): SQL =>
  and(
    inArray(programmeTasks.dueOn, dates.filter((date) => date >= today).concat("0001-01-01")),
    isNull(programmeTasks.doneAt),
    isNull(programmeTasks.deletedAt),
    inArray(programmes.state, ["invited", "intake", "active", "paused"]),
    isNull(programmes.deletedAt),
  )!;

/** Moves what is due on a day on which no work is done any more to the next on which it is; at most so many at once. Returns how many. */
export async function moveOffDays(
  context: CommandContext,
  dates: readonly string[],
  today: string,
  atOnce: number,
): Promise<number> {
  const calendar = await calendarOf(context);
  const closed = dates.filter((date) => !isBusinessDay(date, calendar));
  const due = await context.tx
    .select({ task: programmeTasks })
    .from(programmeTasks)
    .innerJoin(programmes, eq(programmes.id, programmeTasks.programmeId))
    .where(dueOnDays(closed, today))
    .orderBy(asc(programmeTasks.dueOn), asc(programmeTasks.id))
    .limit(atOnce)
    .for("update", { of: programmeTasks });
  for (const { task } of due) await moveDue(context, task, nextBusinessDay(task.dueOn!, calendar));
  return due.length;
}
