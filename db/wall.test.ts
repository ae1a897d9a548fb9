import { sql } from "drizzle-orm";
import type pg from "pg";
import { describe, expect, test } from "vitest";
import { acrossIdentity, acrossSweep, identityWithin } from "@/db/across";
import { assertHeldByTheWall, transaction, type Transaction } from "@/db/client";
import { roleAssignments } from "@/db/schema/people";
import { refusalOfDatabase, sqlStateOf } from "@/lib/platform/sql-state";
import { testWorld } from "@/lib/platform/testing/world";
import { withClient } from "@/scripts/postgres/with-client";

/*
 * The traps of row-level security, each shown open where it is open and shut where the product shuts it.
 */

const world = testWorld();

const asApplication = <T>(work: (client: pg.Client) => Promise<T>) => withClient(world.database.appUrl, work);
const asOwner = <T>(work: (client: pg.Client) => Promise<T>) => withClient(world.database.ownerUrl, work);

const asNorth = <T>(work: (tx: Transaction) => Promise<T>) =>
  transaction({ organisationId: world.north.organisationId }, work);

async function rowsOf<Row>(tx: Transaction, statement: string): Promise<Row[]> {
  return ((await tx.execute(sql.raw(statement))) as unknown as { rows: Row[] }).rows;
}

async function countIn(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]!.count;
}

/** The SQLSTATE with which something was refused; fails when it was not. */
async function stateOf(refused: Promise<unknown>): Promise<string | null> {
  try {
    await refused;
  } catch (error) {
    return sqlStateOf(error);
  }
  throw new Error("This was expected to be refused, and was not.");
}

describe("a connection that was used before", () => {
  test("holds an empty setting instead of null, and reads nothing by it", async () => {
    await asApplication(async (client) => {
      const setting = "select current_setting('app.organisation_id', true) as value";
      expect((await client.query(setting)).rows).toEqual([{ value: null }]);
      await client.query("begin");
      await client.query("select set_config('app.organisation_id', $1, true)", [world.north.organisationId]);
      expect(await countIn(client, "people")).toBeGreaterThan(3);
      await client.query("commit");

      expect((await client.query(setting)).rows).toEqual([{ value: "" }]);
      // Without nullif the empty string would be cast, and every statement of the next person would fail.
      expect(await stateOf(client.query("select current_setting('app.organisation_id', true)::uuid"))).toBe("22P02");
      expect((await client.query("select current_organisation() as id")).rows).toEqual([{ id: null }]);
      expect(await countIn(client, "people")).toBe(0);
    });
  });
});

describe("outside of a transaction of an organisation", () => {
  test("no table shows a row to the application", async () => {
    const tables = await asOwner(
      async (client) =>
        (
          await client.query<{ name: string }>(
            `select c.relname as name from pg_class c
           where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
             and has_table_privilege('landfall_app', c.oid, 'select')`,
          )
        ).rows,
    );
    expect(tables.length).toBeGreaterThan(30);
    const seen = await asApplication(async (client) => {
      const counts: string[] = [];
      for (const { name } of tables) if ((await countIn(client, name)) > 0) counts.push(name);
      return counts;
    });
    expect(seen).toEqual([]);
  });

  test("nothing can be written", async () => {
    await asApplication(async (client) => {
      const insert = "insert into teams (id, name, name_key) values (gen_random_uuid(), 'Nobody', 'nobody')";
      expect(await stateOf(client.query(insert))).toBe("42501");
      expect((await client.query("update people set headline = 'x'")).rowCount).toBe(0);
      expect((await client.query("delete from teams")).rowCount).toBe(0);
    });
  });

  test("and inside of one, no row can be given to another organisation", async () => {
    const { organisationId } = world.south;
    const attempt = asNorth((tx) =>
      tx.execute(sql`update teams set organisation_id = ${organisationId} where id = ${world.north.teamId}`),
    );
    expect(await stateOf(attempt)).toBe("42501");
  });
});

