import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { people, roleAssignments, roles } from "@/db/schema/people";
import { emailKey, nameKey } from "@/lib/platform/keys";
import type { SearchDocument } from "@/lib/platform/module";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { indexRecord } from "@/lib/platform/search-index";

export type Person = typeof people.$inferSelect;
export type Role = typeof roles.$inferSelect;

/** A person of the organisation, locked until the transaction ends. */
export async function lockPerson(tx: Transaction, personId: string): Promise<Person> {
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.deletedAt)))
    .for("update");
  if (!person) throw notFound("this person");
  return person;
}

/** Changes a person and writes down what changed. */
export async function updatePerson(
  { tx, now, record }: CommandContext,
  before: Person,
  change: Partial<typeof people.$inferInsert>,
): Promise<Person> {
  const [after] = await tx
    .update(people)
    .set({ ...change, version: before.version + 1, updatedAt: now })
    .where(eq(people.id, before.id))
    .returning();
  if (!after) throw notFound("this person");
  record("person", before, after);
  await indexPerson(tx, after);
  return after;
}

/** Makes a person: only known so far, without account and role. */
export async function insertPerson(
  { tx, record }: CommandContext,
  person: Omit<typeof people.$inferInsert, "nameKey" | "emailKey" | "status">,
): Promise<Person> {
  const [made] = await tx
    .insert(people)
    .values({
      ...person,
      nameKey: nameKey(person.name),
      emailKey: person.email ? emailKey(person.email) : null,
      status: "known",
    })
    .returning();
  if (!made) throw new Error("The person was not stored.");
  record("person", null, made);
  await indexPerson(tx, made);
  return made;
}

/** What search finds a person by: name, what they are called, headline, place, address. */
export const searchDocumentOf = (person: Person): SearchDocument => ({
  entityId: person.id,
  title: person.name,
  body: [person.calledName, person.headline, person.location, person.email].filter(Boolean).join(" "),
});

const indexPerson = (tx: Transaction, person: Person): Promise<void> =>
  indexRecord(tx, { entity: "person", ...searchDocumentOf(person) });

/** The roles of these keys; refused when one does not exist. */
export async function rolesByKey(tx: Transaction, keys: readonly string[]): Promise<Role[]> {
  const found = await tx
    .select()
    .from(roles)
    .where(and(inArray(roles.key, [...keys]), isNull(roles.deletedAt)));
  if (found.length !== keys.length)
    throw new Refusal("invalid", "One of these roles does not exist here any more. Please choose again.", "roleKeys");
  return found;
}

/** The roles that a person holds. */
export async function heldRoles(tx: Transaction, personId: string): Promise<Role[]> {
  const rows = await tx
    .select({ role: roles })
    .from(roleAssignments)
    .innerJoin(roles, eq(roles.id, roleAssignments.roleId))
    .where(and(eq(roleAssignments.personId, personId), isNull(roleAssignments.deletedAt), isNull(roles.deletedAt)));
  return rows.map(({ role }) => role);
}

/** Makes these and only these roles the person's; returns what was given and taken. */
export async function giveRoles(
  context: CommandContext,
  personId: string,
  wanted: readonly Role[],
): Promise<{ given: Role[]; taken: Role[] }> {
  const { tx, record } = context;
  const held = await heldRoles(tx, personId);
  const given = wanted.filter(({ id }) => !held.some((role) => role.id === id));
  const taken = held.filter(({ id }) => !wanted.some((role) => role.id === id));
  if (given.length > 0) {
    const rows = await tx
      .insert(roleAssignments)
      .values(given.map(({ id }) => ({ personId, roleId: id })))
      .returning();
    for (const row of rows) record("role-assignment", null, row);
  }
  if (taken.length > 0) {
    const rows = await tx
      .delete(roleAssignments)
      .where(
        and(
          eq(roleAssignments.personId, personId),
          inArray(
            roleAssignments.roleId,
            taken.map(({ id }) => id),
          ),
        ),
      )
      .returning();
    for (const row of rows) record("role-assignment", row, null);
  }
  return { given, taken };
}
