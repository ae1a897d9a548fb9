import "server-only";
import { and, eq, isNull, or } from "drizzle-orm";
import { programmeTargets, roleProfiles } from "@/db/schema/competencies";
import { assertKnown, competenciesOf, frameworkInUse } from "@/lib/competencies/load";
import { ChooseTargetInput, RoleId, SaveRoleInput, WriteTargetInput } from "@/lib/competencies/schemas";
import type { Requirements } from "@/lib/competencies/types";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { assertGoingOn, lockProgramme } from "@/lib/programmes/load";

const requirements = { strategy: { level: 4, importance: 3 }, finance: { level: 4, importance: 2 } };

/** Adds a role to the organisation's library, or changes one. Programmes that look at it see the change. */
export const saveRole = command({
  name: "competencies.saveRole",
  permission: "frameworks:write",
  input: SaveRoleInput,
  example: ({ roleProfileId }) => ({ id: roleProfileId, expectedVersion: 1, name: "Chief of staff", requirements }),
  async run(context, { id, expectedVersion, ...fields }): Promise<{ id: string }> {
    const { tx, now, record } = context;
    if (!id) {
      await assertCompetencies(context, fields.requirements);
      const [made] = await tx.insert(roleProfiles).values(fields).returning();
      record("role-profile", null, made!);
      return { id: made!.id };
    }
    const [row] = await tx.select().from(roleProfiles).where(eq(roleProfiles.id, id)).for("update");
    if (!row || row.deletedAt || row.programmeId) throw notFound("this role");
    assertVersion(row, expectedVersion ?? 0, "this role");
    await assertCompetencies(context, fields.requirements, row.requirements);
    const [after] = await tx
      .update(roleProfiles)
      .set({ ...fields, version: row.version + 1, updatedAt: now })
      .where(eq(roleProfiles.id, id))
      .returning();
    record("role-profile", row, after!);
    return { id };
  },
});

/** Offers a role no longer. Programmes that look at it keep it. */
export const archiveRole = command({
  name: "competencies.archiveRole",
  permission: "frameworks:write",
  input: RoleId,
  example: ({ roleProfileId }) => ({ id: roleProfileId }),
  undo: ({ id }) => ({ operation: "competencies.restoreRole", input: { id } }),
  run: (context, { id }) => setArchived(context, id, context.now),
});

export const restoreRole = command({
  name: "competencies.restoreRole",
  permission: "frameworks:write",
  input: RoleId,
  example: ({ roleProfileId }) => ({ id: roleProfileId }),
  undo: ({ id }) => ({ operation: "competencies.archiveRole", input: { id } }),
  run: (context, { id }) => setArchived(context, id, null),
});

/** Takes a role of the library as the one that the programme aims at. */
export const chooseTarget = command({
  name: "competencies.chooseTarget",
  permission: "competencies:write",
  input: ChooseTargetInput,
  example: ({ programmeId, roleProfileId }) => ({ programmeId, roleProfileId }),
  async run(context, { programmeId, roleProfileId }) {
    assertGoingOn(await lockProgramme(context, programmeId, "competencies:write"));
    const [role] = await context.tx
      .select({ id: roleProfiles.id })
      .from(roleProfiles)
      .where(
        and(
          eq(roleProfiles.id, roleProfileId),
          isNull(roleProfiles.deletedAt),
          isNull(roleProfiles.archivedAt),
          or(isNull(roleProfiles.programmeId), eq(roleProfiles.programmeId, programmeId)),
        ),
      );
    if (!role) throw new Refusal("invalid", "Choose one of the roles.", "roleProfileId");
    await aim(context, programmeId, roleProfileId);
    return { id: roleProfileId };
  },
});

/**
 * Writes what this programme's own target role asks for, from nothing or from a role of the library. Executive and consultant both
 * write it: who saves second sees both versions.
 */
export const writeTarget = command({
  name: "competencies.writeTarget",
  permission: "competencies:write",
  input: WriteTargetInput,
  example: ({ programmeId }) => ({ programmeId, name: "COO of a family firm", requirements }),
  async run(context, { programmeId, expectedVersion, ...fields }) {
    const { tx, now, record } = context;
    assertGoingOn(await lockProgramme(context, programmeId, "competencies:write"));
    const [own] = await tx.select().from(roleProfiles).where(eq(roleProfiles.programmeId, programmeId)).for("update");
    if (own) assertVersion(own, expectedVersion ?? 0, "this role");
    await assertCompetencies(context, fields.requirements, own?.requirements);
    const [after] = own
      ? await tx
          .update(roleProfiles)
          .set({ ...fields, version: own.version + 1, updatedAt: now })
          .where(eq(roleProfiles.id, own.id))
          .returning()
      : await tx
          .insert(roleProfiles)
          .values({ programmeId, ...fields })
          .returning();
    record("role-profile", own ?? null, after!);
    await aim(context, programmeId, after!.id);
    return { id: after!.id };
  },
});

/** Refuses competencies that the framework in use does not have; one that the role asked for already may stay. */
async function assertCompetencies(context: CommandContext, asked: Requirements, before: Requirements = {}) {
  const { id } = await frameworkInUse(context);
  const fresh = Object.fromEntries(Object.entries(asked).filter(([key]) => !(key in before)));
  assertKnown(await competenciesOf(context, id), fresh, "requirements");
}

async function aim({ tx, now, record }: CommandContext, programmeId: string, roleProfileId: string): Promise<void> {
  const [before] = await tx
    .select()
    .from(programmeTargets)
    .where(eq(programmeTargets.programmeId, programmeId))
    .for("update");
  const [after] = before
    ? await tx
        .update(programmeTargets)
        .set({ roleProfileId, version: before.version + 1, updatedAt: now })
        .where(eq(programmeTargets.id, before.id))
        .returning()
    : await tx.insert(programmeTargets).values({ programmeId, roleProfileId }).returning();
  record("programme-target", before ?? null, after!);
}

async function setArchived({ tx, now, record }: CommandContext, id: string, archivedAt: Date | null) {
  const [row] = await tx.select().from(roleProfiles).where(eq(roleProfiles.id, id)).for("update");
  if (!row || row.deletedAt || row.programmeId) throw notFound("this role");
  const [after] = await tx
    .update(roleProfiles)
    .set({ archivedAt, version: row.version + 1, updatedAt: now })
    .where(eq(roleProfiles.id, id))
    .returning();
  record("role-profile", row, after!);
  return { id };
}
