import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { libraryPoints } from "@/db/schema/tailoring";
import { askTogether } from "@/lib/platform/execute";
import { readList, type ListState } from "@/lib/platform/list";
import { testWorld } from "@/lib/platform/testing/world";
import { pointList } from "@/lib/tailoring/library/list";
import { libraryOutline } from "@/lib/tailoring/library/queries";

const world = testWorld();

const listed = async (state: ListState) =>
  askTogether(await world.north.as("recruiter"), (context) => readList(context, pointList, state));

test("ten thousand points are read by page, search and outline in no time", async () => {
  const { organisationId } = world.north;
  await transaction({ organisationId }, (tx) =>
    tx.insert(libraryPoints).select(
      sql`
      select gen_random_uuid(), current_organisation(), 1, now(), now(), null, 'Tool ' || n % 300, 'tool ' || n % 300,
        'Did thing ' || n, 'did thing ' || n, md5(n::text), array['tag ' || n % 20], n % 9, null, null, null, null
      from generate_series(1, 10000) as n` as never,
    ),
  );
  const measured = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  await listed({});
  for (const state of [{}, { sort: "useCount", descending: true }, { q: "thing 9999" }, { filters: { tag: "tag 3" } }])
    expect(await measured(() => listed(state))).toBeLessThan(500);
  expect((await listed({ q: "thing 9999" })).rows).toHaveLength(1);
  expect(await measured(() => world.north.ask(libraryOutline, "recruiter", {}))).toBeLessThan(500);
});
