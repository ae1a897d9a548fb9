import "server-only";
import { eq } from "drizzle-orm";
import { packageTasks } from "@/db/schema/packages";
import { programmePhases, programmeTasks } from "@/db/schema/programmes";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertGoingOn, lockProgramme, type Programme } from "@/lib/programmes/load";
import { refreshNextStep } from "@/lib/programmes/next-step";
import type { PackageChange } from "@/lib/programmes/package-changes";
import { readPackageChanges } from "@/lib/programmes/read-package-changes";
import { PackageChangeInput } from "@/lib/programmes/schemas";

/** A running programme takes one change of its package over: what is new, what is otherwise, or that something is gone. */
export const takePackageChange = command({
  name: "programmes.takePackageChange",
  permission: "programmes:write",
  input: PackageChangeInput,
  example: ({ programmeId, newPackageTaskId }) => ({ programmeId, sourceId: newPackageTaskId, sourceVersion: 1 }),
  async run(context, input) {
    const { programme, change } = await changeOf(context, input);
    if (change.kind === "phase-changed") await changePhase(context, change, true);
    else if (change.kind === "task-new") await addFrom(context, programme, change, null);
    else await changeCopy(context, change, change.kind === "task-gone" ? { deletedAt: context.now } : fieldsOf(change));
    await refreshNextStep(context, programme.id);
    context.remember({
      ...{ entity: "programme", entityId: programme.id, kind: "programmes.package-change-taken" },
      data: { title: change.title },
    });
    context.emit("programmes.package-change-taken", { programmeId: programme.id, sourceId: change.sourceId });
    return { id: programme.id };
  },
});

/** The programme stays as it is: the change is not offered again, a later one is. */
export const declinePackageChange = command({
  name: "programmes.declinePackageChange",
  permission: "programmes:write",
  input: PackageChangeInput,
  example: ({ programmeId, newPackageTaskId }) => ({ programmeId, sourceId: newPackageTaskId, sourceVersion: 1 }),
  async run(context, input) {
    const { programme, change } = await changeOf(context, input);
    if (change.kind === "phase-changed") await changePhase(context, change, false);
    // What a programme did not want is a task of it that was removed.
    else if (change.kind === "task-new") await addFrom(context, programme, change, context.now);
    else await changeCopy(context, change, {});
    return { id: programme.id };
  },
});

async function changeOf(
  context: CommandContext,
  { programmeId, sourceId, sourceVersion }: { programmeId: string; sourceId: string; sourceVersion: number },
): Promise<{ programme: Programme; change: PackageChange }> {
  const programme = await lockProgramme(context, programmeId, "programmes:write");
  assertGoingOn(programme);
  const change = (await readPackageChanges(context, programme)).find((other) => other.sourceId === sourceId);
  if (!change) throw notFound("this change");
  if (change.sourceVersion !== sourceVersion)
    throw new Refusal("conflict", "The package was changed again meanwhile. Look at the change as it is now.");
  return { programme, change };
}

const fieldsOf = ({ fields, due }: PackageChange) => ({
  ...Object.fromEntries(fields.map(({ field, to }) => [field, to])),
  ...(due ? { dueOn: due.to, remindedOn: null, overdueToldOn: null } : {}),
});

async function changeCopy(
  { tx, now, record }: CommandContext,
  { copyId, sourceVersion }: PackageChange,
  changes: Partial<typeof programmeTasks.$inferInsert>,
): Promise<void> {
  const [copy] = await tx.select().from(programmeTasks).where(eq(programmeTasks.id, copyId!)).for("update");
  const [after] = await tx
    .update(programmeTasks)
    .set({ ...changes, packageVersion: sourceVersion, version: copy!.version + 1, updatedAt: now })
    .where(eq(programmeTasks.id, copy!.id))
    .returning();
  record("task", copy!, after!);
}

async function addFrom(
  { tx, record }: CommandContext,
  programme: Programme,
  { sourceId, phasePosition, due }: PackageChange,
  deletedAt: Date | null,
): Promise<void> {
  const [source] = await tx.select().from(packageTasks).where(eq(packageTasks.id, sourceId));
  const { title, details, owner, dueInDays, mandatory, evidence, plannedHours, signOff, position, version } = source!;
  const [row] = await tx
    .insert(programmeTasks)
    .values({
      ...{ programmeId: programme.id, phasePosition, title, details, owner, dueInDays, mandatory, evidence },
      ...{ plannedHours, signOff, position, packageTaskId: sourceId, packageVersion: version, deletedAt },
      dueOn: deletedAt ? null : (due?.to ?? null),
    })
    .returning();
  record("task", null, row!);
}

async function changePhase(
  { tx, now, record }: CommandContext,
  { copyId, fields, sourceVersion }: PackageChange,
  taken: boolean,
): Promise<void> {
  const [copy] = await tx.select().from(programmePhases).where(eq(programmePhases.id, copyId!)).for("update");
  const [after] = await tx
    .update(programmePhases)
    .set({
      ...(taken ? Object.fromEntries(fields.map(({ field, to }) => [field, to])) : {}),
      ...{ packageVersion: sourceVersion, version: copy!.version + 1, updatedAt: now },
    })
    .where(eq(programmePhases.id, copy!.id))
    .returning();
  record("phase", copy!, after!);
}
