import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { memberships } from "@/db/schema/identity";
import { people } from "@/db/schema/people";
import { lockPerson } from "@/lib/people/load";
import { AddPersonInput, RemovePersonInput } from "@/lib/people/schemas";
import { emailKey, nameKey } from "@/lib/platform/keys";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
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
  undo: (_input, { personId }) => ({ operation: "people.remove", input: { personId, expectedVersion: 1 } }),
  async run({ tx, record }, { email, ...facts }): Promise<{ personId: string; version: number }> {
    const key = email ? emailKey(email) : null;
    if (key) {
      const known = await tx
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.emailKey, key), isNull(people.deletedAt)));
      if (known.length > 0) throw new Refusal("conflict", "Somebody with this address is here already.", "email");
    }
    const [made] = await tx
      .insert(people)
      .values({ ...facts, email: email ?? null, emailKey: key, nameKey: nameKey(facts.name), status: "known" })
      .returning();
    record("person", null, made!);
    return { personId: made!.id, version: made!.version };
  },
});

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
    return { personId };
  },
});
