import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { afterAll, describe, expect, test, vi } from "vitest";
import { acrossSweep } from "@/db/across";
import { assertHeldByTheWall, closeDatabase, transaction, useDatabase, type Transaction } from "@/db/client";
import { teams } from "@/db/schema/people";
import { packages } from "@/db/schema/packages";
import { programmes } from "@/db/schema/programmes";
import { askTogether } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import { refusalOfDatabase, sqlStateOf } from "@/lib/platform/sql-state";
import { testWorld } from "@/lib/platform/testing/world";
import { caseload } from "@/lib/programmes/lists";
import { withClient } from "@/scripts/postgres/with-client";

/*
 * The Neon driver for real: its WebSocket pool talks through a bridge to the Postgres of the test run. The settings are read once a
 * process, so they stand before anything is imported.
 */

const { bridge, pool } = await vi.hoisted(async () => {
  const { openBridge } = await import("./testing/websocket-bridge");
  const opened = await openBridge();
  process.env.DATABASE_DRIVER = "neon";
  process.env.NEON_WS_PROXY = opened.address;
  process.env.DATABASE_POOL = "4";
  return { bridge: opened, pool: 4 };
});

afterAll(() => bridge.close());
const world = testWorld();

const asNorth = <T>(work: (tx: Transaction) => Promise<T>) =>
  transaction({ organisationId: world.north.organisationId, userId: world.north.strangerUserId }, work);

const team = (name: string) => ({ name, nameKey: name.toLowerCase() });
const teamsNow = async () =>
  (await asNorth((tx) => tx.select({ name: teams.name }).from(teams))).map(({ name }) => name);
const failure = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => Promise.reject(new Error("This was expected to fail.")),
    (error: Error) => error,
  );