describe("a foreign key", () => {
  const table = (name: string, reference: string) => `
    create table ${name} (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null default current_organisation(),
      person_id uuid not null,
      ${reference}
    );
    create policy wall on ${name} for all to landfall_app
      using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()));
    select raise_wall('${name}');`;

  test("points across the wall when it is plain, and does not when it carries the organisation", async () => {
    await asOwner(async (client) => {
      await client.query(table("plain_pointer", "foreign key (person_id) references people (id)"));
      await client.query(
        table("own_pointer", "foreign key (organisation_id, person_id) references people (organisation_id, id)"),
      );
    });
    const point = (pointer: string, personId: string) =>
      asNorth((tx) => tx.execute(sql`insert into ${sql.identifier(pointer)} (person_id) values (${personId})`));
    // North cannot see that person, and the plain key lets it point there all the same: it also tells that the id exists.
    await expect(point("plain_pointer", world.south.contactId)).resolves.toBeDefined();
    expect(await stateOf(point("own_pointer", world.south.contactId))).toBe("23503");
    await expect(point("own_pointer", world.north.contactId)).resolves.toBeDefined();
  });

  test("of a real table refuses another organisation's id like one that does not exist", async () => {
    const assign = (personId: string) =>
      asNorth((tx) => tx.insert(roleAssignments).values({ personId, roleId: world.north.customRoleId }));
    const errors = await Promise.all(
      [world.south.contactId, "0190a0a0-0000-7000-8000-000000000000"].map((id) =>
        assign(id).then(
          () => undefined,
          (error: unknown) => error,
        ),
      ),
    );
    const refusals = errors.map((error) => refusalOfDatabase(error));
    expect(refusals[0]?.code).toBe("not_found");
    expect(refusals[0]?.message).toBe(refusals[1]?.message);
  });
});

describe("a migration that fills a column", () => {
  test("changes nothing and says nothing under FORCE; with FORCE lifted it changes all, and the wall stands again", async () => {
    const forced = "select relforcerowsecurity as forced from pg_class where oid = 'people'::regclass";
    await asOwner(async (client) => {
      expect((await client.query("update people set headline = 'filled'")).rowCount).toBe(0);

      await client.query("begin");
      await client.query("alter table people no force row level security");
      const all = await countIn(client, "people");
      expect(all).toBeGreaterThan(10);
      expect((await client.query("update people set headline = 'filled'")).rowCount).toBe(all);
      await client.query("alter table people force row level security");
      await client.query("commit");

      expect((await client.query(forced)).rows).toEqual([{ forced: true }]);
      expect(await countIn(client, "people")).toBe(0);
    });
    const filled = await asNorth((tx) => rowsOf<{ headline: string }>(tx, "select distinct headline from people"));
    expect(filled).toEqual([{ headline: "filled" }]);
  });
});

