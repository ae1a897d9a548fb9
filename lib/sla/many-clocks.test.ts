import { beforeAll, describe, expect, test } from "vitest";
import { askTogether } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import type { QueryContext } from "@/lib/platform/operation";
import { rowsRead } from "@/lib/platform/testing/rows-read";
import { testWorld } from "@/lib/platform/testing/world";
import { clockList } from "@/lib/sla/lists";
import { clockChoices } from "@/lib/sla/queries/choices";
import { pressingClocks } from "@/lib/sla/queries/pressing";
import { withClient } from "@/scripts/postgres/with-client";

/*
 * Behind row-level security a careless condition has every clock read, and only a large firm notices. So here is one, and what is read of its clocks is
 * counted.
 */

const world = testWorld();

const over = 20_000;
const open = 400;
const moment = new Date("2027-02-02T09:00:00Z");

beforeAll(async () => {
  const { organisationId, slaPolicyId, consultantId, administratorId } = world.north;
  await withClient(world.database.superUrl, async (client) => {
    await client.query(
      "create temporary table made as select gen_random_uuid() as id, n from generate_series(1, $1::int) n",
      [over + open],
    );
    // The open ones are those that began last, as in life; two of a hundred that are over were late.
    await client.query(
      `insert into sla_clocks (id, organisation_id, metric, entity, entity_id, cycle, policy_id, policy_version_id, responsible_id, state, counts,
         started_at, due_at, stopped_at, breached_at, decided_at, target_seconds)
       select made.id, $1, 'message-answer', 'programme', gen_random_uuid(), 1, $2, version.id, case when n % 10 = 0 then $3::uuid else $4::uuid end,
         case when n > $6::int then 'running' when n % 50 = 0 then 'breached' else 'met' end, n > $6::int, begun.at, begun.at + interval '8 hours',
         case when n <= $6::int then begun.at + interval '9 hours' end, case when n <= $6::int and n % 50 = 0 then begun.at + interval '8 hours' end,
         case when n <= $6::int then begun.at + interval '8 hours' end, 28800
       from made, (select id from sla_policy_versions where policy_id = $2 limit 1) version,
         lateral (select $5::timestamptz - make_interval(hours => ($6::int - n)) as at) begun`,
      [organisationId, slaPolicyId, consultantId, administratorId, moment, over],
    );
    await client.query(
      `insert into sla_moments (id, organisation_id, clock_id, at, what, level)
       select gen_random_uuid(), $1, id, $2::timestamptz + interval '1 year', 'breach', 0 from made where n > $3::int`,
      [organisationId, moment, over],
    );
    await client.query("vacuum analyze");
  });
}, 60_000);

describe(`of ${over.toLocaleString("en")} clocks that are over and ${open} that run`, () => {
  const asAdministrator = async <T>(work: (context: QueryContext) => Promise<T>) =>
    askTogether(await world.north.as("administrator"), (context) =>
      rowsRead(context.tx, ["sla_clocks", "sla_moments"], () => work(context)),
    );

  test.each([
    ["nobody filters", {}],
    ["late and at risk are asked for", { filters: { standing: "late,at-risk" }, sort: "dueAt" }],
    ["running ones are asked for", { filters: { standing: "running" }, sort: "dueAt" }],
  ])("a page reads few where %s", async (_, state) => {
    const { read } = await asAdministrator((context) => readList(context, clockList, state));
    // A page, once more to count up to a thousand, and the moments of those that run.
    expect(read.sla_clocks).toBeLessThan(4 * 1000);
    expect(read.sla_moments).toBeLessThan(10 * open);
  });

  test("those that press are counted without those that are over", async () => {
    const { read } = await asAdministrator((context) => pressingClocks.run(context, {}));
    expect(read.sla_clocks).toBeLessThan(5 * open);
  });

  test("names to narrow down to are found by one clock each", async () => {
    const { output, read } = await asAdministrator((context) => clockChoices.run(context, {}));
    expect(output.people.length).toBeGreaterThanOrEqual(2);
    expect(read.sla_clocks).toBeLessThan(100);
  });

  test("a consultant's own names do not cost the clocks of others", async () => {
    const { output, read } = await askTogether(await world.north.as("consultant"), (context) =>
      rowsRead(context.tx, ["sla_clocks"], () => clockChoices.run(context, {})),
    );
    expect(output.people.map(({ value }) => value)).toEqual([world.north.consultantId]);
    expect(read.sla_clocks).toBeLessThan(100);
  });
});
