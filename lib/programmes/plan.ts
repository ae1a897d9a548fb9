import "server-only";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { packageEntitlements, packagePhases, packageTasks } from "@/db/schema/packages";
import { programmeEntitlements, programmePhases, programmeTasks } from "@/db/schema/programmes";
import { addBusinessDays } from "@/lib/business-time/business-days";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import type { CommandContext } from "@/lib/platform/operation";
import { civilDate } from "@/lib/platform/civil-dates";

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
  const tasks = await tx
    .select({ task: packageTasks, phasePosition: packagePhases.position })
    .from(packageTasks)
    .innerJoin(packagePhases, eq(packagePhases.id, packageTasks.phaseId))
    .where(and(eq(packagePhases.packageId, packageId), isNull(packagePhases.deletedAt), isNull(packageTasks.deletedAt)))
    .orderBy(asc(packagePhases.position), asc(packageTasks.position));
  const entitled = await tx
    .select()
    .from(packageEntitlements)
    .where(and(eq(packageEntitlements.packageId, packageId), isNull(packageEntitlements.deletedAt)));

  const ownPhases = phases.map(({ id, version, key, name, position, usualDays }) => ({
    ...{ programmeId, key, name, position, usualDays },
    ...{ packagePhaseId: id, packageVersion: version },
  }));
  const ownTasks = tasks.map(({ task, phasePosition }) => ({
    programmeId,
    phasePosition,
    title: task.title,
    details: task.details,
    owner: task.owner,
    dueInDays: task.dueInDays,
    mandatory: task.mandatory,
    evidence: task.evidence,
    plannedHours: task.plannedHours,
    signOff: task.signOff,
    position: task.position,
    packageTaskId: task.id,
    packageVersion: task.version,
  }));
  const ownEntitlements = entitled.map(({ kind, sessions, version }) => ({
    ...{ programmeId, kind, sessions, packageVersion: version },
  }));
  if (ownPhases.length > 0)
    for (const row of await tx.insert(programmePhases).values(ownPhases).returning()) record("phase", null, row);
  if (ownTasks.length > 0)
    for (const row of await tx.insert(programmeTasks).values(ownTasks).returning()) record("task", null, row);
  if (ownEntitlements.length > 0)
    for (const row of await tx.insert(programmeEntitlements).values(ownEntitlements).returning())
      record("entitlement", null, row);
}

/** Sets the due dates of a phase's open tasks that have none yet, counted in business days from today. */
export async function dueFromPhase(
  { tx, now, organisation, record }: CommandContext,
  programmeId: string,
  position: number,
): Promise<void> {
  const today = civilDate(now, organisation.timeZone);
  const calendar = await calendarOf({ tx, organisation });
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
    const dueOn = addBusinessDays(today, task.dueInDays!, calendar);
    await tx.update(programmeTasks).set({ dueOn }).where(eq(programmeTasks.id, task.id));
    record("task", task, { ...task, dueOn });
  }
}
