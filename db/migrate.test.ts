import { beforeAll, describe, expect, test } from "vitest";
import { OtherPast, runMigrations } from "@/db/migrate";
import { testDatabase, type TestDatabase } from "@/lib/platform/testing/database";
import { withClient } from "@/scripts/postgres/with-client";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

const tables = () =>
  withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    );
    return rows.map(({ name }) => name);
  });

describe("migrations", () => {
  test("are applied once: a database that has them all is left alone", async () => {
    const before = await tables();
    expect(before).toContain("programmes");
    const run = () => runMigrations({ ownerUrl: database.ownerUrl, appRole: "landfall_app" });
    expect(await Promise.all([run(), run()])).toEqual([{ applied: 0 }, { applied: 0 }]);
    expect(await tables()).toEqual(before);
  });

  test("refuse a database that has seen others, and change nothing", async () => {
    const before = await tables();
    await withClient(database.ownerUrl, (client) =>
      client.query("update drizzle.__drizzle_migrations set hash = 'another' where id = 1"),
    );
    await expect(runMigrations({ ownerUrl: database.ownerUrl, appRole: "landfall_app" })).rejects.toThrow(OtherPast);
    expect(await tables()).toEqual(before);
  });
});
