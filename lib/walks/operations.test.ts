import { describe, expect, test } from "vitest";
import { z } from "zod";
import { sql } from "drizzle-orm";
import { transaction, type Transaction } from "@/db/client";
import { customFields } from "@/db/schema/platform";
import { modules } from "@/lib/modules";
import type { OrganisationActor, SystemActor } from "@/lib/platform/actor";
import { ask, execute } from "@/lib/platform/execute";
import { readList, statementOf, type List, type ListState } from "@/lib/platform/list";
import { withFields } from "@/lib/platform/list-fields";
import { moduleOf, type Command, type Query, type QueryContext } from "@/lib/platform/operation";
import { isPermission } from "@/lib/platform/permissions";
import { Refusal } from "@/lib/platform/refusal";
import { askTogether } from "@/lib/platform/execute";
import { refusalOf, testWorld, type TestOrganisation } from "@/lib/platform/testing/world";
import { fieldKinds } from "@/lib/records/field-kinds";

/*
 * Every command, query and list there is. A new one is covered on the day on which a manifest names it.
 */

const world = testWorld();
const commands = modules.flatMap((module) => module.commands);
const queries = modules.flatMap((module) => module.queries);
const lists = modules.flatMap((module) => module.lists);
const operations: ReadonlyArray<Command | Query> = [...commands, ...queries];

const named = <Thing extends { name: string }>(things: readonly Thing[]) =>
  things.map((thing) => [thing.name, thing] as const);
const systemOf = (organisationId: string): SystemActor => ({ kind: "system", organisationId, cause: "walk" });

/** Nobody holds less: somebody who signed in and has no role. */
const withoutRole = async () => ({ ...(await world.north.as("administrator")), grants: new Map() });

/** Examples name days, and some of what they ask for must lie ahead. */
const now = new Date("2026-11-23T09:00:00Z");

class TakenBack extends Error {}

