import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { packageEntitlements, packagePhases, packages, packageTasks } from "@/db/schema/packages";
import { defaultPackages, defaultPhases, usualSessions } from "@/lib/packages/default-package";
import {
  AddPackageTaskInput,
  CreatePackageInput,
  EditPackageInput,
  EditPackageTaskInput,
  EditPhaseInput,
  EntitlementsInput,
  PackageId,
} from "@/lib/packages/schemas";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";

/** A new package, with the usual eight phases and their tasks to begin with. */
export const createPackage = command({
  name: "packages.create",
  permission: "packages:write",
  input: CreatePackageInput,
  example: () => ({ name: "Board, 9 months", description: "", months: 9, endsBy: "time" as const }),
  undo: (_input, { id }) => ({ operation: "packages.archive", input: { id } }),
  async run({ tx, record }, input) {
    const [made] = await tx
      .insert(packages)
      .values({ ...input, nameKey: nameKey(input.name) })
      .returning();
    record("package", null, made!);
    for (const [index, phase] of defaultPhases.entries()) {
      const { key, name, usualDays } = phase;
      const [row] = await tx
        .insert(packagePhases)
        .values({ packageId: made!.id, key, name, usualDays, position: index + 1 })
        .returning();
      record("package-phase", null, row!);
      const tasks = await tx
        .insert(packageTasks)
        .values(phase.tasks.map((task, place) => ({ phaseId: row!.id, position: place + 1, ...task })))
        .returning();
      for (const task of tasks) record("package-task", null, task);
    }
    for (const [kind, sessions] of Object.entries(usualSessions(made!.months))) {
      const [row] = await tx.insert(packageEntitlements).values({ packageId: made!.id, kind, sessions }).returning();
      record("package-entitlement", null, row!);
    }
    return { id: made!.id };
  },
});

/**
 * The packages with which an organisation starts, made where there never was one; a firm that put its packages away wants
 * none back. Returns all that there are, the oldest first.
 */
export const beginPackages = command({
  name: "packages.begin",
  permission: "packages:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, call }): Promise<{ packageIds: string[] }> {
    // Two who switch the module on at the same moment wait for one another.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtext('packages.begin'), hashtext(current_organisation()::text))`,
    );
    const ids = () => tx.select({ id: packages.id }).from(packages).orderBy(asc(packages.id));
    if ((await ids()).length === 0) for (const offered of defaultPackages) await call(createPackage, offered);
    return { packageIds: (await ids()).map(({ id }) => id) };
  },
});

/** Name, length and end of a package. Programmes that run already keep theirs. */
export const editPackage = command({
  name: "packages.edit",
  permission: "packages:write",
  input: EditPackageInput,
  example: ({ packageId }) => ({
    id: packageId,
    expectedVersion: 1,
    name: "Executive, half a year",
    description: "",
    months: 6,
    endsBy: "landing" as const,
  }),
  async run({ tx, now, record }, { id, expectedVersion, ...fields }) {
    const [row] = await tx.select().from(packages).where(eq(packages.id, id)).for("update");
    if (!row || row.deletedAt) throw notFound("this package");
    assertVersion(row, expectedVersion, "this package");
    const [after] = await tx
      .update(packages)
      .set({ ...fields, nameKey: nameKey(fields.name), version: row.version + 1, updatedAt: now })
      .where(eq(packages.id, id))
      .returning();
    record("package", row, after!);
    return { id };
  },
});

/** No new programme begins with it; those that run go on. */
export const archivePackage = command({
  name: "packages.archive",
  permission: "packages:write",
  input: PackageId,
  example: ({ packageId }) => ({ id: packageId }),
  undo: ({ id }) => ({ operation: "packages.restore", input: { id } }),
  run: (context, { id }) => setArchived(context, id, context.now),
});

export const restorePackage = command({
  name: "packages.restore",
  permission: "packages:write",
  input: PackageId,
  example: ({ packageId }) => ({ id: packageId }),
  undo: ({ id }) => ({ operation: "packages.archive", input: { id } }),
  run: (context, { id }) => setArchived(context, id, null),
});

export const editPhase = command({
  name: "packages.editPhase",
  permission: "packages:write",
  input: EditPhaseInput,
  example: ({ packagePhaseId }) => ({ id: packagePhaseId, expectedVersion: 1, name: "First weeks", usualDays: 12 }),
  async run({ tx, now, record }, { id, expectedVersion, ...fields }) {
    const [row] = await tx.select().from(packagePhases).where(eq(packagePhases.id, id)).for("update");
    if (!row || row.deletedAt) throw notFound("this phase");
    assertVersion(row, expectedVersion, "this phase");
    const [after] = await tx
      .update(packagePhases)
      .set({ ...fields, version: row.version + 1, updatedAt: now })
      .where(eq(packagePhases.id, id))
      .returning();
    record("package-phase", row, after!);
    return { id };
  },
});

