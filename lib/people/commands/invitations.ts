import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { identityWithin } from "@/db/across";
import { links } from "@/db/schema/identity";
import { people } from "@/db/schema/people";
import { issueLink } from "@/lib/identity/links";
import { beyond } from "@/lib/people/governing";
import {
  giveRoles,
  heldRoles,
  insertPerson,
  lockPerson,
  rolesByKey,
  updatePerson,
  type Person,
  type Role,
} from "@/lib/people/load";
import { InviteInput, InviteKnownInput, PersonId, ProgrammeLetter } from "@/lib/people/schemas";
import { assertFreeSeat } from "@/lib/people/seats";
import { may, personIdOf } from "@/lib/platform/actor";
import { emailKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

/**
 * Invites somebody by mail with the roles they will hold. Who is known here already (a contact) becomes invited; who can sign
 * in already is refused. The mail is written by a background function from the link's id, in `people.invited`.
 */
export const invite = command({
  name: "people.invite",
  permission: "people:invite",
  input: InviteInput,
  example: () => ({ name: "Ingrid Aas", email: "ingrid.aas@harbour.example", roleKeys: ["consultant"] }),
  async run(context, { roleKeys, email, letter, ...facts }): Promise<{ personId: string }> {
    const { tx } = context;
    const wanted = await rolesByKey(tx, roleKeys);
    const [known] = await tx
      .select()
      .from(people)
      .where(and(eq(people.emailKey, emailKey(email)), isNull(people.deletedAt)))
      .for("update");
    if (known) {
      assertNotHereYet(known);
      await makeInvited(context, known, wanted, letter);
      return { personId: known.id };
    }
    const made = await insertPerson(context, { ...facts, email });
    await makeInvited(context, made, wanted, letter);
    return { personId: made.id };
  },
});

/** Invites a person who is only known so far. */
export const inviteKnown = command({
  name: "people.inviteKnown",
  permission: "people:invite",
  input: InviteKnownInput,
  example: ({ contactId }) => ({ personId: contactId, roleKeys: ["mentor"] }),
  async run(context, { personId, roleKeys }): Promise<{ personId: string }> {
    const wanted = await rolesByKey(context.tx, roleKeys);
    const person = await lockPerson(context.tx, personId);
    assertNotHereYet(person);
    await makeInvited(context, person, wanted);
    return { personId };
  },
});

/** Sends a new invitation; links sent before stop working. */
export const resendInvitation = command({
  name: "people.resendInvitation",
  permission: "people:invite",
  input: PersonId,
  example: ({ invitedPersonId }) => ({ personId: invitedPersonId }),
  async run(context, { personId }): Promise<{ personId: string }> {
    const person = await lockPerson(context.tx, personId);
    if (person.status !== "invited")
      throw new Refusal("state", "Only somebody who is invited and has not come yet can be invited again.");
    assertMayGive(context, await heldRoles(context.tx, personId));
    await sendInvitation(context, person, await lastLetter(context, personId));
    return { personId };
  },
});

/** Takes an invitation back: its link stops working, the person stays known, without roles. */
export const revokeInvitation = command({
  name: "people.revokeInvitation",
  permission: "people:invite",
  input: PersonId,
  example: ({ invitedPersonId }) => ({ personId: invitedPersonId }),
  async run(context, { personId }): Promise<{ personId: string }> {
    const person = await lockPerson(context.tx, personId);
    if (person.status !== "invited") throw new Refusal("state", "There is no open invitation to take back.");
    await revokeLinks(context, personId);
    await giveRoles(context, personId, []);
    await updatePerson(context, person, { status: "known" });
    return { personId };
  },
});

function assertNotHereYet(person: Person): void {
  if (person.status === "active")
    throw new Refusal("conflict", "Somebody with this address is in your organisation already.", "email");
  if (person.status === "invited")
    throw new Refusal("conflict", "Somebody with this address is invited already. You can send it again.", "email");
  if (person.status === "deactivated")
    throw new Refusal("conflict", "Somebody with this address was deactivated. Reactivate them instead.", "email");
  if (!person.email) throw new Refusal("state", "This person has no e-mail address yet. Add one first.", "email");
}

type Letter = z.output<typeof ProgrammeLetter>;

async function makeInvited(
  context: CommandContext,
  person: Person,
  wanted: readonly Role[],
  letter?: Letter,
): Promise<void> {
  assertMayGive(context, wanted);
  await assertFreeSeat(context);
  await giveRoles(context, person.id, wanted);
  await updatePerson(context, person, { status: "invited" });
  await sendInvitation(context, person, letter);
}

/** Nobody gives a role that decides over other people's access further than they may themselves. */
export function assertMayGive({ actor }: CommandContext, given: readonly Role[]): void {
  for (const role of given)
    if (beyond(role.grants, (permission) => may(actor, permission)).length > 0)
      throw new Refusal("forbidden", `The role “${role.name}” may do more than you may give.`, "roleKeys");
}

async function sendInvitation(context: CommandContext, person: Person, letter?: Letter): Promise<void> {
  const { tx, now, organisation, emit, record } = context;
  if (!person.email) throw new Refusal("state", "This person has no e-mail address yet. Add one first.", "email");
  const { email } = person;
  await revokeLinks(context, person.id);
  const link = await identityWithin(tx, () =>
    issueLink(
      tx,
      {
        kind: "invitation",
        email,
        organisationId: organisation.id,
        personId: person.id,
        data: { name: person.name, ...(letter ? { letter } : {}) },
      },
      now,
    ),
  );
  await tx.update(people).set({ invitationEndsAt: link.expiresAt }).where(eq(people.id, person.id));
  record("invitation", null, { id: link.id, personId: person.id, expiresAt: link.expiresAt });
  emit("people.invited", { personId: person.id, linkId: link.id, inviterId: personIdOf(context.actor) });
}

/** What the last invitation said, so that sending it again says the same. */
async function lastLetter({ tx, organisation }: CommandContext, personId: string): Promise<Letter | undefined> {
  const [last] = await identityWithin(tx, () =>
    tx
      .select({ data: links.data })
      .from(links)
      .where(and(eq(links.organisationId, organisation.id), eq(links.personId, personId), eq(links.kind, "invitation")))
      .orderBy(desc(links.createdAt))
      .limit(1),
  );
  const letter = ProgrammeLetter.safeParse(last?.data.letter);
  return letter.success ? letter.data : undefined;
}

/** Makes the open invitation links of a person useless. */
export async function revokeLinks({ tx, now, organisation }: CommandContext, personId: string): Promise<void> {
  await identityWithin(tx, () =>
    tx
      .update(links)
      .set({ revokedAt: now })
      .where(
        and(
          eq(links.organisationId, organisation.id),
          eq(links.personId, personId),
          eq(links.kind, "invitation"),
          isNull(links.usedAt),
          isNull(links.revokedAt),
        ),
      ),
  );
}
