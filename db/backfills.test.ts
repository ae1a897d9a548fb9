import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMigrations } from "@/db/migrate";
import { newId } from "@/db/tenant-table";
import { nameKey } from "@/lib/platform/keys";
import { withClient } from "@/scripts/postgres/with-client";
import { dropDatabase, testCluster } from "@/scripts/testing/postgres";

/*
 * Rows that stood there before a release, and what its migrations make of them: an old database is made by the first migrations alone,
 * filled as that release filled it, and brought to this one.
 */

const name = `older_${process.pid}`;
const folder = mkdtempSync(join(tmpdir(), "landfall-older-"));
let superUrl = "";
let ownerUrl = "";

const organisations = { north: newId(), south: newId() };
const ids = { package: newId(), phase: newId(), task: newId(), renamed: newId(), quick: newId() };
const payers: ReadonlyArray<readonly [keyof typeof organisations, string]> = [
  ["north", "Brantholm Foods"],
  ["north", "  BRANTHOLM   foods "],
  ["north", "Ærø Skibsværft"],
  ["north", "Café Łódź"],
  ["north", ""],
  ["south", "Brantholm Foods"],
];
const plan = { id: newId(), goal: "Lead two ports", occupation: "Chief operating officer" };
const programmes = payers.map(([organisation, payer]) => ({ id: newId(), organisation, payer }));

beforeAll(async () => {
  const cluster = await testCluster();
  [superUrl, ownerUrl] = [cluster.superUrl(name), cluster.ownerUrl(name)];
  await withClient(cluster.ownerUrl("postgres"), (client) =>
    client.query(`create database ${client.escapeIdentifier(name)} template template0`),
  );
  firstMigrations(3);
  await runMigrations({ ownerUrl, appRole: "landfall_app", folder });
  await withClient(superUrl, fill);
  firstMigrations(4);
  await runMigrations({ ownerUrl, appRole: "landfall_app", folder });
  await withClient(superUrl, fillPlan);
  await runMigrations({ ownerUrl, appRole: "landfall_app" });
}, 60_000);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await dropDatabase(name);
});

/** The migrations of the first releases alone. */
function firstMigrations(count: number): void {
  cpSync(join(import.meta.dirname, "migrations"), folder, { recursive: true });
  const file = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: unknown[] };
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
}

/** As the first release wrote: due days are days, who pays stands in words, copies do not know of what. */
async function fill(client: pg.Client): Promise<void> {
  const insert = (table: string, row: Record<string, unknown>) =>
    client.query(
      `insert into ${table} (${Object.keys(row).join(", ")}) values (${Object.keys(row)
        .map((_, at) => `$${at + 1}`)
        .join(", ")})`,
      Object.values(row),
    );
  const at = "2026-09-01T08:00:00Z";
  const people: Record<string, string> = {};
  const packages: Record<string, string> = { north: ids.package, south: newId() };
  for (const [slug, id] of Object.entries(organisations)) {
    await insert("organisations", { id, slug, name: slug, modules: ["programmes"], data_key: "none" });
    people[slug] = newId();
    await insert("people", { id: people[slug], organisation_id: id, name: "Ada", name_key: "ada" });
    const chosen = { id: packages[slug], organisation_id: id, name: "Six months", name_key: "six months", months: 6 };
    await insert("packages", chosen);
  }
  const north = { organisation_id: organisations.north };
  const phase = { key: "intake", name: "Intake", position: 1, usual_days: 14 };
  await insert("package_phases", { ...north, id: ids.phase, package_id: ids.package, ...phase });
  const task = { ...north, phase_id: ids.phase, owner: "executive" };
  await insert("package_tasks", { ...task, id: ids.task, title: "Say what happened", due_in_days: 14, position: 1 });
  await insert("package_tasks", { ...task, id: ids.renamed, title: "In new words", due_in_days: null, position: 2 });
  await insert("package_tasks", { ...task, id: ids.quick, title: "Ring up", due_in_days: 1, position: 3 });
  for (const { id, organisation, payer } of programmes) {
    const [organisationId, person] = [organisations[organisation], people[organisation]];
    await insert("programmes", {
      ...{ id, organisation_id: organisationId, executive_id: person, consultant_id: person, state: "active" },
      ...{ package_id: packages[organisation], sponsor_name: payer, executive_key: "ada" },
      ...{ phase_since: at, invited_at: at },
    });
  }
  const own = { ...north, programme_id: programmes[0]!.id };
  await insert("programme_phases", { ...own, id: newId(), ...phase });
  const copy = { ...own, phase_position: 1, owner: "executive" };
  await insert("programme_tasks", {
    ...{ ...copy, id: newId(), title: "Say what happened", due_in_days: 14, due_on: "2026-09-15", position: 1 },
  });
  await insert("programme_tasks", { ...copy, id: newId(), title: "In old words", due_in_days: 0, position: 2 });
}

