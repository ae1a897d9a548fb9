import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { people, roleAssignments, roles } from "@/db/schema/people";
import { governs } from "@/lib/people/governing";
import type { CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

/**
 * Who takes access away waits here for everybody else who does, so that two administrators who remove each other at the same
 * moment do not both succeed. Taken before anything is read.
 */
export async function lockAccess({ tx, organisation }: CommandContext): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('people.access'), hashtext(${organisation.id}))`);
}

/** Refuses a change after which nobody could manage people and roles. Called when the change is made, under the lock. */
export async function assertSomebodyGoverns({ tx }: CommandContext): Promise<void> {
  const rows = await tx
    .select({ personId: people.id, grants: roles.grants })
    .from(people)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, people.id))
    .innerJoin(roles, eq(roles.id, roleAssignments.roleId))
    .where(
      and(
        eq(people.status, "active"),
        isNotNull(people.userId),
        isNull(people.deletedAt),
        isNull(roles.deletedAt),
        isNull(roleAssignments.deletedAt),
      ),
    );
  const byPerson = new Map<string, Array<Record<string, string[]>>>();
  for (const { personId, grants } of rows) byPerson.set(personId, [...(byPerson.get(personId) ?? []), grants]);
  for (const held of byPerson.values()) if (governs(held)) return;
  throw new Refusal(
    "state",
    "This would leave nobody who can manage people and roles. Make somebody else an administrator first.",
  );
}
