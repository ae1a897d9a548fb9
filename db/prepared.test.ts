import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { acrossIdentity } from "@/db/across";
import { transaction } from "@/db/client";
import { testWorld } from "@/lib/platform/testing/world";

const world = testWorld();

const rows = <Row>(result: unknown) => (result as { rows: Row[] }).rows;

test("a statement that comes again is prepared, and shows each organisation its own", async () => {
  const visible = async (organisationId: string) =>
    transaction({ organisationId }, async (tx) => {
      const counted = await tx.execute(sql`select count(*)::int as people from people where id <> ${organisationId}`);
      return rows<{ people: number }>(counted)[0]?.people;
    });
  const [north, south] = [world.north.organisationId, world.south.organisationId];
  const first = [await visible(north), await visible(south)];
  for (let time = 0; time < 8; time++) expect([await visible(north), await visible(south)]).toEqual(first);
  const names = await transaction({}, (tx) =>
    tx.execute(sql`select name from pg_prepared_statements where statement like '%as people from people%'`),
  );
  expect(rows(names)).toHaveLength(1);
});

test("the same statement in a narrower role is planned for that role", async () => {
  const count = sql`select count(*)::int as known from users where id is not null`;
  const asApplication = () => transaction({}, async (tx) => rows<{ known: number }>(await tx.execute(count))[0]?.known);
  const asIdentity = () => acrossIdentity(async (tx) => rows<{ known: number }>(await tx.execute(count))[0]?.known);
  for (let time = 0; time < 8; time++) {
    expect(await asApplication()).toBe(0);
    expect(await asIdentity()).toBeGreaterThan(0);
  }
});