/** As the second release wrote: a plan has one goal, in its own row and in what was kept when it was signed; sessions know no version. */
async function fillPlan(client: pg.Client): Promise<void> {
  const [organisation, id] = [organisations.north, plan.id];
  await client.query(
    "insert into programme_entitlements (id, organisation_id, programme_id, kind, sessions) values ($1, $2, $3, 'coaching', 12)",
    [newId(), organisation, programmes[0]!.id],
  );
  await client.query(
    "insert into career_plans (id, organisation_id, programme_id, goal, occupation, target_roles) values ($1, $2, $3, $4, $5, 'COO')",
    [id, organisation, programmes[0]!.id, plan.goal, plan.occupation],
  );
  const kept = { goal: "Lead a port", occupation: "", motives: "Ships", targetRoles: "COO", milestones: [] };
  await client.query(
    "insert into plan_editions (id, organisation_id, plan_id, number, content, kept_at) values ($1, $2, $3, 1, $4, now())",
    [newId(), organisation, id, JSON.stringify(kept)],
  );
}

const rows = <Row>(statement: string, values: unknown[] = []) =>
  withClient(superUrl, async (client) => (await client.query(statement, values)).rows as Row[]);

describe("a database of an older release", () => {
  test("has the goal of a plan as its first one, the same one that was signed, and loses no word", async () => {
    const goals = await rows<{ id: string; goal: string; occupation: string; position: number }>(
      "select id, goal, occupation, position from plan_goals where plan_id = $1",
      [plan.id],
    );
    const { goal, occupation } = plan;
    expect(goals).toEqual([{ id: goals[0]!.id, goal, occupation, position: 1 }]);
    const [kept] = await rows<{ content: unknown }>("select content from plan_editions where plan_id = $1", [plan.id]);
    expect(kept!.content).toEqual({
      goals: [{ id: goals[0]!.id, goal: "Lead a port", occupation: "", motives: "Ships" }],
      ...{ targetRoles: "COO", milestones: [] },
    });
  });

  test("has a sponsor for each company that paid, within its organisation, found by the name as the application writes it", async () => {
    const sponsors = await rows<{ organisation_id: string; name: string; name_key: string }>(
      "select organisation_id, name, name_key from sponsors order by name_key",
    );
    const north = sponsors.filter((sponsor) => sponsor.organisation_id === organisations.north);
    expect(north.map(({ name_key }) => name_key)).toEqual(["aero skibsvaerft", "brantholm foods", "cafe lodz"]);
    for (const sponsor of sponsors) expect(sponsor.name_key).toBe(nameKey(sponsor.name));
    expect(sponsors).toHaveLength(4);
  });

  test("has each programme linked to who pays for it, and to nobody where nobody was named", async () => {
    const linked = await rows<{ id: string; key: string | null; same: boolean }>(
      `select programmes.id, sponsors.name_key as key, sponsors.organisation_id = programmes.organisation_id as same
       from programmes left join sponsors on sponsors.id = programmes.sponsor_id`,
    );
    for (const { id, payer } of programmes) {
      const found = linked.find((row) => row.id === id)!;
      expect(found.key).toBe(payer.trim() ? nameKey(payer) : null);
      if (found.key) expect(found.same).toBe(true);
    }
  });

  test("counts due days in working days, leaves due dates, and knows of what its tasks are copies", async () => {
    const due = await rows<{ title: string; due_in_days: number | null }>(
      "select title, due_in_days from package_tasks order by position",
    );
    expect(due.map(({ due_in_days }) => due_in_days)).toEqual([10, null, 1]);
    const copies = await rows<{ title: string; due_in_days: number; due_on: string | null; package_task_id: string }>(
      "select title, due_in_days, due_on::text, package_task_id from programme_tasks order by position",
    );
    expect(copies).toEqual([
      { title: "Say what happened", due_in_days: 10, due_on: "2026-09-15", package_task_id: ids.task },
      // Somebody wrote it in other words: of what it is a copy cannot be told.
      { title: "In old words", due_in_days: 0, due_on: null, package_task_id: null },
    ]);
    const phases = await rows("select package_phase_id, package_version from programme_phases");
    expect(phases).toEqual([{ package_phase_id: ids.phase, package_version: 1 }]);
  });

  test("has as many sessions as it had, of which nobody looked at a version yet", async () => {
    const kept = await rows("select kind, sessions, package_version from programme_entitlements");
    expect(kept).toEqual([{ kind: "coaching", sessions: 12, package_version: null }]);
  });

  test("knows of each programme what figures count", async () => {
    const found = await rows<{ id: string; payer: string; activities_on: string[] }>(
      "select id, payer, activities_on::text[] from programme_facts",
    );
    expect(found.map(({ id }) => id).sort()).toEqual(programmes.map(({ id }) => id).sort());
    const first = found.find(({ id }) => id === programmes[0]!.id);
    expect(first).toMatchObject({ payer: "Brantholm Foods", activities_on: ["2026-09-15"] });
  });

  test("has its walls as they were: none of what was lifted for a statement stays lifted", async () => {
    const open = await rows<{ name: string }>(
      `select relname as name from pg_class join pg_policy on polrelid = pg_class.oid and polname = 'wall' where not relforcerowsecurity`,
    );
    // The index of the search is filled by a function of its owner's, and read by nobody else.
    expect(open).toEqual([{ name: "search_documents" }]);
  });
});
