import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { identityWithin } from "@/db/across";
import { memberships, users } from "@/db/schema/identity";
import { endSessions } from "@/lib/identity/sessions";
import { assertSomebodyGoverns, lockAccess } from "@/lib/people/administrators";
import { assertMayGive, revokeLinks } from "@/lib/people/commands/invitations";
import { giveRoles, heldRoles, lockPerson, rolesByKey, updatePerson, type Person } from "@/lib/people/load";
import { ChangeRolesInput, DeactivateInput } from "@/lib/people/schemas";
import { assertFreeSeat } from "@/lib/people/seats";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";

/**
 * Which roles a person holds. What decides over other people's access is given and taken only by who holds it too, and the
 * last one who can manage people and roles keeps that.
 */
export const changeRoles = command({
  name: "people.changeRoles",
  permission: "people:write",
  input: ChangeRolesInput,
  example: ({ otherConsultantId }) => ({
    personId: otherConsultantId,
    roleKeys: ["consultant", "mentor"],
    expectedVersion: 1,
  }),
  async run(context, { personId, roleKeys, expectedVersion }): Promise<{ personId: string }> {
    await lockAccess(context);
    const person = await lockPerson(context.tx, personId);
    assertVersion(person, expectedVersion, "this person");
    if (person.status === "known" || person.status === "deactivated")
      throw new Refusal("state", "Only somebody who is invited or can sign in holds roles. Invite the person first.");
    const wanted = await rolesByKey(context.tx, roleKeys);
    const { given, taken } = await giveRoles(context, personId, wanted);
    assertMayGive(context, [...given, ...taken]);
    await assertSomebodyGoverns(context);
    // The roles belong to the person: who edits them meanwhile is told.
    await updatePerson(context, person, {});
    return { personId };
  },
});

/**
 * Ends the access of a person at once: nothing of this organisation opens any more, and where it was their only one they are
 * signed out everywhere. Roles and records stay, so that it can be taken back. What they looked after is handed over before.
 */
export const deactivate = command({
  name: "people.deactivate",
  permission: "people:write",
  input: DeactivateInput,
  example: ({ otherConsultantId }) => ({ personId: otherConsultantId, expectedVersion: 1 }),
  undo: ({ personId, expectedVersion }) => ({
    operation: "people.reactivate",
    input: { personId, expectedVersion: expectedVersion + 1 },
  }),
  async run(context, { personId, expectedVersion }): Promise<{ personId: string }> {
    await lockAccess(context);
    const person = await lockPerson(context.tx, personId);
    assertVersion(person, expectedVersion, "this person");
    if (person.id === personIdOf(context.actor))
      throw new Refusal("state", "You cannot deactivate yourself. Another administrator can.");
    if (person.status !== "active") throw new Refusal("state", "Only somebody who can sign in can be deactivated.");
    assertMayGive(context, await heldRoles(context.tx, personId));
    await updatePerson(context, person, { status: "deactivated", deactivatedAt: context.now });
    await assertSomebodyGoverns(context);
    await endMembership(context, person);
    await revokeLinks(context, personId);
    context.emit("people.deactivated", { personId });
    return { personId };
  },
});

/** Gives a deactivated person their access back, with the roles they held. Takes a seat. */
export const reactivate = command({
  name: "people.reactivate",
  permission: "people:write",
  input: DeactivateInput,
  example: ({ deactivatedPersonId }) => ({ personId: deactivatedPersonId, expectedVersion: 1 }),
  undo: ({ personId, expectedVersion }) => ({
    operation: "people.deactivate",
    input: { personId, expectedVersion: expectedVersion + 1 },
  }),
  async run(context, { personId, expectedVersion }): Promise<{ personId: string }> {
    await lockAccess(context);
    const { tx, record } = context;
    const person = await lockPerson(tx, personId);
    assertVersion(person, expectedVersion, "this person");
    if (person.status !== "deactivated") throw new Refusal("state", "Only a deactivated person can be reactivated.");
    assertMayGive(context, await heldRoles(tx, personId));
    await assertFreeSeat(context);
    await updatePerson(context, person, { status: "active", deactivatedAt: null });
    const [before] = await tx.select().from(memberships).where(eq(memberships.personId, personId)).for("update");
    if (before) {
      const [after] = await tx
        .update(memberships)
        .set({ endedAt: null })
        .where(eq(memberships.id, before.id))
        .returning();
      record("membership", before, after ?? null);
    }
    return { personId };
  },
});

async function endMembership(context: CommandContext, { id, userId }: Person): Promise<void> {
  const { tx, now, record } = context;
  const [before] = await tx.select().from(memberships).where(eq(memberships.personId, id)).for("update");
  if (before) {
    const [after] = await tx.update(memberships).set({ endedAt: now }).where(eq(memberships.id, before.id)).returning();
    record("membership", before, after ?? null);
  }
  if (!userId) return;
  const ended = await identityWithin(tx, async () => {
    const elsewhere = await tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.userId, userId), isNull(memberships.endedAt)))
      .limit(1);
    const [account] = await tx.select({ operator: users.operator }).from(users).where(eq(users.id, userId));
    if (elsewhere.length > 0 || account?.operator) return [];
    return endSessions(tx, userId, "person deactivated", now);
  });
  for (const { before: was, after } of ended)
    record("session", { id: was.id, revokedAt: was.revokedAt }, { id: after.id, revokedAt: after.revokedAt });
}
