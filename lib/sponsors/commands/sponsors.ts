import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { sponsorContacts, sponsors } from "@/db/schema/sponsors";
import { lockPerson } from "@/lib/people/load";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { indexRecord } from "@/lib/platform/search-index";
import { assertVersion } from "@/lib/platform/two-editors";
import { canBeContact } from "@/lib/sponsors/can-be-contact";
import { lockSponsor, type Sponsor } from "@/lib/sponsors/load";
import { CreateSponsorInput, EditSponsorInput, RecordId, SponsorContactInput } from "@/lib/sponsors/schemas";

/** A company that pays for programmes. A name that is here already is refused. */
export const createSponsor = command({
  name: "sponsors.create",
  permission: "sponsors:write",
  input: CreateSponsorInput,
  example: () => ({ name: "Harbourline Freight", industry: "Logistics", place: "Rotterdam" }),
  undo: (_input, { id }: { id: string }) => ({ operation: "sponsors.archive", input: { id } }),
  async run(context, input): Promise<{ id: string }> {
    await assertFreeName(context, input.name, null);
    const [made] = await context.tx
      .insert(sponsors)
      .values({ ...input, nameKey: nameKey(input.name) })
      .returning();
    context.record("sponsor", null, made!);
    context.remember({ entity: "sponsor", entityId: made!.id, kind: "sponsors.created" });
    await indexSponsor(context, made!);
    return { id: made!.id };
  },
});

/** Name, industry and place. The name changes in every programme that is linked to the sponsor. */
export const editSponsor = command({
  name: "sponsors.edit",
  permission: "sponsors:write",
  input: EditSponsorInput,
  example: ({ sponsorId }) => ({
    ...{ id: sponsorId, expectedVersion: 1, name: "Corvane Packaging Group" },
    ...{ industry: "Packaging", place: "Ghent" },
  }),
  async run(context, { id, expectedVersion, ...fields }) {
    const before = await lockSponsor(context.tx, id);
    assertVersion(before, expectedVersion, "this sponsor");
    await assertFreeName(context, fields.name, id);
    const after = await update(context, before, { ...fields, nameKey: nameKey(fields.name) });
    await indexSponsor(context, after);
    return { id };
  },
});

/** No new contract is made with it; what runs goes on. */
export const archiveSponsor = command({
  name: "sponsors.archive",
  permission: "sponsors:write",
  input: RecordId,
  example: ({ sponsorId }) => ({ id: sponsorId }),
  undo: ({ id }) => ({ operation: "sponsors.restore", input: { id } }),
  async run(context, { id }) {
    await update(context, await lockSponsor(context.tx, id), { archivedAt: context.now });
    return { id };
  },
});

export const restoreSponsor = command({
  name: "sponsors.restore",
  permission: "sponsors:write",
  input: RecordId,
  example: ({ sponsorId }) => ({ id: sponsorId }),
  undo: ({ id }) => ({ operation: "sponsors.archive", input: { id } }),
  async run(context, { id }) {
    await update(context, await lockSponsor(context.tx, id), { archivedAt: null });
    return { id };
  },
});

/** Makes a person the company's contact. With the role "sponsor" they see the figures of its programmes from the next page on. */
export const addSponsorContact = command({
  name: "sponsors.addContact",
  permission: "sponsors:write",
  input: SponsorContactInput,
  example: ({ sponsorId, contactId }) => ({ sponsorId, personId: contactId }),
  undo: ({ sponsorId, personId }) => ({ operation: "sponsors.removeContact", input: { sponsorId, personId } }),
  async run({ tx, record }, { sponsorId, personId }) {
    await lockSponsor(tx, sponsorId);
    await lockPerson(tx, personId);
    const [fits] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), canBeContact));
    if (!fits)
      throw new Refusal(
        "invalid",
        "Choose somebody of the company: not a colleague, and not an executive.",
        "personId",
      );
    const [known] = await tx.select().from(sponsorContacts).where(contactOf(sponsorId, personId));
    if (known) throw new Refusal("conflict", "This person is a contact of the company already.", "personId");
    const [made] = await tx.insert(sponsorContacts).values({ sponsorId, personId }).returning();
    record("sponsor-contact", null, made!);
    return { id: made!.id };
  },
});

/** The person is no contact any more, and sees nothing of the company from the next page on. */
export const removeSponsorContact = command({
  name: "sponsors.removeContact",
  permission: "sponsors:write",
  input: SponsorContactInput,
  example: ({ sponsorId, sponsorPersonId }) => ({ sponsorId, personId: sponsorPersonId }),
  undo: ({ sponsorId, personId }) => ({ operation: "sponsors.addContact", input: { sponsorId, personId } }),
  async run({ tx, record }, { sponsorId, personId }) {
    const [gone] = await tx.delete(sponsorContacts).where(contactOf(sponsorId, personId)).returning();
    if (!gone) throw notFound("this contact");
    record("sponsor-contact", gone, null);
    return { id: sponsorId };
  },
});

const contactOf = (sponsorId: string, personId: string) =>
  and(eq(sponsorContacts.sponsorId, sponsorId), eq(sponsorContacts.personId, personId));

async function update(
  { tx, now, record }: CommandContext,
  before: Sponsor,
  changes: Partial<typeof sponsors.$inferInsert>,
): Promise<Sponsor> {
  const [after] = await tx
    .update(sponsors)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(sponsors.id, before.id))
    .returning();
  record("sponsor", before, after!);
  return after!;
}

async function assertFreeName({ tx }: CommandContext, name: string, own: string | null): Promise<void> {
  const [taken] = await tx
    .select({ id: sponsors.id })
    .from(sponsors)
    .where(
      and(eq(sponsors.nameKey, nameKey(name)), isNull(sponsors.deletedAt), own ? ne(sponsors.id, own) : undefined),
    );
  if (taken) throw new Refusal("conflict", "There is a sponsor of this name already.", "name");
}

const indexSponsor = ({ tx }: CommandContext, { id, name, industry, place }: Sponsor) =>
  indexRecord(tx, { entity: "sponsor", entityId: id, title: name, body: `${industry} ${place}` });