describe("over Neon's WebSocket pool", () => {
  test("a transaction is one organisation's and one person's, and keeps what it wrote", async () => {
    const before = bridge.opened();
    await closeDatabase();
    await asNorth(async (tx) => {
      const { rows } = (await tx.execute(
        sql`select current_organisation() as organisation, current_account() as account, current_user::text as role`,
      )) as unknown as { rows: unknown[] };
      const { organisationId, strangerUserId } = world.north;
      expect(rows).toEqual([{ organisation: organisationId, account: strangerUserId, role: "landfall_app" }]);
      await tx.insert(teams).values(team("Neon"));
    });
    expect(bridge.opened()).toBe(before + 1);
    expect(await teamsNow()).toContain("Neon");
    const south = await transaction({ organisationId: world.south.organisationId }, (tx) => tx.select().from(teams));
    expect(south.map(({ name }) => name)).not.toContain("Neon");
  });

  test("what fails is rolled back, and the connection belongs to nobody afterwards", async () => {
    const error = await failure(
      asNorth(async (tx) => {
        await tx.insert(teams).values(team("Half"));
        throw new Error("stopped half way");
      }),
    );
    expect(error.message).toBe("stopped half way");
    expect(await teamsNow()).not.toContain("Half");
    const nobody = await transaction({}, async (tx) => [
      ...(await tx.select().from(teams)),
      ...(await tx.select().from(packages)),
    ]);
    expect(nobody).toEqual([]);
  });

  test("a part that fails inside of a transaction is undone alone", async () => {
    await asNorth(async (tx) => {
      await tx.insert(teams).values(team("Outer"));
      const inner = tx.transaction(async (within) => {
        await within.insert(teams).values(team("Inner"));
        await within.insert(teams).values(team("Outer"));
      });
      expect(sqlStateOf(await failure(inner))).toBe("23505");
    });
    expect(await teamsNow()).toContain("Outer");
    expect(await teamsNow()).not.toContain("Inner");
  });

  test("the database's refusals keep their codes", async () => {
    const refused = async (work: (tx: Transaction) => Promise<unknown>) => {
      const error = await failure(asNorth(work));
      return [sqlStateOf(error), refusalOfDatabase(error)?.code];
    };
    const again = { ...team("Twice"), id: undefined };
    await asNorth((tx) => tx.insert(teams).values(again));
    expect(await refused((tx) => tx.insert(teams).values(again))).toEqual(["23505", "conflict"]);
    const foreign = { consultantId: world.south.consultantId };
    expect(await refused((tx) => tx.update(programmes).set(foreign))).toEqual(["23503", "not_found"]);
    expect(await refused((tx) => tx.update(programmes).set({ state: "unheard of" }))).toEqual(["23514", "invalid"]);
    expect(await refused((tx) => tx.execute(sql`select name from users, sessions, rate_limits`))).toEqual([
      "42501",
      undefined,
    ]);
    const stray = { organisationId: world.south.organisationId };
    expect(await refused((tx) => tx.insert(teams).values({ ...team("Stray"), ...stray }))).toEqual([
      "42501",
      undefined,
    ]);
    const readOnly = transaction({ ...stray, readOnly: true }, (tx) => tx.insert(teams).values(team("Read only")));
    expect(sqlStateOf(await failure(readOnly))).toBe("25006");
  });

  test("one connection serves one transaction after the other, and never more than the pool holds", async () => {
    await closeDatabase();
    const before = bridge.opened();
    for (let turn = 0; turn < 12; turn++) await teamsNow();
    expect(bridge.opened()).toBe(before + 1);
    const seen = await Promise.all(
      Array.from({ length: 24 }, (_, turn) => {
        const { organisationId } = turn % 2 ? world.north : world.south;
        return transaction({ organisationId }, async (tx) => {
          const rows = await tx.select({ id: teams.organisationId }).from(teams);
          return rows.length > 0 && rows.every(({ id }) => id === organisationId);
        });
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
    expect(bridge.opened()).toBeLessThanOrEqual(before + pool);
  });

  test("rows are the same as over pg, dates, numbers, lists and objects included", async () => {
    const everything = sql`select * from programmes p join people on people.id = p.executive_id join roles on true order by p.id, roles.id`;
    const over = async (tx: Transaction) => ({
      raw: ((await tx.execute(everything)) as unknown as { rows: unknown[] }).rows,
      built: await tx.select().from(programmes).orderBy(programmes.id),
    });
    const overNeon = await asNorth(over);
    expect(overNeon.built.length).toBeGreaterThan(3);
    const overPg = await withClient(world.database.appUrl, (client) =>
      drizzle({ client, casing: "snake_case" }).transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.organisation_id', ${world.north.organisationId}, true)`);
        return over(tx as unknown as Transaction);
      }),
    );
    expect(overNeon).toEqual(overPg);
    const page = await askTogether(await world.north.as("administrator"), (context) => readList(context, caseload, {}));
    expect(page.rows.length).toBe(overNeon.built.length);
  });

  test("the narrow roles and the check of the login work as they do over pg", async () => {
    const role = sql`select current_user::text as role`;
    const { rows } = (await acrossSweep((tx) => tx.execute(role))) as unknown as { rows: unknown[] };
    expect(rows).toEqual([{ role: "landfall_sweep" }]);
    await expect(assertHeldByTheWall()).resolves.toBeUndefined();
    await expect(assertHeldByTheWall(world.database.ownerUrl)).rejects.toThrow("owns the tables");
  });

  test("a connection that is cut ends its transaction and nothing else", async () => {
    const cut = asNorth(async (tx) => {
      await tx.insert(teams).values(team("Cut"));
      bridge.cut();
      await tx.select().from(teams);
    });
    expect(await failure(cut)).toBeInstanceOf(Error);
    expect(await teamsNow()).not.toContain("Cut");
  });

  test("a server that cannot be reached is an error, not a wait", async () => {
    const gone = new URL(world.database.appUrl);
    gone.port = "1";
    useDatabase(gone.href);
    try {
      expect(await failure(transaction({}, (tx) => tx.execute(sql`select 1`)))).toBeInstanceOf(Error);
    } finally {
      useDatabase(world.database.appUrl);
    }
  });
});
