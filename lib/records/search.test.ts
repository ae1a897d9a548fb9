import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { searchDocuments } from "@/db/schema/platform";
import { askTogether } from "@/lib/platform/execute";
import { module } from "@/lib/platform/module";
import { rowsRead } from "@/lib/platform/testing/rows-read";
import { testWorld } from "@/lib/platform/testing/world";
import { reindex } from "@/lib/records/commands/search";
import { find } from "@/lib/records/queries/search";
import { indexRecord, unindexRecords } from "@/lib/platform/search-index";
import { peopleKind } from "@/lib/records/testing/people-kind";
import { withClient } from "@/scripts/postgres/with-client";

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
    // An index still holds what was changed and taken out before, and counts it as read, unless it is cleaned: by itself only where much was.
    await withClient(world.database.superUrl, (client) =>
      client.query("vacuum (analyze, index_cleanup on) people, search_documents"),
    );
    // A plan may read a table whole, and then the other organisation's rows with it.
    const inBoth = async (table: typeof searchDocuments | typeof people) => {
      const counts = [organisationId, world.south.organisationId].map((id) =>
        transaction({ organisationId: id }, (tx) => tx.$count(table)),
      );
      return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
    };
    const documents = await inBoth(searchDocuments);
    // Some people stand in no document; a plan that reads all people reads them too.
    const everybody = Math.max(documents, await inBoth(people));
    const asked = async (words: string, role: string) =>
      askTogether(await world.north.as(role), async (context) => {
        const tables = ["people", "search_documents"] as const;
        const { output, read } = await rowsRead(context.tx, tables, () => find.run(context, { words }));
        return { found: output.length, people: read.people, documents: read.search_documents };
      });
    const common = await asked("rob", "administrator");
    expect(common.found).toBe(20);
    expect(common.people).toBeLessThanOrEqual(everybody);
    expect(common.documents).toBeLessThanOrEqual(documents);
    const rare = await asked("robin crew 77", "administrator");
    expect(rare.found).toBe(20);
    expect(rare.people).toBeLessThanOrEqual(everybody);
    expect(rare.documents).toBeLessThanOrEqual(documents);
    const narrow = await asked("robin", "executive");
    expect(narrow.found).toBe(1);
    expect(narrow.people).toBeLessThanOrEqual(2 * documents);
    expect(narrow.documents).toBeLessThanOrEqual(2 * documents);
  });
});
