import "server-only";
import { and, asc, count, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { people, roleAssignments, roles } from "@/db/schema/people";
import { builtInRoles } from "@/lib/people/built-in-roles";
import { beyond } from "@/lib/people/governing";
import { may } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";

export interface RoleRow {
  id: string;
  key: string;
  name: string;
  description: string;
  builtIn: boolean;
  version: number;
  grants: Record<string, string[]>;
  /** How many people hold it who are invited or can sign in. */
  holders: number;
}

/** All roles of the organisation with their permissions: the matrix. */
export const allRoles = query({
  name: "roles.all",
  permission: "roles:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx }): Promise<RoleRow[]> {
    const found = await tx
      .select({
        id: roles.id,
        key: roles.key,
        name: roles.name,
        description: roles.description,
        builtIn: roles.builtIn,
        version: roles.version,
        grants: roles.grants,
        holders: count(people.id),
      })
      .from(roles)
      .leftJoin(roleAssignments, and(eq(roleAssignments.roleId, roles.id), isNull(roleAssignments.deletedAt)))
      .leftJoin(people, and(eq(people.id, roleAssignments.personId), isNull(people.deletedAt)))
      .where(isNull(roles.deletedAt))
      .groupBy(roles.id)
      .orderBy(asc(roles.name), asc(roles.id));
    return found.sort(inOrder);
  },
});

/** One role. */
export const oneRole = query({
  name: "roles.get",
  permission: "roles:read",
  input: z.strictObject({ roleId: z.uuid() }),
  example: ({ customRoleId }) => ({ roleId: customRoleId }),
  async run(context, { roleId }): Promise<RoleRow> {
    const role = (await context.ask(allRoles, {})).find(({ id }) => id === roleId);
    if (!role) throw notFound("this role");
    return role;
  },
});

/** The roles that the actor may give to somebody, by name. */
export const givableRoles = query({
  name: "roles.givable",
  permission: "people:invite",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }): Promise<Array<{ key: string; name: string; description: string }>> {
    const all = await tx
      .select()
      .from(roles)
      .where(isNull(roles.deletedAt))
      .orderBy(asc(roles.createdAt), asc(roles.id));
    return all
      .filter(({ grants }) => beyond(grants, (permission) => may(actor, permission)).length === 0)
      .map(({ key, name, description }) => ({ key, name, description }));
  },
});

/** Own roles first, by name; then the built-in ones in the order of their table. */
const inOrder = (a: { key: string; builtIn: boolean }, b: { key: string; builtIn: boolean }): number =>
  Number(a.builtIn) - Number(b.builtIn) || (a.builtIn ? placeOf(a.key) - placeOf(b.key) : 0);

const placeOf = (key: string): number => builtInRoles.findIndex((role) => role.key === key);