describe("the roles that look across", () => {
  const otherOrganisations = (tx: Transaction, table: string) =>
    rowsOf<{ id: string }>(tx, `select distinct organisation_id as id from ${table}`);

  test("are nothing to the application until it steps into one", async () => {
    await asApplication(async (client) => {
      expect(await countIn(client, "outbox")).toBe(0);
      expect(await countIn(client, "memberships")).toBe(0);
      expect(await stateOf(client.query("select 1 from rate_limits"))).toBe("42501");
      expect(await stateOf(client.query("delete from sessions"))).toBe("42501");
      expect(
        await stateOf(client.query("insert into users (id, email, email_key, name) select null, '', '', ''")),
      ).toBe("42501");
    });
  });

  test("show accounts of all to the identity role, and no person of an organisation", async () => {
    const seen = await acrossIdentity((tx) => otherOrganisations(tx, "memberships"));
    expect(seen).toHaveLength(2);
    expect(await stateOf(acrossIdentity((tx) => rowsOf(tx, "select 1 from people")))).toBe("42501");
  });

  test("show that something waits to the sweep role, and nothing about people", async () => {
    for (const { organisationId } of [world.north, world.south])
      await transaction({ organisationId }, (tx) =>
        tx.execute(
          sql`insert into outbox (id, name, data, at) values (gen_random_uuid(), 'wall.tried', '{}', clock_timestamp())`,
        ),
      );
    const seen = await acrossSweep((tx) => otherOrganisations(tx, "outbox"));
    expect(seen.map(({ id }) => id).sort()).toEqual([world.north.organisationId, world.south.organisationId].sort());
    for (const forbidden of ["name from people", "email from users", "actor_name from audit_entries", "* from notes"])
      expect(await stateOf(acrossSweep((tx) => rowsOf(tx, `select ${forbidden}`))), forbidden).toBe("42501");
  });

  test("end with the transaction, and with the part that stepped into one", async () => {
    const role = "select current_user::text as role";
    await acrossSweep(async (tx) => expect(await rowsOf(tx, role)).toEqual([{ role: "landfall_sweep" }]));
    await asNorth(async (tx) => {
      expect(await rowsOf(tx, role)).toEqual([{ role: "landfall_app" }]);
      const within = await identityWithin(tx, () => rowsOf(tx, role));
      expect(within).toEqual([{ role: "landfall_identity" }]);
      expect(await rowsOf(tx, role)).toEqual([{ role: "landfall_app" }]);
      expect((await rowsOf<{ id: string }>(tx, "select id from people")).length).toBeGreaterThan(3);
    });
  });

  test("are two: the application steps neither into the backup role nor into the owner", async () => {
    await asApplication(async (client) => {
      for (const role of ["landfall_backup", "landfall_owner", "postgres"])
        expect(await stateOf(client.query(`set role ${role}`)), role).toBe("42501");
    });
  });
});

describe("a login past the wall", () => {
  test("is refused in one line that says why: superuser, owner, or one that bypasses the policies", async () => {
    await expect(assertHeldByTheWall(world.database.appUrl)).resolves.toBeUndefined();
    const role = `bypassing_${process.pid}`;
    await withClient(world.database.superUrl, (client) =>
      client.query(`create role ${role} login bypassrls password 'through'`),
    );
    const bypassing = new URL(world.database.appUrl);
    bypassing.username = role;
    bypassing.password = "through";
    const why = { superuser: world.database.superUrl, owns: world.database.ownerUrl, bypasses: bypassing.href };
    try {
      for (const [word, address] of Object.entries(why)) {
        const said = await assertHeldByTheWall(address).then(
          () => "nothing",
          (error: Error) => error.message,
        );
        expect(said).toContain(word);
        expect(said).toContain("DATABASE_OWNER_URL");
        expect(said).not.toContain("\n");
        expect(said).not.toContain(new URL(address).password);
      }
    } finally {
      await withClient(world.database.superUrl, (client) => client.query(`drop role ${role}`));
    }
  });
});

describe("soft deletion", () => {
  test("is refused when the policy hides what is deleted, and works as a predicate of queries", async () => {
    await asOwner((client) =>
      client.query(`
        create table vanishing (
          id uuid primary key default gen_random_uuid(),
          organisation_id uuid not null default current_organisation(),
          deleted_at timestamptz
        );
        create policy wall on vanishing for all to landfall_app
          using (organisation_id = (select current_organisation()) and deleted_at is null)
          with check (organisation_id = (select current_organisation()));
        select raise_wall('vanishing');`),
    );
    await asNorth((tx) => tx.execute(sql`insert into vanishing default values`));
    expect(
      await stateOf(
        asNorth((tx) => tx.execute(sql`update vanishing set deleted_at = clock_timestamp() where deleted_at is null`)),
      ),
    ).toBe("42501");

    await asNorth(async (tx) => {
      await tx.execute(sql`update teams set deleted_at = clock_timestamp() where id = ${world.north.teamId}`);
      const left = await rowsOf<{ id: string }>(tx, "select id from teams where deleted_at is not null");
      expect(left).toEqual([{ id: world.north.teamId }]);
    });
  });
});
