import { afterEach, expect, test } from "vitest";
import { assertHeldByTheWall, useDatabase } from "@/db/client";
import { lineOf } from "@/lib/entry/start-up";
import { testWorld } from "@/lib/platform/testing/world";
import { withClient } from "@/scripts/postgres/with-client";

const world = testWorld();

afterEach(() => useDatabase(world.database.appUrl));

const refusal = async (address: string) => {
  useDatabase(address);
  return assertHeldByTheWall().then(
    () => "held",
    (error: unknown) => lineOf(error),
  );
};

test("a server runs only under a login that the wall holds", async () => {
  expect(await refusal(world.database.appUrl)).toBe("held");
  expect(await refusal(world.database.ownerUrl)).toMatch(/logs in as "landfall_owner", which owns the tables/);
  expect(await refusal(world.database.superUrl)).toMatch(/which is a superuser/);
});

test("a login that bypasses row-level security is refused, member of the application's role or not", async () => {
  const { superUrl, appUrl } = world.database;
  const name = `bypassing_${process.pid}`;
  await withClient(superUrl, (client) =>
    client.query(`create role ${name} login bypassrls password 'test' in role landfall_app`),
  );
  try {
    await withClient(superUrl, (client) =>
      client.query(`grant connect on database ${client.escapeIdentifier(world.database.name)} to ${name}`),
    );
    const address = new URL(appUrl);
    address.username = name;
    address.password = "test";
    expect(await refusal(address.href)).toMatch(/which bypasses row-level security/);
  } finally {
    await withClient(superUrl, async (client) => {
      await client.query(`drop owned by ${name}`);
      await client.query(`drop role if exists ${name}`);
    });
  }
});

test("what is printed is one line that says most", () => {
  expect(lineOf(new Error("One\ntwo"))).toBe("One");
  const wrapped = new Error("Failed query: select 1", { cause: new Error("connect ECONNREFUSED 127.0.0.1:9") });
  expect(lineOf(wrapped)).toBe("The database does not answer as it should: connect ECONNREFUSED 127.0.0.1:9");
});
