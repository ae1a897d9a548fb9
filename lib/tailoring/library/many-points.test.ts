import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { libraryPoints } from "@/db/schema/tailoring";
import { askTogether } from "@/lib/platform/execute";
import type { QueryContext } from "@/lib/platform/operation";
import { readList } from "@/lib/platform/list";
import { rowsRead } from "@/lib/platform/testing/rows-read";
import { testWorld } from "@/lib/platform/testing/world";
import { pointList } from "@/lib/tailoring/library/list";
import { withClient } from "@/scripts/postgres/with-client";
import { libraryOutline } from "@/lib/tailoring/library/queries";

const world = testWorld();

/** What a person gets, and how many points are read for it. */
const readFor = async <Output>(work: (context: QueryContext) => Promise<Output>) =>
  askTogether(await world.north.as("recruiter"), (context) =>
    rowsRead(context.tx, ["library_points"], () => work(context)),
  );

test("of ten thousand points a page reads few, and search and outline read each twice at most", async () => {
  const { organisationId } = world.north;
  await transaction({ organisationId }, (tx) =>
    tx.insert(libraryPoints).select(
      sql`
      select gen_random_uuid(), current_organisation(), 1, now(), now(), null, 'Tool ' || n % 300, 'tool ' || n % 300,
        'Did thing ' || n, 'did thing ' || n, md5(n::text), array['tag ' || n % 20], n % 9, null, null, null, null
      from generate_series(1, 10000) as n` as never,
    ),
  );
  await withClient(world.database.superUrl, (client) => client.query("analyze library_points"));
  const points = 10_000 + 100;
  for (const state of [{}, { sort: "useCount", descending: true }]) {
    const { output, read } = await readFor((context) => readList(context, pointList, state));
    expect(output.rows.length).toBeGreaterThan(10);
    expect(read.library_points).toBeLessThan(points / 4);
  }
  const found = await readFor((context) => readList(context, pointList, { q: "thing 9999" }));
  expect(found.output.rows).toHaveLength(1);
  expect(found.read.library_points).toBeLessThan(2 * points);
  const tagged = await readFor((context) => readList(context, pointList, { filters: { tag: "tag 3" } }));
  expect(tagged.read.library_points).toBeLessThan(2 * points);
  const outline = await readFor((context) => libraryOutline.run(context, {}));
  expect(outline.read.library_points).toBeLessThan(2 * points);
});
