import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { transaction, type Transaction } from "@/db/client";
import { searchDocuments } from "@/db/schema/platform";
import { askTogether } from "@/lib/platform/execute";
import { module } from "@/lib/platform/module";
import { testWorld } from "@/lib/platform/testing/world";
import { reindex } from "@/lib/records/commands/search";
import { find } from "@/lib/records/queries/search";
import { indexRecord, unindexRecords } from "@/lib/platform/search-index";
import { peopleKind } from "@/lib/records/testing/people-kind";

vi.mock("@/lib/modules", async () => {
  const { recordsModule } = await import("@/lib/records/module");
  const kinds = module({ key: "tests", commands: [], queries: [], lists: [], search: [peopleKind] });
  return { modules: [kinds, recordsModule] };
});

const world = testWorld();

beforeAll(async () => {
  await world.north.execute(reindex, "administrator", {});
  await world.south.execute(reindex, "administrator", {});
});

const titles = async (words: string, role = "administrator") =>
  (await world.north.ask(find, role, { words })).map(({ title }) => title);

describe("search", () => {
  test("finds by the beginning of the last word, by mail address, and in any order", async () => {
    expect(await titles("wand")).toEqual(["Wanda Contact"]);
    expect(await titles("contact wan")).toEqual(["Wanda Contact"]);
    expect(await titles("contact@north.ex")).toEqual(["Wanda Contact"]);
    expect(await titles("wanda somebody")).toEqual([]);
    expect(await titles("' | ! :*")).toEqual([]);
  });

  test("says where the record lies", async () => {
    const [found] = await world.north.ask(find, "administrator", { words: "wanda" });
    expect(found).toEqual({
      ...{ entity: "person", id: world.north.contactId, title: "Wanda Contact" },
      ...{ path: `/people/${world.north.contactId}`, icon: "user" },
    });
  });

  test("shows what the module lets one see, and nothing of the other organisation", async () => {
    expect(await titles("robin", "executive")).toEqual(["Robin Executive"]);
    expect((await titles("robin")).length).toBeGreaterThan(10);
    expect((await world.south.ask(find, "administrator", { words: "north" })).length).toBe(0);
  });

  test("finds names without their accents, follows a change and forgets what is taken out", async () => {
    const id = world.north.mailId;
    const index = (title: string) =>
      transaction({ organisationId: world.north.organisationId }, (tx) =>
        indexRecord(tx, { entity: "person", entityId: world.north.contactId, title, body: "" }),
      );
    await index("Łucja Gruën");
    expect(await titles("lucja gruen")).toEqual(["Łucja Gruën"]);
    expect(await titles("Łucja")).toEqual(["Łucja Gruën"]);
    expect(await titles("wanda")).toEqual([]);
    await transaction({ organisationId: world.north.organisationId }, (tx) =>
      unindexRecords(tx, "person", [world.north.contactId, id]),
    );
    expect(await titles("lucja")).toEqual([]);
    await world.north.execute(reindex, "administrator", { entity: "person" });
    expect(await titles("wanda")).toEqual(["Wanda Contact"]);
  });

  test("among 10,000 records reads each of them once, twice at most where the best are somebody else's", async () => {
    const { organisationId } = world.north;
    await transaction({ organisationId }, async (tx) => {
      await tx.execute(sql`insert into people (id, name, name_key)
        select gen_random_uuid(), 'Robin Crew ' || n, 'robin ' || n from generate_series(1, 10000) n`);
      await tx.execute(sql`insert into search_documents (id, entity, entity_id, title, body)
        select gen_random_uuid(), 'person', id, name, lower(name) from people where name like 'Robin Crew %'`);
    });
    const documents = await transaction({ organisationId }, (tx) => tx.$count(searchDocuments));
    // How long it takes says more about the machine than about the search: what Postgres reads is counted.
    const asked = async (words: string, role: string) =>
      askTogether(await world.north.as(role), async ({ tx, ...context }) => {
        const before = await rowsRead(tx);
        const found = await find.run({ ...context, tx }, { words });
        const after = await rowsRead(tx);
        return {
          found: found.length,
          people: after.people - before.people,
          documents: after.search_documents - before.search_documents,
        };
      });
    const common = await asked("rob", "administrator");
    expect(common.found).toBe(20);
    expect(common.people).toBeLessThanOrEqual(documents);
    expect(common.documents).toBeLessThanOrEqual(documents);
    const rare = await asked("robin crew 77", "administrator");
    expect(rare.found).toBe(20);
    expect(rare.people).toBeLessThanOrEqual(documents);
    expect(rare.documents).toBeLessThanOrEqual(documents);
    const narrow = await asked("robin", "executive");
    expect(narrow.found).toBe(1);
    expect(narrow.people).toBeLessThanOrEqual(2 * documents);
    expect(narrow.documents).toBeLessThanOrEqual(2 * documents);
  });
});

/** Rows that this transaction has read of each table so far, through its indexes or whole. */
async function rowsRead(tx: Transaction): Promise<Record<"people" | "search_documents", number>> {
  const { rows } = (await tx.execute(sql`
    select t.name, sum(pg_stat_get_xact_tuples_returned(p.part))::int as read
    from (values ('people'), ('search_documents')) as t (name)
    cross join lateral (
      select t.name::regclass as part union all select indexrelid from pg_index where indrelid = t.name::regclass
    ) as p group by t.name`)) as unknown as { rows: Array<{ name: "people" | "search_documents"; read: number }> };
  return Object.fromEntries(rows.map(({ name, read }) => [name, read])) as Record<
    "people" | "search_documents",
    number
  >;
}
