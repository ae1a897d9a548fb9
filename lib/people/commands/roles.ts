import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import { roleAssignments, roles } from "@/db/schema/people";
import { assertSomebodyGoverns, lockAccess } from "@/lib/people/administrators";
import { assertMayGive } from "@/lib/people/commands/invitations";
import type { Role } from "@/lib/people/load";
import { CopyRoleInput, RoleIdInput, UpdateRoleInput } from "@/lib/people/schemas";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";

/** An own role, made as a copy of another: what an organisation wants otherwise, it copies and edits. */
export const copyRole = command({
  name: "roles.copy",
  permission: "roles:write",
  input: CopyRoleInput,
  example: ({ customRoleId }) => ({ roleId: customRoleId, name: "Caseworker on trial" }),
  async run(context, { roleId, name }): Promise<{ roleId: string }> {
    const { tx, record } = context;
    const source = await lockRole(context, roleId);
    assertMayGive(context, [source]);
    const key = await freeKey(context, name);
    const [made] = await tx
      .insert(roles)
      .values({ key, name, description: source.description, grants: source.grants, builtIn: false })
      .returning();
    if (!made) throw new Error("The role was not stored.");
    record("role", null, made);
    return { roleId: made.id };
  },
});

/** Name, description and permissions of an own role. Who holds it may do so from their next click on. */
export const updateRole = command({
  name: "roles.update",
  permission: "roles:write",
  input: UpdateRoleInput,
  example: ({ customRoleId }) => ({
    roleId: customRoleId,
    name: "Caseworker",
    description: "Sees the programmes of the team.",
    grants: { "programmes:read": ["team"], "people:read": ["own"] },
    expectedVersion: 1,
  }),
  async run(context, { roleId, name, description, grants, expectedVersion }): Promise<{ roleId: string }> {
    await lockAccess(context);
    const { tx, now, record } = context;
    const before = await lockRole(context, roleId);
    assertOwn(before);
    assertVersion(before, expectedVersion, "this role");
    const kept = Object.fromEntries(Object.entries(grants).filter(([, scopes]) => scopes.length > 0));
    const [after] = await tx
      .update(roles)
      .set({ name, description, grants: kept, version: before.version + 1, updatedAt: now })
      .where(eq(roles.id, roleId))
      .returning();
    if (!after) throw notFound("this role");
    assertMayGive(context, [after]);
    record("role", before, after);
    await assertSomebodyGoverns(context);
    return { roleId };
  },
});

/** Removes an own role that nobody holds. */
export const removeRole = command({
  name: "roles.remove",
  permission: "roles:write",
  input: RoleIdInput,
  example: ({ customRoleId }) => ({ roleId: customRoleId, expectedVersion: 1 }),
  async run(context, { roleId, expectedVersion }): Promise<{ roleId: string }> {
    await lockAccess(context);
    const { tx, now, record } = context;
    const before = await lockRole(context, roleId);
    assertOwn(before);
    assertVersion(before, expectedVersion, "this role");
    const [held] = await tx
      .select({ people: count() })
      .from(roleAssignments)
      .where(and(eq(roleAssignments.roleId, roleId), isNull(roleAssignments.deletedAt)));
    if (held && held.people > 0)
      throw new Refusal("state", `${held.people === 1 ? "One person holds" : `${held.people} people hold`} this role.`);
    const [after] = await tx
      .update(roles)
      .set({ deletedAt: now, key: `${before.key}-${before.id}`, version: before.version + 1, updatedAt: now })
      .where(eq(roles.id, roleId))
      .returning();
    record("role", before, after ?? null);
    return { roleId };
  },
});

async function lockRole({ tx }: CommandContext, roleId: string): Promise<Role> {
  const [role] = await tx
    .select()
    .from(roles)
    .where(and(eq(roles.id, roleId), isNull(roles.deletedAt)))
    .for("update");
  if (!role) throw notFound("this role");
  return role;
}

function assertOwn(role: Role): void {
  if (role.builtIn) throw new Refusal("state", "Built-in roles stay as they are. Copy this one and edit the copy.");
}

async function freeKey({ tx }: CommandContext, name: string): Promise<string> {
  const wanted =
    nameKey(name)
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "") || "role";
  const taken = new Set((await tx.select({ key: roles.key }).from(roles)).map(({ key }) => key));
  if (!taken.has(wanted)) return wanted;
  for (let next = 2; ; next += 1) if (!taken.has(`${wanted}_${next}`)) return `${wanted}_${next}`;
}
