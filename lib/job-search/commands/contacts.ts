import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { outreach, searchContacts } from "@/db/schema/job-search";
import { newId } from "@/db/tenant-table";
import { recordToChange, storeChange, type Contact } from "@/lib/job-search/load";
import { assertReaches } from "@/lib/job-search/reach";
import {
  AddContactInput,
  AddContactsInput,
  EditContactInput,
  RecordId,
  RemoveImportedInput,
} from "@/lib/job-search/schemas";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { indexRecords, unindexRecords } from "@/lib/platform/search-index";
import { assertVersion } from "@/lib/platform/two-editors";

export const addContact = command({
  name: "job-search.addContact",
  permission: "job-search:write",
  input: AddContactInput,
  example: ({ executiveId }) => ({ personId: executiveId, name: "Vera Lindqvist", companyName: "Port of Sande" }),
  async run(context, { personId, ...contact }) {
    const [row] = await insert(context, personId, [contact]);
    return { id: row!.id, version: row!.version };
  },
  undo: (_input, { id }) => ({ operation: "job-search.removeContact", input: { id } }),
});

/** Adds many contacts at once, all or none; answers in their order. */
export const addContacts = command({
  name: "job-search.addContacts",
  permission: "job-search:write",
  input: AddContactsInput,
  example: ({ executiveId }) => ({
    personId: executiveId,
    contacts: [{ name: "Vera Lindqvist", companyName: "Port of Sande" }, { name: "Arvid Lindqvist" }],
  }),
  async run(context, { personId, contacts }) {
    const rows = await insert(context, personId, contacts);
    return { contacts: rows.map(({ id, version }) => ({ id, version })) };
  },
});

export const editContact = command({
  name: "job-search.editContact",
  permission: "job-search:write",
  input: EditContactInput,
  example: ({ searchContactId }) => ({ id: searchContactId, expectedVersion: 1, name: "Vera Lindqvist" }),
  async run(context, { id, expectedVersion, ...fields }) {
    const before = await recordToChange(context, "contact", id);
    assertVersion({ ...before, strength: String(before.strength) }, expectedVersion, "this contact");
    const after = await storeChange(context, "contact", before, columnsOf(fields));
    context.record("search_contact", before, after);
    await index(context, [after]);
    return { id };
  },
});

export const removeContact = command({
  name: "job-search.removeContact",
  permission: "job-search:write",
  input: RecordId,
  example: ({ searchContactId }) => ({ id: searchContactId }),
  undo: ({ id }) => ({ operation: "job-search.restoreContact", input: { id } }),
  run: (context, { id }) => remove(context, id),
});

/** Takes back what an import made, as long as nothing happened to it since. */
export const removeImportedContact = command({
  name: "job-search.removeImportedContact",
  permission: "job-search:write",
  input: RemoveImportedInput,
  example: ({ searchContactId }) => ({ id: searchContactId, expectedVersion: 1 }),
  async run(context, { id, expectedVersion }) {
    const { version } = await recordToChange(context, "contact", id);
    if (version !== expectedVersion) throw new Refusal("state", "You changed this contact since, so it stays.");
    return remove(context, id);
  },
});

export const restoreContact = command({
  name: "job-search.restoreContact",
  permission: "job-search:write",
  input: RecordId,
  example: ({ searchContactId }) => ({ id: searchContactId }),
  async run(context, { id }) {
    const before = await recordToChange(context, "contact", id, true);
    const after = await storeChange(context, "contact", before, { deletedAt: null });
    context.record("search_contact", before, after);
    await index(context, [after]);
    return { id };
  },
});

/** Keeps on a contact when one was last in touch and which promise is open next; being derived, it is not audited. */
export async function refreshContact({ tx }: CommandContext, contactId: string): Promise<void> {
  const log = and(eq(outreach.contactId, contactId), isNull(outreach.deletedAt));
  const [facts] = await tx
    .select({
      last: sql<string | null>`max(${outreach.on})::text`,
      promised: sql<
        string | null
      >`(min(${outreach.followUpOn}) filter (where ${outreach.followUpDoneAt} is null))::text`,
    })
    .from(outreach)
    .where(log);
  await tx
    .update(searchContacts)
    .set({ lastContactOn: facts?.last ?? null, followUpOn: facts?.promised ?? null })
    .where(eq(searchContacts.id, contactId));
}

/** Contacts as they are given, in that order; refused when the search is not the actor's to write. */
async function insert(context: CommandContext, personId: string, contacts: readonly NewContact[]): Promise<Contact[]> {
  await assertReaches(context, "job-search:write", personId);
  const values = contacts.map(({ connectedOn, ...fields }) => ({
    ...{ id: newId(), personId, connectedOn: connectedOn || null },
    ...columnsOf(fields),
  }));
  const stored = await context.tx.insert(searchContacts).values(values).returning();
  const byId = new Map(stored.map((row) => [row.id, row]));
  const rows = values.map(({ id }) => byId.get(id)!);
  for (const row of rows) context.record("search_contact", null, row);
  await index(context, rows);
  return rows;
}

async function remove(context: CommandContext, id: string) {
  const before = await recordToChange(context, "contact", id);
  const after = await storeChange(context, "contact", before, { deletedAt: context.now });
  context.record("search_contact", before, after);
  await unindexRecords(context.tx, "search_contact", [id]);
  return { id };
}

const index = ({ tx }: CommandContext, contacts: readonly Contact[]) =>
  indexRecords(
    tx,
    "search_contact",
    contacts.map(({ id, name, companyName, role }) => ({ entityId: id, title: name, body: `${role} ${companyName}` })),
  );

type NewContact = z.infer<typeof AddContactsInput>["contacts"][number];

type Fields = Omit<z.infer<typeof EditContactInput>, "id" | "expectedVersion">;

const columnsOf = (fields: Fields) => ({
  name: fields.name,
  nameKey: nameKey(fields.name),
  companyName: fields.companyName ?? "",
  companyKey: nameKey(fields.companyName ?? ""),
  role: fields.role ?? "",
  strength: Number(fields.strength ?? 1),
  relation: fields.relation ?? "",
  email: fields.email ?? "",
  phone: fields.phone ?? "",
  notes: fields.notes ?? "",
  private: fields.private ?? false,
});
