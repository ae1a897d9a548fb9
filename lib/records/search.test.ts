import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { newId } from "@/db/tenant-table";
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

  test("among 10,000 records costs little more than among a few, also who sees almost none of them", async () => {
    const took = async (words: string, role: string) => {
      const { ask } = await import("@/lib/platform/execute");
      const times: number[] = [];
      let found = 0;
      for (let round = 0; round < 7; round++) {
        const actor = await world.north.as(role);
        const start = performance.now();
        found = (await ask(find, actor, { words })).length;
        times.push(performance.now() - start);
      }
      return { found, milliseconds: times.sort((a, b) => a - b)[3]! };
    };
    const few = await took("rob", "administrator");
    const ids = Array.from({ length: 10_000 }, newId);
    await transaction({ organisationId: world.north.organisationId }, async (tx) => {
      for (let start = 0; start < ids.length; start += 1000) {
        const some = ids.slice(start, start + 1000);
        const people = some.map(
          (id, index) => sql`(${id}::uuid, ${`Robin Crew ${start + index}`}, ${`robin ${start + index}`})`,
        );
        await tx.execute(sql`insert into people (id, name, name_key) values ${sql.join(people, sql`, `)}`);
        await tx.execute(sql`insert into search_documents (id, entity, entity_id, title, body)
          select gen_random_uuid(), 'person', p.id, p.name, lower(p.name) from people p where p.id in (${sql.join(
            some.map((id) => sql`${id}::uuid`),
            sql`, `,
          )})`);
      }
    });
    // Both are measured in one run, since the machine may be busy.
    const little = 12 * few.milliseconds;
    const common = await took("rob", "administrator");
    expect(common.found).toBe(20);
    expect(common.milliseconds).toBeLessThan(little);
    const rare = await took("robin crew 77", "administrator");
    expect(rare.found).toBe(20);
    expect(rare.milliseconds).toBeLessThan(little);
    const narrow = await took("robin", "executive");
    expect(narrow.found).toBe(1);
    expect(narrow.milliseconds).toBeLessThan(little);
  });
});