/** Runs in a transaction that is taken back, so that one example does not spoil the next. */
async function tried<T>(organisationId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  try {
    await transaction({ organisationId }, async (tx) => {
      result = { value: await work(tx) };
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return result!.value;
}

const run = (
  operation: Command | Query,
  organisationId: string,
  input: unknown,
  actor: OrganisationActor = systemOf(organisationId),
) =>
  tried(organisationId, async (tx) => {
    if (operation.kind === "query") return ask(operation, actor, input, { join: tx, now });
    const { output } = await execute(operation, actor, input, { join: tx, now });
    return output;
  });

/** The organisation itself, then the people whose work most operations are. */
const actorsOf = async (organisation: TestOrganisation): Promise<OrganisationActor[]> => [
  systemOf(organisation.organisationId),
  await organisation.as("administrator"),
  await organisation.as("consultant"),
  await organisation.as("executive"),
];

describe.each(named(operations))("%s", (_name, operation) => {
  test("has a name of its own under a prefix of one module, and asks for a permission that exists", () => {
    const owners = modules.filter(({ commands, queries }) =>
      [...commands, ...queries].some((other) => moduleOf(other) === moduleOf(operation)),
    );
    expect(operation.name).toMatch(/^[a-z-]+\.[a-zA-Z]+$/);
    expect(owners).toHaveLength(1);
    expect(operations.filter(({ name }) => name === operation.name)).toHaveLength(1);
    expect(isPermission(operation.permission)).toBe(true);
  });

  test("asks for the permission before it looks at anything else", async () => {
    const actor = await withoutRole();
    const attempt =
      operation.kind === "query" ? ask(operation, actor, { odd: 1 }) : execute(operation, actor, { odd: 1 });
    expect((await refusalOf(attempt)).code).toBe("forbidden");
  });

  test("refuses keys that it does not know", async () => {
    const example = operation.example(world.north) as Record<string, unknown>;
    const attempt = run(operation, world.north.organisationId, { ...example, notAKey: true });
    expect((await refusalOf(attempt)).code).toBe("invalid");
  });

  test("works with its example, for the organisation itself or for somebody whose work it is", async () => {
    const example = operation.example(world.north);
    const refusals: string[] = [];
    for (const actor of await actorsOf(world.north)) {
      try {
        await run(operation, world.north.organisationId, example, actor);
        return;
      } catch (error) {
        refusals.push(`${actor.kind === "person" ? actor.name : actor.kind}: ${String(error)}`);
      }
    }
    expect(refusals).toEqual([]);
  });

  test("finds nothing of the other organisation, and changes nothing there", async () => {
    const example = operation.example(world.south);
    const ids = idsIn(example);
    const before = await fingerprint(world.south.organisationId);
    try {
      const answer = await run(operation, world.north.organisationId, example);
      expect(JSON.stringify(answer ?? null)).not.toContain(world.south.organisationId);
      // With ids of the other organisation only an empty answer is right; without any, the answer is the own organisation's.
      if (ids.some((id) => idsOfSouth().includes(id))) expect(emptyLike(answer)).toBe(true);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(["not_found", "invalid", "state", "forbidden", "conflict"]).toContain(error.code);
    }
    expect(await fingerprint(world.south.organisationId)).toEqual(before);
  });
});

describe("commands without audit", () => {
  test("are these, each with its reason", () => {
    const without = commands.filter(({ audit }) => audit);
    for (const { audit } of without) expect(audit!.none.length).toBeGreaterThan(15);
    expect(without.map(({ name }) => name).sort()).toMatchSnapshot();
  });
});

describe("the inverse of a command", () => {
  test("names commands that exist, with an input that they take", () => {
    const known = new Map(commands.map((command) => [command.name, command]));
    for (const command of commands) {
      if (!command.undo) continue;
      const input = command.input.parse(command.example(world.north));
      const undo = command.undo(input, outputLike());
      if (!undo) continue;
      const inverse = known.get(undo.operation);
      expect(inverse, `${command.name} → ${undo.operation}`).toBeDefined();
      const parsed = inverse!.input.safeParse(undo.input);
      expect(parsed.success ? "" : `${command.name}: ${z.prettifyError(parsed.error)}`).toBe("");
    }
  });
});

describe.each(named(lists))("list %s", (_name, list) => {
  test("gives a page by each of its sorts, forwards and backwards", async () => {
    const actor = systemOf(world.north.organisationId);
    for (const { key, sortable } of list.columns) {
      if (!sortable) continue;
      for (const descending of [false, true]) {
        const first = await askTogether(actor, (context) =>
          readList(context, list, { sort: key, descending, limit: 1 }),
        );
        if (!first.next) continue;
        const second = await askTogether(actor, (context) =>
          readList(context, list, { sort: key, descending, limit: 1, after: first.next }),
        );
        const back = await askTogether(actor, (context) =>
          readList(context, list, { sort: key, descending, limit: 1, before: second.before }),
        );
        expect(second.rows[0]!.id).not.toBe(first.rows[0]!.id);
        expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
      }
    }
  });

  test("shows nothing of the other organisation", async () => {
    const page = await askTogether(systemOf(world.north.organisationId), (context) => readList(context, list, {}));
    expect(JSON.stringify(page)).not.toContain(world.south.organisationId);
    for (const { id } of page.rows) expect(idsOfSouth()).not.toContain(id);
  });

  test("refuses a sort and a filter that it does not have", async () => {
    const actor = systemOf(world.north.organisationId);
    const read = (state: object) => askTogether(actor, (context) => readList(context, list, state));
    expect((await refusalOf(read({ sort: "nothing" }))).code).toBe("invalid");
    expect((await refusalOf(read({ filters: { nothing: "1" } }))).code).toBe("invalid");
  });

  test("reads its leading table by an index", async () => {
    expect(await plansWithoutScan(list)).toEqual([]);
  });

  test.runIf(list.fields)(
    "filters and sorts by fields of the organisation's own, of each kind, by an index",
    async () => {
      const { entity } = list.fields!;
      await tried(world.north.organisationId, async (tx) => {
        for (const kind of fieldKinds)
          await tx.insert(customFields).values({
            ...{ entity, kind, key: `walk_${kind}`, label: kind, choices: kind === "choice" ? ["Short, or long"] : [] },
          });
        const values = {
          text: "x",
          link: "x",
          choice: "Short%2C or long",
          number: "1..3",
          date: "..2027-01-01",
          boolean: "no",
        };
        await askTogether(
          systemOf(world.north.organisationId),
          async (context) => {
            const whole = await withFields(context, list);
            for (const kind of fieldKinds) {
              const key = `field.walk_${kind}`;
              for (const state of [
                { filters: { [key]: values[kind] } },
                { sort: key },
                { sort: key, descending: true },
              ]) {
                expect(await plansWithoutScan(whole, context, state)).toEqual([]);
                await readList(context, list, state);
              }
            }
          },
          { join: tx },
        );
      });
    },
  );
});

/** The list's name where the plan of its first page reads a whole table, though it is told not to. */
async function plansWithoutScan(list: List, within?: QueryContext, state: ListState = {}): Promise<string[]> {
  if (!within)
    return askTogether(systemOf(world.north.organisationId), (context) => plansWithoutScan(list, context, state));
  await within.tx.execute(sql`select set_config('enable_seqscan', 'off', true)`);
  const result = (await within.tx.execute(
    sql`explain (format json) ${statementOf(within, list, state)}`,
  )) as unknown as {
    rows: Array<{ "QUERY PLAN": unknown }>;
  };
  const plan = JSON.stringify(result.rows[0]!["QUERY PLAN"]);
  return plan.includes('"Node Type":"Seq Scan"') ? [`${list.name} ${JSON.stringify(state)}`] : [];
}

function idsOfSouth(): string[] {
  // A stranger's account belongs to no organisation.
  const { strangerUserId: _, ...own } = world.south;
  return Object.values(own).filter((value): value is string => typeof value === "string" && value.length === 36);
}

function idsIn(value: unknown): string[] {
  return JSON.stringify(value ?? null).match(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g) ?? [];
}

/** Nothing: no rows, no record, zero, or an object of such. */
function emptyLike(value: unknown): boolean {
  if (value === null || value === undefined || value === 0 || value === false || value === "") return true;
  if (Array.isArray(value)) return value.every(emptyLike);
  if (typeof value === "object") return Object.values(value).every(emptyLike);
  return false;
}

const someId = "0190b3c2-7a51-7c3e-9f11-2d8a7b6c5e41";
const [begun, ended] = ["2026-11-26T13:00:00.000Z", "2026-11-26T14:00:00.000Z"];
/** What an output says where that is more than some id or some moment. */
const said: Readonly<Record<string, unknown>> = {
  version: 1,
  counted: false,
  ids: [someId],
  moved: [{ id: someId, expectedVersion: 1, startsAt: begun, endsAt: ended, seriesStart: begun }],
  placeKind: "video",
  endedAt: ended,
};

const outputLike = () =>
  new Proxy(
    {},
    {
      get: (_, name) => said[String(name)] ?? (String(name).endsWith("At") ? begun : someId),
    },
  ) as never;

/** How many rows each table of an organisation has and when they changed last. */
async function fingerprint(organisationId: string): Promise<unknown> {
  return transaction({ organisationId, readOnly: true }, async (tx) => {
    const tables = (await tx.execute(
      sql`select tablename from pg_policies where policyname = 'wall' and tablename <> 'search_documents' order by 1`,
    )) as unknown as { rows: Array<{ tablename: string }> };
    const counts = sql.join(
      tables.rows.map(
        ({ tablename }) =>
          sql`select ${tablename}::text as name, count(*)::int as rows, sum(version)::int as versions from ${sql.identifier(tablename)}`,
      ),
      sql` union all `,
    );
    return ((await tx.execute(counts)) as unknown as { rows: unknown[] }).rows;
  });
}
