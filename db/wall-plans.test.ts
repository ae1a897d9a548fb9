import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { askTogether } from "@/lib/platform/execute";
import { readList, statementOf, type ListState } from "@/lib/platform/list";
import { withFields } from "@/lib/platform/list-fields";
import { planOf, scanned, type PlanNode } from "@/lib/platform/testing/plan-of";
import { testWorld } from "@/lib/platform/testing/world";
import { caseload } from "@/lib/programmes/lists";
import { find } from "@/lib/records/queries/search";
import { withClient } from "@/scripts/postgres/with-client";

/*
 * Behind row-level security an operator that is not leakproof never uses an index, and nothing says so. Small tables hide it; so
 * here are large ones, and the planner is left to choose as it likes.
 */

const programmesOf = { north: 20_000, south: 5_000 };
const kinds = ["text", "choice", "number", "date", "boolean"] as const;
const world = testWorld();

beforeAll(async () => {
  await withClient(world.database.superUrl, async (client) => {
    for (const slug of ["north", "south"] as const) {
      const { organisationId, consultantId, packageId } = world[slug];
      const made = [organisationId, programmesOf[slug]];
      await client.query(
        `insert into people (id, organisation_id, name, name_key, status)
         select gen_random_uuid(), $1, 'Person ' || n, 'person ' || lpad(n::text, 6, '0'), 'known' from generate_series(1, $2::int) n`,
        made,
      );
      // One in fifty is the consultant's, as in a firm with fifty of them; the others are somebody else's.
      await client.query(
        `insert into programmes (id, organisation_id, executive_id, consultant_id, package_id, state, executive_key, phase_since, invited_at)
         select gen_random_uuid(), $1, id, case when row_number() over () % 50 = 0 then $2::uuid else id end, $3, 'active', name_key,
                clock_timestamp(), clock_timestamp()
         from people where organisation_id = $1 and status = 'known' and name like 'Person %'`,
        [organisationId, consultantId, packageId],
      );
      await client.query(
        `insert into search_documents (id, organisation_id, entity, entity_id, title, body)
         select gen_random_uuid(), organisation_id, 'programme', id, executive_key, 'word' || (hashtext(id::text) % 5000)
         from programmes where organisation_id = $1`,
        [organisationId],
      );
      // Half of the programmes hold a value of each kind, most of them different ones.
      for (const kind of kinds) {
        const field = await client.query<{ id: string }>(
          `insert into custom_fields (id, organisation_id, entity, key, label, kind, choices)
           values (gen_random_uuid(), $1, 'programme', $2, $2, $2, array['choice 1', 'choice 2']) returning id`,
          [organisationId, kind],
        );
        await client.query(
          `insert into custom_field_values (id, organisation_id, field_id, entity_id, text_value, text_key, number_value, date_value, boolean_value)
           select gen_random_uuid(), $1, $2, id,
                  case when $3 in ('text', 'choice') then $3 || ' ' || n end, case when $3 in ('text', 'choice') then $3 || ' ' || n end,
                  case when $3 = 'number' then n end, case when $3 = 'date' then date '2020-01-01' + n end,
                  case when $3 = 'boolean' then n % 400 = 0 end
           from (select id, (row_number() over ())::int % 5000 as n from programmes where organisation_id = $1) as numbered
           where n % 2 = 0`,
          [organisationId, field.rows[0]!.id, kind],
        );
      }
    }
    // Not analyze alone: words just written wait in a list beside the index until it is vacuumed, and are read one by one.
    await client.query("vacuum analyze");
  });
}, 60_000);

