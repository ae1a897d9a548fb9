import { createHash } from "node:crypto";
import { afterAll, expect } from "vitest";
import { closeDatabase, useDatabase } from "@/db/client";
import { seedWorlds } from "@/db/seed/world";
import { dropDatabase, testCluster } from "@/scripts/testing/postgres";
import { withClient } from "@/scripts/postgres/with-client";

const worldTemplate = "landfall_world";

export interface TestDatabase {
  name: string;
  ownerUrl: string;
  appUrl: string;
  superUrl: string;
}

/**
 * A database of this test file's own: a clone of one that holds two organisations (`db/seed/world.ts`), dropped when the
 * file is through. The application talks to it from then on.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = await testCluster();
  await makeTemplate(cluster.ownerUrl);
  const name = `test_${createHash("sha256")
    .update(`${expect.getState().testPath ?? ""}${process.pid}${performance.now()}`)
    .digest("hex")
    .slice(0, 16)}`;
  await withClient(cluster.ownerUrl("postgres"), (client) =>
    client.query(`create database ${client.escapeIdentifier(name)} template ${worldTemplate}`),
  );
  useDatabase(cluster.appUrl(name));
  afterAll(async () => {
    await closeDatabase();
    useDatabase(null);
    await dropDatabase(name);
  });
  return {
    name,
    ownerUrl: cluster.ownerUrl(name),
    appUrl: cluster.appUrl(name),
    superUrl: cluster.superUrl(name),
  };
}

/** Made once a run, by whichever worker comes first; the others wait for its lock. */
async function makeTemplate(ownerUrl: (database: string) => string): Promise<void> {
  const cluster = await testCluster();
  await withClient(ownerUrl("postgres"), async (client) => {
    await client.query("select pg_advisory_lock(hashtext('landfall.world'))");
    const found = await client.query("select 1 from pg_database where datname = $1", [worldTemplate]);
    if (found.rowCount) return;
    const half = `${worldTemplate}_half`;
    await client.query(`drop database if exists ${half} with (force)`);
    await client.query(`create database ${half} template landfall_template`);
    useDatabase(cluster.appUrl(half));
    await seedWorlds();
    await closeDatabase();
    await client.query(`alter database ${half} rename to ${worldTemplate}`);
  });
}
