import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startCluster } from "../postgres/cluster";
import { readRecord } from "../postgres/place";
import { isAlive } from "../postgres/take-over";
import { withClient } from "../postgres/with-client";
import { removeLeftClusters } from "./cluster";
import { cloneDatabase, dropDatabase, refuseRemoteDatabase } from "./postgres";

describe("the Postgres of a test run", () => {
  it("gives each test a migrated database, under roles that row-level security binds", async () => {
    const name = `clone_${process.pid}`;
    const { ownerUrl, appUrl } = await cloneDatabase(name);
    for (const url of [ownerUrl, appUrl]) {
      const { rows } = await withClient(url, (client) =>
        client.query("select rolsuper, rolbypassrls from pg_roles where rolname = current_user"),
      );
      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    }
    const tables = await withClient(ownerUrl, (client) =>
      client.query("select tableowner from pg_tables where schemaname = 'public'"),
    );
    expect(tables.rowCount).toBeGreaterThan(5);
    expect(tables.rows.every(({ tableowner }) => tableowner === "landfall_owner")).toBe(true);
    await dropDatabase(name);
    await expect(withClient(appUrl, (client) => client.query("select 1"))).rejects.toThrow(/does not exist/);
  });

  it("sorts alike on every machine", async () => {
    const name = `sorting_${process.pid}`;
    const { appUrl } = await cloneDatabase(name);
    const { rows } = await withClient(appUrl, (client) =>
      client.query(
        "select lower('ÉCOLE') as lower, 'Z' < 'a' as bytes, current_setting('server_encoding') as encoding",
      ),
    );
    expect(rows).toEqual([{ lower: "école", bytes: true, encoding: "UTF8" }]);
    await dropDatabase(name);
  });

  it("is never one that is not on this machine", () => {
    expect(() => refuseRemoteDatabase("postgres://a:b@ep-1.eu.neon.tech/landfall")).toThrow(/this machine only/);
    expect(refuseRemoteDatabase("postgres://a:b@127.0.0.1:5432/x")).toContain("127.0.0.1");
  });
});

describe("what a killed test run has left", () => {
  it("is stopped and removed by the next one", async () => {
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    const folder = mkdtempSync(join(tmpdir(), `landfall-test-${dead}-`));
    const { pid } = await startCluster({ folder });
    const data = readRecord(folder)?.data ?? "";
    await removeLeftClusters();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(data)).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)("is removed also when its temporary folder is gone", async () => {
    const folder = mkdtempSync(join(tmpdir(), "landfall-gone-"));
    const { pid } = await startCluster({ folder });
    const data = readRecord(folder)?.data ?? "";
    rmSync(folder, { recursive: true });
    await removeLeftClusters();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(data)).toBe(false);
  });
});
