import { sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { addComment } from "@/lib/records/commands/comments";
import { saveView, renameView } from "@/lib/records/commands/views";
import { auditEntry, auditList } from "@/lib/audit/queries";
import { askTogether } from "@/lib/platform/execute";
import { readList, statementOf, type ListState } from "@/lib/platform/list";
import { indexRecord } from "@/lib/platform/search-index";
import { transaction } from "@/db/client";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { withClient } from "@/scripts/postgres/with-client";

vi.mock("@/lib/modules", async () => {
  const { auditModule } = await import("@/lib/audit/module");
  const { recordsModule } = await import("@/lib/records/module");
  const { peopleKind } = await import("@/lib/records/testing/people-kind");
  const kinds = { key: "tests", commands: [], queries: [], lists: [], records: [peopleKind] };
  return { modules: [auditModule, kinds, recordsModule] };
});

const world = testWorld();

async function entries(state: ListState) {
  const actor = await world.north.as("administrator");
  return (await askTogether(actor, (context) => readList(context, auditList, state))).rows;
}

describe("audit", () => {
  test("shows who changed which record, when and from where, the latest first", async () => {
    const list = auditList.name;
    const options = { now: new Date("2026-11-20T10:00:00Z"), address: "192.0.2.1" };
    const { id } = await world.north.execute(saveView, "consultant", { list, name: "One", state: "" }, options);
    const later = { ...options, now: new Date("2026-11-20T11:00:00Z") };
    await world.north.execute(renameView, "consultant", { id, name: "Two" }, later);
    const rows = await entries({ filters: { record: id } });
    expect(rows.map(({ cells }) => [cells.operation, cells.change, cells.actor])).toEqual([
      ["views.rename", "changed", "Robin Consultant"],
      ["views.save", "created", "Robin Consultant"],
    ]);
    const entry = await world.north.ask(auditEntry, "administrator", { id: rows[0]!.id });
    expect(entry).toMatchObject({ address: "192.0.2.1", fields: [{ field: "name", before: "One", after: "Two" }] });
  });

  test("names the record by what search knows of it", async () => {
    await transaction({ organisationId: world.north.organisationId }, (tx) =>
      indexRecord(tx, { entity: "person", entityId: world.north.contactId, title: "Wanda Contact", body: "" }),
    );
    const [row] = await entries({ q: "wanda" });
    expect(row?.cells).toMatchObject({ record: "Wanda Contact", operation: "people.change" });
  });

  test("is found by day, person, action and change; what does not read finds nothing or everything", async () => {
    const found = async (filters: Record<string, string>) => (await entries({ filters })).length;
    expect(await found({ at: "2026-11-02..2026-11-02" })).toBe(1);
    expect(await found({ at: "2026-11-03..2026-11-04" })).toBe(0);
    expect(await found({ actor: "consult" })).toBe(2);
    expect(await found({ operation: "rename", change: "changed,deleted" })).toBe(1);
    expect(await found({ actor: "100%" })).toBe(0);
    expect(await found({ record: "nothing" })).toBe(0);
    expect(await found({ at: "yesterday.." })).toBe(3);
  });

  test("does not say what a text said, only that it changed", async () => {
    const own = { entity: "person", entityId: world.north.executiveId };
    const { id } = await world.north.execute(addComment, "administrator", { ...own, body: "Something private" });
    const [row] = await entries({ filters: { record: id } });
    const { fields } = await world.north.ask(auditEntry, "administrator", { id: row!.id });
    expect(fields.find(({ field }) => field === "body")).toEqual({ field: "body", before: null, after: "changed" });
    expect(JSON.stringify(fields)).not.toContain("private");
  });

  test("says what ids among the values are called", async () => {
    const own = { entity: "person", entityId: world.north.executiveId };
    const { id } = await world.north.execute(addComment, "administrator", { ...own, body: "A word" });
    const [row] = await entries({ filters: { record: id, entity: "comment,note" } });
    const author = await world.north.as("administrator");
    const { names } = await world.north.ask(auditEntry, "administrator", { id: row!.id });
    expect(names).toMatchObject({ [author.personId]: author.name });
    expect(await entries({ filters: { record: id, entity: "note" } })).toEqual([]);
  });

  test("opens at once among 20,000 entries: the first page comes from its index", async () => {
    await withClient(world.database.superUrl, (client) =>
      client.query(
        `insert into audit_entries (id, organisation_id, at, operation, entity, entity_id, change, actor_kind, actor_name,
                                    correlation_id, payload_digest)
         select gen_random_uuid(), o.id, timestamptz '2026-01-01' + n * interval '1 minute', 'tests.change', 'thing',
                gen_random_uuid(), 'changed', 'system', 'seed', gen_random_uuid(), ''
         from organisations o, generate_series(1, 10000) n; analyze audit_entries; analyze search_documents`,
      ),
    );
    const actor = await world.north.as("administrator");
    const plan = await askTogether(actor, async (context) => {
      const explained = await context.tx.execute(sql`explain ${statementOf(context, auditList, {})}`);
      return JSON.stringify((explained as unknown as { rows: unknown[] }).rows);
    });
    expect(plan).toContain("audit_entries_organisation_id_at_idx");
    expect(plan).not.toMatch(/Sort|Seq Scan on audit_entries/);
  });

  test("is for who may read it, and never another organisation's", async () => {
    const other = world.north.ask(auditEntry, "administrator", { id: world.south.auditEntryId });
    expect((await refusalOf(other)).code).toBe("not_found");
    const executive = world.north.ask(auditEntry, "executive", { id: world.north.auditEntryId });
    expect((await refusalOf(executive)).code).toBe("forbidden");
  });
});
