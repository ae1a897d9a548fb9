import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { packageDecisions } from "@/db/schema/lifecycle";
import { packageTasks } from "@/db/schema/packages";
import {
  programmeEntitlements,
  programmePhases,
  programmeTasks,
  taskEvidence,
  taskSignOffs,
} from "@/db/schema/programmes";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { restored, snapshotOf, standsAs, type CopyKind } from "@/lib/programmes/copy-snapshot";
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
  undo: (_input, { decisionId }: { decisionId: string }) => ({
    operation: "programmes.takeBackPackageDecision",
    input: { decisionId },
  }),
  async run(context, input) {
    const { programme, change } = await changeOf(context, input);
    const copy =
      change.kind === "phase-changed"
        ? await changePhase(context, change, true)
        : change.kind === "sessions-changed"
          ? await changeSessions(context, programme, change, true)
          : change.kind === "task-new"
            ? await addFrom(context, programme, change, null)
            : await changeCopy(
                context,
                change,
                change.kind === "task-gone" ? { deletedAt: context.now } : fieldsOf(change),
              );
    await refreshNextStep(context, programme.id);
    context.remember({ entity: "programme", entityId: programme.id, ...rememberedOf(change) });
    context.emit("programmes.package-change-taken", { programmeId: programme.id, sourceId: change.sourceId });
    return { id: programme.id, decisionId: await keep(context, programme, change, copy, true) };
  },
});

/** The programme stays as it is: the change is not offered again, a later one is. */
export const declinePackageChange = command({
  name: "programmes.declinePackageChange",
  permission: "programmes:write",
  input: PackageChangeInput,
  example: ({ programmeId, newPackageTaskId }) => ({ programmeId, sourceId: newPackageTaskId, sourceVersion: 1 }),
  undo: (_input, { decisionId }: { decisionId: string }) => ({
    operation: "programmes.takeBackPackageDecision",
    input: { decisionId },
  }),
  async run(context, input) {
    const { programme, change } = await changeOf(context, input);
    const copy =
      change.kind === "phase-changed"
        ? await changePhase(context, change, false)
        : change.kind === "sessions-changed"
          ? await changeSessions(context, programme, change, false)
          : change.kind === "task-new"
            ? // What a programme did not want is a task of it that was removed.
              await addFrom(context, programme, change, context.now)
            : await changeCopy(context, change, {});
    return { id: programme.id, decisionId: await keep(context, programme, change, copy, false) };
  },
});

/**
 * The programme stands again as it did before a change was taken over or left, and the change is offered again. Refused once something else
 * happened to the phase, task or number of sessions: it would be lost.
 */
export const takeBackPackageDecision = command({
  name: "programmes.takeBackPackageDecision",
  permission: "programmes:write",
  input: z.strictObject({ decisionId: z.uuid() }),
  example: ({ packageDecisionId }) => ({ decisionId: packageDecisionId }),
  async run(context, { decisionId }) {
    const { tx, now, record } = context;
    const [decision] = await tx
      .select()
      .from(packageDecisions)
      .where(eq(packageDecisions.id, decisionId))
      .for("update");
    const programme = decision
      ? await lockProgramme(context, decision.programmeId, "programmes:write").catch(() => null)
      : null;
    if (!decision || !programme) throw notFound("this decision");
    assertGoingOn(programme);
    if (decision.takenBackAt) throw new Refusal("state", "This was taken back already.");
    const kind = decision.copyKind as CopyKind;
    const { table, called } = copies[kind];
    const [copy] = await tx.select().from(table).where(eq(table.id, decision.copyId)).for("update");
    if (!copy || !standsAs(kind, copy, decision.after) || (kind === "task" && (await workedOn(context, decision))))
      throw new Refusal("conflict", `Something else happened to ${called} since, so it stays as it is.`);
    // What came with the decision goes with it, and is offered anew: its row stays, removed, a copy of nothing.
    const back = decision.before ? restored(decision.before) : { deletedAt: now, packageTaskId: null };
    const [after] = await tx
      .update(table)
      .set({ ...back, version: copy.version + 1, updatedAt: now })
      .where(eq(table.id, copy.id))
      .returning();
    record(kind, copy, after!);
    const [taken] = await tx
      .update(packageDecisions)
      .set({ takenBackAt: now, version: decision.version + 1, updatedAt: now })
      .where(eq(packageDecisions.id, decisionId))
      .returning();
    record("package-decision", decision, taken!);
    await refreshNextStep(context, programme.id);
    return { id: programme.id };
  },
});

/** Where copies of each kind stand, and how one is named when it cannot be taken back. */
const copies = {
  phase: { table: programmePhases, called: "this phase" },
  task: { table: programmeTasks, called: "this task" },
  entitlement: { table: programmeEntitlements, called: "this number of sessions" },
} as const satisfies Record<CopyKind, unknown>;

