import "server-only";
import type { z } from "zod";
import { searchCompanies } from "@/db/schema/job-search";
import { recordToChange, storeChange, type Company } from "@/lib/job-search/load";
import { assertReaches } from "@/lib/job-search/reach";
import { AddCompanyInput, EditCompanyInput, RecordId } from "@/lib/job-search/schemas";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { indexRecord, unindexRecords } from "@/lib/platform/search-index";
import { assertVersion } from "@/lib/platform/two-editors";
import { and, eq, isNull, ne } from "drizzle-orm";

export const addCompany = command({
  name: "job-search.addCompany",
  permission: "job-search:write",
  input: AddCompanyInput,
  example: ({ executiveId }) => ({ personId: executiveId, name: "Fjordline Retail", fit: "2" as const }),
  async run(context, { personId, ...fields }) {
    await assertReaches(context, "job-search:write", personId);
    await assertNew(context, personId, fields.name);
    const [row] = await context.tx
      .insert(searchCompanies)
      .values({ personId, ...columnsOf(fields) })
      .returning();
    context.record("search_company", null, row!);
    await index(context, row!);
    return { id: row!.id };
  },
  undo: (_input, { id }) => ({ operation: "job-search.removeCompany", input: { id } }),
});

export const editCompany = command({
  name: "job-search.editCompany",
  permission: "job-search:write",
  input: EditCompanyInput,
  example: ({ searchCompanyId }) => ({ id: searchCompanyId, expectedVersion: 1, name: "Port of Sande" }),
  async run(context, { id, expectedVersion, ...fields }) {
    const before = await recordToChange(context, "company", id);
    assertVersion({ ...before, fit: String(before.fit) }, expectedVersion, "this company");
    await assertNew(context, before.personId, fields.name, id);
    const after = await storeChange(context, "company", before, columnsOf(fields));
    context.record("search_company", before, after);
    await index(context, after);
    return { id };
  },
});

export const removeCompany = command({
  name: "job-search.removeCompany",
  permission: "job-search:write",
  input: RecordId,
  example: ({ searchCompanyId }) => ({ id: searchCompanyId }),
  undo: ({ id }) => ({ operation: "job-search.restoreCompany", input: { id } }),
  async run(context, { id }) {
    const before = await recordToChange(context, "company", id);
    const after = await storeChange(context, "company", before, { deletedAt: context.now });
    context.record("search_company", before, after);
    await unindexRecords(context.tx, "search_company", [id]);
    return { id };
  },
});

export const restoreCompany = command({
  name: "job-search.restoreCompany",
  permission: "job-search:write",
  input: RecordId,
  example: ({ searchCompanyId }) => ({ id: searchCompanyId }),
  async run(context, { id }) {
    const before = await recordToChange(context, "company", id, true);
    await assertNew(context, before.personId, before.name, id);
    const after = await storeChange(context, "company", before, { deletedAt: null });
    context.record("search_company", before, after);
    await index(context, after);
    return { id };
  },
});

/** A company stands once in a search. */
async function assertNew({ tx }: CommandContext, personId: string, name: string, self?: string): Promise<void> {
  const [known] = await tx
    .select({ name: searchCompanies.name })
    .from(searchCompanies)
    .where(
      and(
        eq(searchCompanies.personId, personId),
        eq(searchCompanies.nameKey, nameKey(name)),
        isNull(searchCompanies.deletedAt),
        self ? ne(searchCompanies.id, self) : undefined,
      ),
    );
  if (known) throw new Refusal("invalid", `${known.name} is on your list already.`, "name");
}

const index = ({ tx }: CommandContext, { id, name, place }: Company) =>
  indexRecord(tx, { entity: "search_company", entityId: id, title: name, body: place });

type Fields = Omit<z.infer<typeof EditCompanyInput>, "id" | "expectedVersion">;

const columnsOf = (fields: Fields) => ({
  name: fields.name,
  nameKey: nameKey(fields.name),
  website: fields.website ?? "",
  place: fields.place ?? "",
  fit: Number(fields.fit ?? 0),
  notes: fields.notes ?? "",
});
