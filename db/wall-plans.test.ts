import { sql, type SQL } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { askTogether } from "@/lib/platform/execute";
import { statementOf, type ListState } from "@/lib/platform/list";
import type { QueryContext } from "@/lib/platform/operation";
import { testWorld } from "@/lib/platform/testing/world";
import { caseload } from "@/lib/programmes/lists";
import { find } from "@/lib/records/queries/search";
import { withClient } from "@/scripts/postgres/with-client";

/*
 * Behind row-level security an operator that is not leakproof never uses an index, and nothing says so. Small tables hide it; so
 * here are large ones, and the planner is left to choose as it likes.
 */

const programmesOf = { north: 20_000, south: 5_000 };
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
    }
    // Not analyze alone: words just written wait in a list beside the index until it is vacuumed, and are read one by one.
    await client.query("vacuum analyze");
  });
}, 60_000);

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: PlanNode[];
}

/** Every node of the plan that Postgres chooses for a statement. */
async function planOf(context: Pick<QueryContext, "tx">, statement: SQL): Promise<PlanNode[]> {
  const { rows } = (await context.tx.execute(sql`explain (format json) ${statement}`)) as unknown as {
    rows: [{ "QUERY PLAN": [{ Plan: PlanNode }] }];
  };
  const nodes: PlanNode[] = [];
  const walk = (node: PlanNode): void => {
    nodes.push(node);
    node.Plans?.forEach(walk);
  };
  walk(rows[0]["QUERY PLAN"][0].Plan);
  return nodes;
}

const scanned = (nodes: readonly PlanNode[]) =>
  nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]);

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