/** Whether evidence was given for a task, or somebody signed it, after the decision. */
async function workedOn(
  { tx }: CommandContext,
  { copyId, at }: Pick<typeof packageDecisions.$inferSelect, "copyId" | "at">,
): Promise<boolean> {
  const given = await tx
    .select({ id: taskEvidence.id })
    .from(taskEvidence)
    .where(and(eq(taskEvidence.taskId, copyId), gt(taskEvidence.createdAt, at), isNull(taskEvidence.deletedAt)))
    .limit(1);
  const signed = await tx
    .select({ id: taskSignOffs.id })
    .from(taskSignOffs)
    .where(and(eq(taskSignOffs.taskId, copyId), gt(taskSignOffs.at, at)))
    .limit(1);
  return given.length + signed.length > 0;
}

/** What the timeline says of a change that was taken over. */
function rememberedOf({ kind, title, fields }: PackageChange) {
  if (kind !== "sessions-changed") return { kind: "programmes.package-change-taken", data: { title } };
  const { from, to } = fields[0]!;
  // What messages select by knows no hyphen.
  const data = { kind: title.replaceAll("-", "_"), from: Number(from), to: Number(to) };
  return { kind: "programmes.package-sessions-taken", data };
}

/** A copy before and after a decision; `before` is null where it came with the decision and goes with it. */
interface Decided {
  before: Record<string, unknown> | null;
  after: { id: string } & Record<string, unknown>;
}

/** Writes a decision down, so that it can be taken back. */
async function keep(
  { tx, now, actor, record }: CommandContext,
  programme: Programme,
  change: PackageChange,
  { before, after }: Decided,
  taken: boolean,
): Promise<string> {
  const copyKind: CopyKind =
    change.kind === "phase-changed" ? "phase" : change.kind === "sessions-changed" ? "entitlement" : "task";
  const [row] = await tx
    .insert(packageDecisions)
    .values({
      ...{ programmeId: programme.id, sourceId: change.sourceId, copyKind, copyId: after.id, taken, at: now },
      ...{ before: before && snapshotOf(copyKind, before), after: snapshotOf(copyKind, after) },
      byPersonId: personIdOf(actor),
    })
    .returning();
  record("package-decision", null, row!);
  return row!.id;
}

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
): Promise<Decided> {
  const [copy] = await tx.select().from(programmeTasks).where(eq(programmeTasks.id, copyId!)).for("update");
  const [after] = await tx
    .update(programmeTasks)
    .set({ ...changes, packageVersion: sourceVersion, version: copy!.version + 1, updatedAt: now })
    .where(eq(programmeTasks.id, copy!.id))
    .returning();
  record("task", copy!, after!);
  return { before: copy!, after: after! };
}

async function addFrom(
  { tx, record }: CommandContext,
  programme: Programme,
  { sourceId, phasePosition, due }: PackageChange,
  deletedAt: Date | null,
): Promise<Decided> {
  const [source] = await tx.select().from(packageTasks).where(eq(packageTasks.id, sourceId));
  const { title, details, owner, dueInDays, mandatory, evidence, plannedHours, signOff, position, version } = source!;
  const [row] = await tx
    .insert(programmeTasks)
    .values({
      ...{ programmeId: programme.id, phasePosition: phasePosition! },
      ...{ title, details, owner, dueInDays, mandatory, evidence },
      ...{ plannedHours, signOff, position, packageTaskId: sourceId, packageVersion: version, deletedAt },
      dueOn: deletedAt ? null : (due?.to ?? null),
    })
    .returning();
  record("task", null, row!);
  return { before: null, after: row! };
}

async function changePhase(
  { tx, now, record }: CommandContext,
  { copyId, fields, sourceVersion }: PackageChange,
  taken: boolean,
): Promise<Decided> {
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
  return { before: copy!, after: after! };
}

/** A kind of which the programme has no row gets one, also when it is left: with no session, it remembers what was looked at. */
async function changeSessions(
  { tx, now, record }: CommandContext,
  programme: Programme,
  { copyId, title: kind, fields, sourceVersion }: PackageChange,
  taken: boolean,
): Promise<Decided> {
  const { from, to } = fields[0]!;
  const changes = { sessions: Number(taken ? to : from), packageVersion: sourceVersion };
  if (!copyId) {
    const [row] = await tx
      .insert(programmeEntitlements)
      .values({ programmeId: programme.id, kind, ...changes })
      .returning();
    record("entitlement", null, row!);
    // No session of a kind is what no row of it says: taken back, the row stays and is offered anew.
    return { before: { ...row!, sessions: 0, packageVersion: null }, after: row! };
  }
  const [copy] = await tx
    .select()
    .from(programmeEntitlements)
    .where(eq(programmeEntitlements.id, copyId))
    .for("update");
  const [after] = await tx
    .update(programmeEntitlements)
    .set({ ...changes, version: copy!.version + 1, updatedAt: now })
    .where(eq(programmeEntitlements.id, copyId))
    .returning();
  record("entitlement", copy!, after!);
  return { before: copy!, after: after! };
}
