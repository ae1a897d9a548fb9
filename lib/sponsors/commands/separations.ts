import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { separationPeople } from "@/db/schema/seats";
import { separationEvents } from "@/db/schema/sponsors";
import { lockPerson } from "@/lib/people/load";
import { assertConsultant } from "@/lib/people/looks-after";
import { emailKey, nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { consultantWritten } from "@/lib/sponsors/consultant-written";
import { lockEngagement, lockListed, lockSeparation, lockSponsor } from "@/lib/sponsors/load";
import {
  AssignListedInput,
  CreateSeparationInput,
  EditListedInput,
  EditSeparationInput,
  ListFromFileInput,
  ListPersonInput,
  UnlistPersonInput,
} from "@/lib/sponsors/schemas";
import { indexSeparation } from "@/lib/sponsors/search-documents";

/** A day on which a company lets many people go, on one of its contracts. */
export const createSeparation = command({
  name: "separations.create",
  permission: "separations:write",
  input: CreateSeparationInput,
  example: ({ engagementId, consultantId }) => ({
    ...{ engagementId, name: "Ghent works, January", handOverOn: "2027-01-12", place: "Ghent, building C" },
    ...{ onSite: true, onSitePersonId: consultantId, onSiteHours: "9:00 to 16:00, room 4" },
  }),
  async run(context, fields) {
    const { tx, record } = context;
    const engagement = await lockEngagement(tx, fields.engagementId);
    await assertFreeName(context, fields.name, null);
    const [made] = await tx
      .insert(separationEvents)
      .values({
        ...{ ...(await facts(context, fields)), sponsorId: engagement.sponsorId },
      })
      .returning();
    record("separation", null, made!);
    context.remember({
      entity: "sponsor",
      entityId: engagement.sponsorId,
      kind: "sponsors.separation",
      data: { name: made!.name },
    });
    await indexSeparation(tx, made!, (await lockSponsor(tx, engagement.sponsorId)).name);
    return { id: made!.id };
  },
});

/** The facts of an event. Its contract changes only to another one of the same company. */
export const editSeparation = command({
  name: "separations.edit",
  permission: "separations:write",
  input: EditSeparationInput,
  example: ({ separationEventId, engagementId }) => ({
    ...{ id: separationEventId, expectedVersion: 1, engagementId, name: "Ghent works, second day" },
    ...{ handOverOn: "2026-12-02", place: "Ghent", onSite: false, onSiteHours: "" },
  }),
  async run(context, { id, expectedVersion, ...fields }) {
    const { tx, now, record } = context;
    const before = await lockSeparation(tx, id);
    assertVersion(before, expectedVersion, "this event");
    const engagement = await lockEngagement(tx, fields.engagementId);
    if (engagement.sponsorId !== before.sponsorId)
      throw new Refusal("invalid", "Choose one of this company’s contracts.", "engagementId");
    await assertFreeName(context, fields.name, id);
    const [after] = await tx
      .update(separationEvents)
      .set({ ...(await facts(context, fields)), version: before.version + 1, updatedAt: now })
      .where(eq(separationEvents.id, id))
      .returning();
    record("separation", before, after!);
    await indexSeparation(tx, after!, (await lockSponsor(tx, before.sponsorId)).name);
    return { id };
  },
});

/** Puts somebody on the list of an event. They are not written to, and no seat is taken, until they are invited. */
export const listPerson = command({
  name: "separations.listPerson",
  permission: "separations:write",
  input: ListPersonInput,
  example: ({ separationEventId }) => ({
    ...{ separationEventId, name: "Marlene Oduya", email: "marlene.oduya@corvane.example" },
    ...{ lastRole: "Head of Logistics", place: "Ghent", language: "nl" },
  }),
  // As it was made: once somebody has changed the entry, there is no way back.
  undo: (_input, { id }: { id: string; version: number }) => ({
    operation: "separations.unlistPerson",
    input: { id, expectedVersion: 1 },
  }),
  async run(context, { separationEventId, ...fields }): Promise<{ id: string; version: number }> {
    const { tx, record } = context;
    await lockSeparation(tx, separationEventId);
    await assertNotListed(context, separationEventId, fields.email, null);
    const [made] = await tx
      .insert(separationPeople)
      .values({ separationEventId, ...(await listedFacts(context, fields)) })
      .returning();
    record("separation-person", null, made!);
    return { id: made!.id, version: made!.version };
  },
});

/** One row of a file: event and consultant as somebody wrote them. A file for one event says which, and its rows need not. */
export const listFromFile = command({
  name: "separations.listFromFile",
  permission: "separations:write",
  input: ListFromFileInput,
  example: ({ slug }) => ({
    ...{ event: "Ghent works, December", name: "Marlene Oduya", email: "marlene@example.com" },
    ...{ consultant: `consultant@${slug}.example`, language: "nl", place: "Ghent" },
  }),
  async run(context, { event, separationEventId, consultant, ...facts }) {
    const named = event ? await eventCalled(context, event) : null;
    const into = separationEventId ?? named;
    if (!into) throw new Refusal("invalid", "Name the separation event.", "event");
    if (named && named !== into)
      throw new Refusal(
        "invalid",
        `This row is for another event, “${event}”. Import it on that event’s page.`,
        "event",
      );
    const consultantId = consultant ? await consultantWritten(context.tx, consultant) : undefined;
    return context.call(listPerson, {
      ...facts,
      ...(consultantId ? { consultantId } : {}),
      separationEventId: into,
    });
  },
});

/** Corrects an entry of the list, until the person is invited. */
export const editListed = command({
  name: "separations.editListed",
  permission: "separations:write",
  input: EditListedInput,
  example: ({ separationPersonId }) => ({
    ...{ id: separationPersonId, expectedVersion: 1, name: "Lena Listed-Brook", email: "lena@corvane.example" },
  }),
  async run(context, { id, expectedVersion, ...fields }) {
    const { tx, now, record } = context;
    const before = await lockListed(tx, id);
    assertVersion(before, expectedVersion, "this entry");
    assertNotInvited(before);
    await assertNotListed(context, before.separationEventId, fields.email, id);
    const [after] = await tx
      .update(separationPeople)
      .set({ ...(await listedFacts(context, fields)), version: before.version + 1, updatedAt: now })
      .where(eq(separationPeople.id, id))
      .returning();
    record("separation-person", before, after!);
    return { id };
  },
});

/** Says who is going to look after somebody on the list. */
export const assignListed = command({
  name: "separations.assign",
  permission: "separations:write",
  input: AssignListedInput,
  example: ({ separationPersonId, otherConsultantId }) => ({ id: separationPersonId, consultantId: otherConsultantId }),
  async run({ tx, now, record }, { id, consultantId }) {
    const before = await lockListed(tx, id);
    assertNotInvited(before);
    await assertConsultant(tx, consultantId, "consultantId");
    const [after] = await tx
      .update(separationPeople)
      .set({ consultantId, version: before.version + 1, updatedAt: now })
      .where(eq(separationPeople.id, id))
      .returning();
    record("separation-person", before, after!);
    return { id };
  },
});

/** Takes somebody off the list; refused once they are invited, and when somebody changed the entry since. */
export const unlistPerson = command({
  name: "separations.unlistPerson",
  permission: "separations:write",
  input: UnlistPersonInput,
  example: ({ separationPersonId }) => ({ id: separationPersonId, expectedVersion: 1 }),
  async run({ tx, record }, { id, expectedVersion }) {
    const before = await lockListed(tx, id);
    assertVersion(before, expectedVersion, "this entry");
    assertNotInvited(before);
    await tx.delete(separationPeople).where(eq(separationPeople.id, id));
    record("separation-person", before, null);
    return { id };
  },
});

async function eventCalled({ tx }: CommandContext, name: string): Promise<string> {
  const [found] = await tx
    .select({ id: separationEvents.id })
    .from(separationEvents)
    .where(and(eq(separationEvents.nameKey, nameKey(name)), isNull(separationEvents.deletedAt)));
  if (!found) throw new Refusal("invalid", `There is no separation event “${name}”.`, "event");
  return found.id;
}

type SeparationFields = Omit<ReturnType<typeof CreateSeparationInput.parse>, "sponsorId">;

async function facts({ tx }: CommandContext, { onSitePersonId, ...fields }: SeparationFields) {
  if (onSitePersonId) await lockPerson(tx, onSitePersonId);
  return {
    ...fields,
    nameKey: nameKey(fields.name),
    // Who and when are kept only where somebody is there at all.
    onSitePersonId: fields.onSite && onSitePersonId ? onSitePersonId : null,
    onSiteHours: fields.onSite ? fields.onSiteHours : "",
  };
}

async function listedFacts({ tx }: CommandContext, fields: Omit<ListPersonInput, "separationEventId">) {
  if (fields.consultantId) await assertConsultant(tx, fields.consultantId, "consultantId");
  return {
    ...{ name: fields.name, nameKey: nameKey(fields.name), email: fields.email, emailKey: emailKey(fields.email) },
    ...{ lastRole: fields.lastRole ?? "", place: fields.place ?? "", noticeOn: fields.noticeOn || null },
    ...{ language: fields.language || null, consultantId: fields.consultantId || null },
  };
}

function assertNotInvited({ programmeId }: { programmeId: string | null }): void {
  if (programmeId)
    throw new Refusal("state", "This person is invited already. What follows stands in their programme.");
}

async function assertFreeName({ tx }: CommandContext, name: string, own: string | null): Promise<void> {
  const [taken] = await tx
    .select({ id: separationEvents.id })
    .from(separationEvents)
    .where(and(eq(separationEvents.nameKey, nameKey(name)), own ? ne(separationEvents.id, own) : undefined));
  if (taken) throw new Refusal("conflict", "There is an event of this name already.", "name");
}

async function assertNotListed({ tx }: CommandContext, eventId: string, email: string, own: string | null) {
  const [taken] = await tx
    .select({ id: separationPeople.id })
    .from(separationPeople)
    .where(
      and(
        eq(separationPeople.separationEventId, eventId),
        eq(separationPeople.emailKey, emailKey(email)),
        own ? ne(separationPeople.id, own) : undefined,
      ),
    );
  if (taken) throw new Refusal("conflict", "Somebody with this address is on the list already.", "email");
}