describe("with 20,000 programmes the caseload", () => {
  test.each([
    ["administrator", {}, "programmes_by_name_idx"],
    ["administrator", { sort: "executive", descending: true }, "programmes_by_name_idx"],
    ["administrator", { sort: "lastContact", descending: true }, "programmes_by_contact_idx"],
    ["administrator", { sort: "nextDueOn" }, "programmes_by_due_idx"],
    ["administrator", { sort: "endsOn" }, "programmes_by_end_idx"],
    ["consultant", {}, "programmes_by_consultant_idx"],
    ["executive", {}, "programmes_by_executive_idx"],
  ] satisfies [string, ListState, string][])(
    "of a person who is %s, by %o, comes from %s",
    async (role, state, index) => {
      const nodes = await askTogether(await world.north.as(role), (context) =>
        planOf(context, statementOf(context, caseload, state)),
      );
      expect(scanned(nodes)).not.toContain("programmes");
      expect(nodes.map((node) => node["Index Name"])).toContain(index);
    },
  );

  test.each([
    ["text", "text 48", "custom_field_values_"],
    ["choice", "choice 2", "custom_field_values_text_idx"],
    ["number", "10..12", "custom_field_values_number_idx"],
    ["date", "2021-01-01..2021-01-03", "custom_field_values_date_idx"],
    ["boolean", "yes", "custom_field_values_boolean_idx"],
  ])("and a field of the organisation's own, filtered by %s (%s), comes from %s", async (kind, value, index) => {
    await askTogether(await world.north.as("administrator"), async (context) => {
      const whole = await withFields(context, caseload);
      const state = { filters: { [`field.${kind}`]: value } };
      const nodes = await planOf(context, statementOf(context, whole, state));
      expect(scanned(nodes)).not.toContain("custom_field_values");
      expect(nodes.map((node) => node["Index Name"] ?? "").join(" ")).toContain(index);
      const begin = performance.now();
      expect((await readList(context, caseload, state)).rows.length).toBeGreaterThan(0);
      expect(performance.now() - begin).toBeLessThan(1000);
    });
  });

  test.each(kinds)("sorted by a field of the organisation's own (%s) is quick, both ways", async (kind) => {
    await askTogether(await world.north.as("administrator"), async (context) => {
      for (const descending of [false, true]) {
        const begin = performance.now();
        const page = await readList(context, caseload, { sort: `field.${kind}`, descending });
        expect(performance.now() - begin).toBeLessThan(1000);
        // What is empty stands last, both ways.
        expect(page.rows[0]!.cells[`field.${kind}`]).not.toBeNull();
      }
    });
  });

  test("computes the organisation once a query, not once a row", async () => {
    const actor = await world.north.as("administrator");
    const nodes = await askTogether(actor, (context) => planOf(context, statementOf(context, caseload, {})));
    const first = nodes as (PlanNode & { "Subplan Name"?: string })[];
    expect(first.some((node) => node["Subplan Name"]?.startsWith("InitPlan"))).toBe(true);
  });
});

describe("with 25,000 documents search", () => {
  const matching = sql`select entity_id from search_documents where words @@ to_tsquery('simple', 'word77')`;

  test("would read the whole table under the wall", async () => {
    const { organisationId } = world.north;
    const nodes = await transaction({ organisationId }, (tx) => planOf({ tx }, matching));
    expect(nodes.map((node) => node["Index Name"])).not.toContain("search_documents_words_idx");
  });

  test("finds through the words' index inside of the function", async () => {
    const text = "select entity_id from search_documents where words @@ to_tsquery('simple', 'word77')";
    const plan = await withClient(world.database.ownerUrl, async (client) => {
      const { rows } = await client.query(`explain (format json) ${text}`);
      return JSON.stringify(rows);
    });
    expect(plan).toContain('"Index Name":"search_documents_words_idx"');
    expect(plan).not.toContain('"Node Type":"Seq Scan"');
  });

  test("is answered by that index alone when a person asks, and with rows of the own organisation only", async () => {
    await askTogether(await world.north.as("administrator"), async (context) => {
      const found = await find.run(context, { words: "word77" });
      expect(found.length).toBeGreaterThan(0);
      const { rows } = (await context.tx.execute(sql`
        select pg_stat_get_xact_numscans('search_documents_words_idx'::regclass)::int as index,
               pg_stat_get_xact_numscans('search_documents'::regclass)::int as whole,
               (select count(*)::int from programmes p where p.id in ${found.map(({ id }) => id)}) as own`)) as unknown as {
        rows: [{ index: number; whole: number; own: number }];
      };
      expect(rows[0]).toEqual({ index: expect.any(Number), whole: 0, own: found.length });
      expect(rows[0].index).toBeGreaterThan(0);
    });
  });
});
