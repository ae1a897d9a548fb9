import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { memberships } from "@/db/schema/identity";
import { people } from "@/db/schema/people";
import type { Transaction } from "@/db/client";
import { insertPerson, lockPerson, updatePerson } from "@/lib/people/load";
import { AddPersonInput, RemovePersonInput, UpdatePersonInput } from "@/lib/people/schemas";
import { emailKey, nameKey } from "@/lib/platform/keys";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { unindexRecords } from "@/lib/platform/search-index";
import { assertVersion } from "@/lib/platform/two-editors";

/** A person whom the organisation knows: no account, no role. An address that somebody here has already is refused. */
export const addPerson = command({
  name: "people.add",
  permission: "people:write",
  input: AddPersonInput,
  example: ({ slug }) => ({
    name: "Marta Ilves",
    email: `marta.ilves@${slug}.example`,
    phone: null,
    headline: "Head of supply",
    location: "Tallinn",
  }),
  // As it was made: once somebody has changed the person, there is no way back.
  undo: (_input, { personId }: { personId: string; version: number }) => ({
    operation: "people.remove",
    input: { personId, expectedVersion: 1 },
  }),
  async run(context, { email, ...facts }): Promise<{ personId: string; version: number }> {
    await assertFreeAddress(context.tx, email ?? null);
    const made = await insertPerson(context, { ...facts, email: email ?? null });
    return { personId: made.id, version: made.version };
  },
});

/**
 * What the organisation knows of a person. The address of somebody who can sign in is theirs to change, on their profile; an
 * invitation that is open goes to the address it was sent to, so it is taken back first.
 */
export const editPerson = command({
  name: "people.update",
  permission: "people:write",
  input: UpdatePersonInput,
  example: ({ contactId, slug }) => ({
    personId: contactId,
    expectedVersion: 1,
    name: "Wanda Contact-Reyes",
    email: `wanda@${slug}.example`,
    phone: "+41 44 555 01 01",
    headline: "Head of supply",
    location: "Basel",
  }),
  async run(context, { personId, expectedVersion, email, ...facts }): Promise<{ personId: string; version: number }> {
    const before = await lockPerson(context.tx, personId);
    assertVersion(before, expectedVersion, "this person");
    const address = email === undefined ? before.email : email;
    const key = address ? emailKey(address) : null;
    if (key !== before.emailKey) {
      if (before.userId) throw new Refusal("state", "Who can sign in changes their address themselves.", "email");
      if (before.status === "invited")
        throw new Refusal("state", "The invitation went to this address. Take it back before you change it.", "email");
      await assertFreeAddress(context.tx, address);
    }
    const after = await updatePerson(context, before, {
      ...facts,
      nameKey: nameKey(facts.name),
      email: address,
      emailKey: key,
    });
    return { personId, version: after.version };
  },
});

async function assertFreeAddress(tx: Transaction, email: string | null): Promise<void> {
  if (!email) return;
  const known = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.emailKey, emailKey(email)), isNull(people.deletedAt)));
  if (known.length > 0) throw new Refusal("conflict", "Somebody with this address is here already.", "email");
}

/**
 * Takes a person off who is only known. Refused for somebody who was invited or can sign in (they are deactivated instead), and
 * when somebody changed them since. The address is free again.
 */
export const removePerson = command({
  name: "people.remove",
  permission: "people:write",
  input: RemovePersonInput,
  example: ({ contactId }) => ({ personId: contactId, expectedVersion: 1 }),
  async run({ tx, now, record }, { personId, expectedVersion }): Promise<{ personId: string }> {
    const before = await lockPerson(tx, personId);
    assertVersion(before, expectedVersion, "this person");
    const entered = await tx.select({ id: memberships.id }).from(memberships).where(eq(memberships.personId, personId));
    if (before.status !== "known" || before.userId || entered.length > 0)
      throw new Refusal("state", "This person was invited or can sign in. Deactivate them instead.");
    const [after] = await tx
      .update(people)
      .set({ deletedAt: now, emailKey: null, version: before.version + 1, updatedAt: now })
      .where(eq(people.id, personId))
      .returning();
    record("person", before, after!);
    await unindexRecords(tx, "person", [personId]);
    return { personId };
  },
});
