import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runMigrations } from "@/db/migrate";
import { removeCluster, startCluster } from "../postgres/cluster";
import type { Cluster } from "../postgres/cluster";
import { sharedFolder } from "../postgres/program";
import { isAlive, takeOver } from "../postgres/take-over";
import { withClient } from "../postgres/with-client";
import { templateDatabase } from "./template";

const prefix = "landfall-test-";

/** A Postgres for one test run: nothing of it is on disk for long, and nothing of it is left behind. */
export type TestRunCluster = Cluster & { folder: string; remove: () => Promise<void> };

/**
 * Starts a Postgres of its own for this test run, in a temporary folder, with a migrated template. What killed runs have left is
 * removed first. Durability is off: a test database that does not survive a power cut is fine.
 */
export async function startTestCluster(): Promise<TestRunCluster> {
  await removeLeftClusters();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };
  const cluster = await startCluster({ folder, settings });
  await withClient(cluster.ownerUrl("postgres"), (client) => client.query(`create database ${templateDatabase}`));
  await runMigrations({
    ownerUrl: cluster.ownerUrl(templateDatabase),
    appRole: "landfall_app",
    folder: join(process.cwd(), "db", "migrations"),
  });
  const remove = async () => {
    await cluster.stop();
    await removeCluster(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...cluster, folder, remove };
}

/** Stops and removes the clusters of test runs whose process is gone. Those of another user are left to that user. */
export async function removeLeftClusters(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.match(/^landfall-test-(\d+)-/)?.[1]);
    const folder = join(tmpdir(), name);
    if (!pid || isAlive(pid) || !existsSync(folder) || statSync(folder).uid !== process.getuid?.()) continue;
    // Another run may be removing it at the same moment.
    await removeCluster(folder).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
  // What root keeps elsewhere for a temporary folder that is gone.
  if (process.getuid?.() !== 0 || !existsSync(sharedFolder)) return;
  for (const name of readdirSync(sharedFolder)) {
    const owner = join(sharedFolder, name, "belongs-to");
    if (!existsSync(owner)) continue;
    const folder = readFileSync(owner, "utf8");
    if (!folder.startsWith(realpathSync(tmpdir())) || existsSync(folder)) continue;
    await takeOver(join(sharedFolder, name, "postgres"));
    rmSync(join(sharedFolder, name), { recursive: true, force: true });
  }
}
