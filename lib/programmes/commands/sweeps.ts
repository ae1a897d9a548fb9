import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { programmes, programmeTasks } from "@/db/schema/programmes";
import { addBusinessDays } from "@/lib/business-time/business-days";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import { notify } from "@/lib/notifications/notify";
import { command } from "@/lib/platform/operation";
import { addDays, civilDate, daysBetween } from "@/lib/platform/civil-dates";

/** How many days before its day a task is brought to mind. */
const daysAhead = 1;
const atOnce = 200;

/** Brings tasks to mind that are due tomorrow or before, once each. Returns how many, and whether more are left. */
export const remindDueTasks = command({
  name: "programmes.remindDueTasks",
  permission: "programmes:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context) {
    const { tx, now, organisation, record } = context;
    const today = civilDate(now, organisation.timeZone);
    const due = await tx
      .select({ task: programmeTasks, executiveId: programmes.executiveId, consultantId: programmes.consultantId })
      .from(programmeTasks)
      .innerJoin(programmes, eq(programmes.id, programmeTasks.programmeId))
      .where(
        and(
          isNull(programmeTasks.doneAt),
          isNull(programmeTasks.deletedAt),
          isNull(programmeTasks.remindedOn),
          sql`${programmeTasks.dueOn} <= ${addDays(today, daysAhead)}`,
          inArray(programmes.state, ["intake", "active"]),
          isNull(programmes.deletedAt),
        ),
      )
      .orderBy(asc(programmeTasks.dueOn))
      .limit(atOnce)
      .for("update", { of: programmeTasks, skipLocked: true });
    for (const { task, executiveId, consultantId } of due) {
      const daysLeft = daysBetween(today, task.dueOn!);
      const href = `/programmes/${task.programmeId}/tasks`;
      await notify(context, {
        personIds: [task.owner === "executive" ? executiveId : consultantId],
        kind: "programmes.task-due",
        data: { title: task.title, when: daysLeft < 0 ? "late" : daysLeft === 0 ? "today" : "soon" },
        href,
        dedupeKey: `task-due/${task.id}/${task.dueOn}`,
        mail: () => ({
          template: "task-due",
          variables: {
            taskTitle: task.title,
            dueOn: task.dueOn!,
            daysLeft,
            href: `/${organisation.slug}${href}`,
          },
        }),
        about: { entity: "programme", id: task.programmeId },
      });
      await tx.update(programmeTasks).set({ remindedOn: today }).where(eq(programmeTasks.id, task.id));
      record("task", task, { ...task, remindedOn: today });
    }
    return { reminded: due.length, more: due.length === atOnce };
  },
});

/** After how many business days a task that is not done is brought to mind once more, gently. */
const overdueAfter = 3;

/** Brings a task to mind once more when it is some business days overdue, and then never again. Returns how many, and whether more are left. */
export const remindOverdueTasks = command({
  name: "programmes.remindOverdueTasks",
  permission: "programmes:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context) {
    const { tx, now, organisation, record } = context;
    const today = civilDate(now, organisation.timeZone);
    const dueBy = addBusinessDays(today, -overdueAfter, await calendarOf({ tx, organisation }));
    const overdue = await tx
      .select({ task: programmeTasks, executiveId: programmes.executiveId, consultantId: programmes.consultantId })
      .from(programmeTasks)
      .innerJoin(programmes, eq(programmes.id, programmeTasks.programmeId))
      .where(
        and(
          isNull(programmeTasks.doneAt),
          isNull(programmeTasks.deletedAt),
          isNull(programmeTasks.overdueToldOn),
          sql`${programmeTasks.dueOn} <= ${dueBy}`,
          // Whoever is told on the same day that it is due needs no second word.
          sql`${programmeTasks.remindedOn} < ${today}`,
          inArray(programmes.state, ["intake", "active"]),
          isNull(programmes.deletedAt),
        ),
      )
      .orderBy(asc(programmeTasks.dueOn))
      .limit(atOnce)
      .for("update", { of: programmeTasks, skipLocked: true });
    for (const { task, executiveId, consultantId } of overdue) {
      await notify(context, {
        personIds: [task.owner === "executive" ? executiveId : consultantId],
        kind: "programmes.task-overdue",
        data: { title: task.title },
        href: `/programmes/${task.programmeId}/tasks`,
        dedupeKey: `task-overdue/${task.id}/${task.dueOn}`,
        about: { entity: "programme", id: task.programmeId },
      });
      await tx.update(programmeTasks).set({ overdueToldOn: today }).where(eq(programmeTasks.id, task.id));
      record("task", task, { ...task, overdueToldOn: today });
    }
    return { reminded: overdue.length, more: overdue.length === atOnce };
  },
});
