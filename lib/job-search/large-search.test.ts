import { beforeAll, expect, test } from "vitest";
import { contactList } from "@/lib/job-search/lists";
import { suggestContacts } from "@/lib/job-search/queries/contacts";
import { askTogether } from "@/lib/platform/execute";
import { readList, statementOf } from "@/lib/platform/list";
import { planOf, scanned } from "@/lib/platform/testing/plan-of";
import { testWorld } from "@/lib/platform/testing/world";
import { withClient } from "@/scripts/postgres/with-client";

/*
 * Somebody knows ten thousand people, and is not the only one who searches: what a page shows of them comes from an index.
 */

const world = testWorld();

beforeAll(async () => {
  const { organisationId, executiveId, consultantId } = world.north;
  await withClient(world.database.superUrl, async (client) => {
    for (const personId of [executiveId, consultantId])
      await client.query(
        `insert into search_contacts (id, organisation_id, person_id, name, name_key, company_name, company_key, strength, last_contact_on)
         select gen_random_uuid(), $1, $2, 'Person ' || n, 'person ' || lpad(n::text, 5, '0'), 'Company ' || n % 1500,
                'company ' || n % 1500, 1 + n % 3, case when n % 3 = 0 then date '2026-01-01' + n % 300 end
         from generate_series(1, 10000) n`,
        [organisationId, personId],
      );
    await client.query("vacuum analyze");
  });
}, 60_000);

test("the first page of ten thousand contacts comes from an index in the order of the list", async () => {
  const nodes = await askTogether(await world.north.as("executive"), (context) =>
    planOf(context, statementOf(context, contactList, { filters: { person: world.north.executiveId } })),
  );
  expect(scanned(nodes)).not.toContain("search_contacts");
  expect(nodes.map((node) => node["Index Name"])).toContain("search_contacts_by_name_idx");
});

test("of ten thousand contacts six are suggested with their reasons, and one is found by name", async () => {
  const suggested = await world.north.ask(suggestContacts, "executive", { personId: world.north.executiveId });
  expect(suggested).toHaveLength(6);
  expect(suggested.every(({ reasons }) => reasons.length > 0)).toBe(true);
  const { rows } = await askTogether(await world.north.as("consultant"), (context) =>
    readList(context, contactList, { filters: { person: world.north.executiveId }, q: "person 09990" }),
  );
  expect(rows).toHaveLength(1);
});
