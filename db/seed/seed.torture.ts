import { afterEach, describe, expect, test } from "vitest";
import { acrossIdentity } from "@/db/across";
import { closeDatabase, useDatabase } from "@/db/client";
import { seedDemo } from "@/db/seed/seed";
import { sql } from "drizzle-orm";
import { ownStore } from "@/lib/files/testing/own-store";
import { cloneDatabase, dropDatabase } from "@/scripts/testing/postgres";

/*
 * The demo is told from whatever moment somebody starts the product: at night, when the day differs between the zones of its people; over a change
 * of the clocks; at the end of a month or year; on a weekend.
 */

const name = `seed_moments_${process.pid}`;
ownStore();

afterEach(async () => {
  await closeDatabase();
  useDatabase(null);
  await dropDatabase(name);
});

describe("the demo is told", () => {
  test.each([
    ...["2026-11-21T22:15:00Z", "2026-11-21T23:30:00Z", "2026-11-22T00:40:00Z", "2026-11-22T03:10:00Z"],
    ...["2026-12-31T23:05:00Z", "2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z", "2026-10-25T00:30:00Z"],
    ...["2027-02-28T21:30:00Z", "2028-02-29T12:00:00Z", "2026-08-31T22:30:00Z", "2026-11-23T05:00:00Z"],
  ])(
    "at %s",
    async (moment) => {
      const { appUrl } = await cloneDatabase(name);
      await seedDemo({ appUrl, now: new Date(moment) });
      const { rows } = (await acrossIdentity((tx) =>
        tx.execute(sql`select count(*)::int as firms from organisations`),
      )) as unknown as { rows: [{ firms: number }] };
      expect(rows[0].firms).toBeGreaterThanOrEqual(2);
    },
    180_000,
  );
});
