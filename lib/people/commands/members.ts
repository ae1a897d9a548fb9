import "server-only";
import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema/identity";
import { assertSomebodyGoverns, lockAccess } from "@/lib/people/administrators";
import { assertMayGive } from "@/lib/people/commands/invitations";
import {
  giveRoles,
  heldRoles,
  insertPerson,
  lockPerson,
  rolesByKey,
  updatePerson,
  type Person,
} from "@/lib/people/load";
import { AddMemberInput, ConnectAccountInput, GrantRoleInput } from "@/lib/people/schemas";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

/**
 * Lets an account in as a person of this organisation. Only the product itself does so, once the account's owner has
 * proved to be that person: nobody may attach another's account.
 */
export const connectAccount = command({
  name: "people.connectAccount",
  permission: "people:write",
  input: ConnectAccountInput,
  example: ({ contactId, strangerUserId }) => ({ personId: contactId, userId: strangerUserId }),
  async run(context, { personId, userId }): Promise<{ personId: string }> {
    assertProduct(context);
    const before = await lockPerson(context.tx, personId);
    if (before.userId && before.userId !== userId)
      throw new Refusal("state", "This invitation belongs to somebody who accepted it already.");
    await enter(context, before, userId);
    return { personId };
  },
});

/** A new person with an account and roles, at once: the first administrator, the people of the demo. */
export const addMember = command({
  name: "people.addMember",
  permission: "people:write",
  input: AddMemberInput,
  example: ({ strangerUserId }) => ({
    name: "Ingrid Aas",
    email: "ingrid.aas@harbour.example",
    userId: strangerUserId,
    roleKeys: ["consultant"],
  }),
  async run(context, { userId, roleKeys, ...facts }): Promise<{ personId: string }> {
    assertProduct(context);
    const wanted = await rolesByKey(context.tx, roleKeys);
    const made = await insertPerson(context, facts);
    await giveRoles(context, made.id, wanted);
    await enter(context, made, userId);
    return { personId: made.id };
  },
});

async function enter(context: CommandContext, person: Person, userId: string): Promise<void> {
  const { tx, now, organisation, record, emit } = context;
  const mine = and(eq(memberships.organisationId, organisation.id), eq(memberships.userId, userId));
  const [before] = await tx.select().from(memberships).where(mine).for("update");
  if (before && before.personId !== person.id)
    throw new Refusal("conflict", "This account belongs to somebody else in this organisation already.");
  const [after] = before
    ? await tx.update(memberships).set({ endedAt: null }).where(mine).returning()
    : await tx
        .insert(memberships)
        .values({ organisationId: organisation.id, userId, personId: person.id, createdAt: now })
        .returning();
  record("membership", before ?? null, after ?? null);
  await updatePerson(context, person, { userId, status: "active", deactivatedAt: null });
  emit("people.joined", { personId: person.id });
}

function assertProduct({ actor }: CommandContext): void {
  if (actor.kind !== "system")
    throw new Refusal("forbidden", "Accounts join by accepting an invitation. Please invite the person.");
}

/** Gives a person one more role; nothing changes when they hold it. */
export const grantRole = command({
  name: "people.grantRole",
  permission: "people:write",
  input: GrantRoleInput,
  example: ({ contactId }) => ({ personId: contactId, roleKey: "mentor" }),
  undo: ({ personId, roleKey }, { given }) =>
    given ? { operation: "people.withdrawRole", input: { personId, roleKey } } : null,
  async run(context, { personId, roleKey }): Promise<{ personId: string; given: boolean }> {
    const person = await lockPerson(context.tx, personId);
    const [role] = await rolesByKey(context.tx, [roleKey]);
    assertMayGive(context, [role!]);
    const held = await heldRoles(context.tx, personId);
    const given = !held.some(({ id }) => id === role!.id);
    if (given) await giveRoles(context, person.id, [...held, role!]);
    return { personId, given };
  },
});

/** Takes one role from a person who holds others too. The last one who can manage people and roles keeps that. */
export const withdrawRole = command({
  name: "people.withdrawRole",
  permission: "people:write",
  input: GrantRoleInput,
  example: ({ invitedPersonId }) => ({ personId: invitedPersonId, roleKey: "mentor" }),
  undo: ({ personId, roleKey }) => ({ operation: "people.grantRole", input: { personId, roleKey } }),
  async run(context, { personId, roleKey }): Promise<{ personId: string }> {
    await lockAccess(context);
    const person = await lockPerson(context.tx, personId);
    const held = await heldRoles(context.tx, personId);
    const role = held.find(({ key }) => key === roleKey);
    if (!role) throw new Refusal("state", "This person does not hold the role any more.");
    assertMayGive(context, [role]);
    await giveRoles(
      context,
      person.id,
      held.filter(({ id }) => id !== role.id),
    );
    await assertSomebodyGoverns(context);
    return { personId };
  },
});