/** How many sessions of each kind come with a package. Programmes that run keep theirs until they take the change over. */
export const setEntitlements = command({
  name: "packages.setEntitlements",
  permission: "packages:write",
  input: EntitlementsInput,
  example: ({ packageId }) => ({
    packageId,
    expectedVersion: 1,
    sessions: { ...usualSessions(6), workshop: 0 },
  }),
  async run(context, { packageId, expectedVersion, sessions }) {
    const { tx, now, record } = context;
    const [row] = await tx.select().from(packages).where(eq(packages.id, packageId)).for("update");
    if (!row || row.deletedAt) throw notFound("this package");
    assertVersion(row, expectedVersion, "this package");
    const stored = await tx.select().from(packageEntitlements).where(eq(packageEntitlements.packageId, packageId));
    for (const [kind, count] of Object.entries(sessions)) {
      const before = stored.find((entitlement) => entitlement.kind === kind);
      if (!before && count === 0) continue;
      if (!before) {
        const [made] = await tx.insert(packageEntitlements).values({ packageId, kind, sessions: count }).returning();
        record("package-entitlement", null, made!);
        continue;
      }
      // A kind that is taken out keeps its row, and with it the way back.
      const change = { deletedAt: count === 0 ? now : null, sessions: count || before.sessions };
      if (change.sessions === before.sessions && Boolean(before.deletedAt) === (count === 0)) continue;
      const [after] = await tx
        .update(packageEntitlements)
        .set({ ...change, version: before.version + 1, updatedAt: now })
        .where(eq(packageEntitlements.id, before.id))
        .returning();
      record("package-entitlement", before, after!);
    }
    const [after] = await tx
      .update(packages)
      .set({ version: row.version + 1, updatedAt: now })
      .where(eq(packages.id, packageId))
      .returning();
    record("package", row, after!);
    return { id: packageId };
  },
});

export const addPackageTask = command({
  name: "packages.addTask",
  permission: "packages:write",
  input: AddPackageTaskInput,
  example: ({ packagePhaseId }) => ({
    phaseId: packagePhaseId,
    title: "Agree on the next step",
    owner: "consultant" as const,
    dueInDays: 3,
    mandatory: true,
    evidence: "none" as const,
  }),
  undo: (_input, { id }) => ({ operation: "packages.removeTask", input: { id } }),
  async run({ tx, record }, { phaseId, ...fields }) {
    const [phase] = await tx.select().from(packagePhases).where(eq(packagePhases.id, phaseId));
    if (!phase || phase.deletedAt) throw notFound("this phase");
    const [last] = await tx
      .select({ position: packageTasks.position })
      .from(packageTasks)
      .where(and(eq(packageTasks.phaseId, phaseId), isNull(packageTasks.deletedAt)))
      .orderBy(desc(packageTasks.position))
      .limit(1);
    const [row] = await tx
      .insert(packageTasks)
      .values({ phaseId, position: (last?.position ?? 0) + 1, ...fields })
      .returning();
    record("package-task", null, row!);
    return { id: row!.id };
  },
});

export const editPackageTask = command({
  name: "packages.editTask",
  permission: "packages:write",
  input: EditPackageTaskInput,
  example: ({ packageTaskId }) => ({
    id: packageTaskId,
    expectedVersion: 1,
    title: "Work through the intake",
    owner: "executive" as const,
    dueInDays: 5,
    mandatory: false,
    evidence: "text" as const,
  }),
  async run({ tx, now, record }, { id, expectedVersion, ...fields }) {
    const [row] = await tx.select().from(packageTasks).where(eq(packageTasks.id, id)).for("update");
    if (!row || row.deletedAt) throw notFound("this task");
    assertVersion(row, expectedVersion, "this task");
    const [after] = await tx
      .update(packageTasks)
      .set({ ...fields, version: row.version + 1, updatedAt: now })
      .where(eq(packageTasks.id, id))
      .returning();
    record("package-task", row, after!);
    return { id };
  },
});

export const removePackageTask = command({
  name: "packages.removeTask",
  permission: "packages:write",
  input: PackageId,
  example: ({ packageTaskId }) => ({ id: packageTaskId }),
  async run({ tx, now, record }, { id }) {
    const [row] = await tx.select().from(packageTasks).where(eq(packageTasks.id, id)).for("update");
    if (!row || row.deletedAt) throw notFound("this task");
    await tx
      .update(packageTasks)
      .set({ deletedAt: now, version: row.version + 1 })
      .where(eq(packageTasks.id, id));
    record("package-task", row, { ...row, deletedAt: now });
    return { id };
  },
});

async function setArchived({ tx, record }: CommandContext, id: string, archivedAt: Date | null) {
  const [row] = await tx.select().from(packages).where(eq(packages.id, id)).for("update");
  if (!row || row.deletedAt) throw notFound("this package");
  await tx
    .update(packages)
    .set({ archivedAt, version: row.version + 1 })
    .where(eq(packages.id, id));
  record("package", row, { ...row, archivedAt });
  return { id };
}
