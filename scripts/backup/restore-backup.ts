import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { once } from "node:events";
import { finished, pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom, type CopyStreamQuery } from "pg-copy-streams";
import { stagingFolder } from "@/lib/files/stage-upload";
import { contentStore } from "@/lib/files/store/content-store";
import { withClient } from "../postgres/with-client";
import { StartFailure } from "../start-failure";
import { fingerprint, type Manifest } from "./manifest";
import { quieten } from "./quieten";
import { columnList, migrationLevel, tablesInOrder, type BackedUpTable } from "./tables";
import { openArchive, type VerifiedArchive } from "./verify-archive";

export interface RestoreOptions {
  ownerUrl: string;
  path: string;
  /** The archive, verified. */
  archive: VerifiedArchive;
  masterKey: string;
  now: Date;
  /** Called once it is certain that the place is empty and the archive fits, before anything is written. */
  beforeWriting?(): void;
}

export interface Restored {
  tables: number;
  rows: number;
  files: number;
  /** What was kept from happening again, by kind. */
  held: Record<string, number>;
}

/**
 * Brings an archive into an empty, migrated database and an empty store, all or nothing. Refuses (StartFailure) a place that
 * is not empty, another release, and another master key. Nothing that waited when the backup was made happens again.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { manifest } = options.archive;
  if (fingerprint(options.masterKey) !== manifest.masterKey)
    throw new StartFailure(
      "This backup was made with another LANDFALL_MASTER_KEY: set that one, or use a backup made with --with-keys.",
    );
  return withClient(options.ownerUrl, async (client) => {
    const level = await migrationLevel(client);
    if (level.join() !== manifest.migrations.join())
      throw new StartFailure(
        `This backup is of a release with ${manifest.migrations.length} migrations, and this one has ${level.length}: ` +
          "restore it with the release that made it, then update.",
      );
    const tables = await tablesInOrder(client);
    const known = new Map(tables.map((table) => [table.name, table]));
    for (const { name } of manifest.tables)
      if (!known.has(name)) throw new StartFailure(`There is no table ${name} here.`);
    await refuseWhatIsThere(client, tables);
    options.beforeWriting?.();
    const stored: string[] = [];
    try {
      await client.query("begin");
      for (const table of tables) await force(client, table, false);
      const rows = await readEntries(client, options, known, stored);
      const held = await quieten(client, options.now);
      for (const table of tables) if (table.forced) await force(client, table, true);
      await client.query("commit");
      return { tables: manifest.tables.length, rows, files: stored.length, held };
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      for (const key of stored) await contentStore().remove(key);
      throw error;
    }
  });
}

/** As the backup role, which sees every row; the owner would see none and take the place for empty. */
async function refuseWhatIsThere(client: Client, tables: readonly BackedUpTable[]): Promise<void> {
  await client.query("begin read only");
  await client.query("set local role landfall_backup");
  for (const { name } of tables) {
    const found = await client.query(`select 1 from ${client.escapeIdentifier(name)} limit 1`);
    if (found.rowCount)
      throw new StartFailure(
        `This database is not empty (there are ${name}): restore into a new one. “npm run reset” makes one.`,
      );
  }
  await client.query("commit");
  for await (const { key } of contentStore().list(""))
    throw new StartFailure(`The store for files is not empty (there is ${key}): restore into a new one.`);
}

/** COPY does not write where row-level security binds, and it binds the owner too until this is lifted. */
const force = (client: Client, { name }: BackedUpTable, on: boolean) =>
  client.query(`alter table ${client.escapeIdentifier(name)} ${on ? "" : "no "}force row level security`);

async function readEntries(
  client: Client,
  { path, archive }: RestoreOptions,
  known: ReadonlyMap<string, BackedUpTable>,
  stored: string[],
): Promise<number> {
  const expected = new Map(archive.manifest.tables.map((table) => [table.name, table]));
  let open: OpenTable | null = null;
  let total = 0;
  const finish = async () => {
    if (!open) return;
    const { table, copy, done } = open;
    open = null;
    copy.end();
    await done;
    if (copy.rowCount !== table.rows)
      throw new Error(`${table.name} has ${copy.rowCount} rows instead of ${table.rows}.`);
    total += table.rows;
  };
  for await (const { name, content } of openArchive(path)) {
    const [, tableName] = /^tables\/(\w+)\.\d+$/.exec(name) ?? [];
    if (tableName !== open?.table.name) await finish();
    if (tableName) {
      const table = expected.get(tableName);
      if (!table || !known.has(tableName)) throw new Error(`${name} belongs to no table.`);
      open ??= startCopy(client, table);
      for await (const piece of content)
        if (!open.copy.write(piece)) await Promise.race([once(open.copy, "drain"), open.done]);
    } else if (name.startsWith("files/")) {
      await storeContent(name.slice("files/".length), content, stored);
    }
  }
  await finish();
  return total;
}

interface OpenTable {
  table: Manifest["tables"][number];
  copy: CopyStreamQuery;
  /** Rejects when Postgres refuses a row, at whatever moment it says so. */
  done: Promise<void>;
}

function startCopy(client: Client, table: OpenTable["table"]): OpenTable {
  const copy = client.query(
    copyFrom(`copy ${client.escapeIdentifier(table.name)} (${columnList(client, table)}) from stdin`),
  );
  const done = finished(copy);
  done.catch(() => undefined);
  return { table, copy, done };
}

async function storeContent(key: string, content: AsyncIterable<Buffer>, stored: string[]): Promise<void> {
  await mkdir(stagingFolder(), { recursive: true, mode: 0o700 });
  const path = join(stagingFolder(), key.replace("/", "."));
  try {
    await pipeline(content, createWriteStream(path, { mode: 0o600 }));
    stored.push(key);
    await contentStore().put(key, path);
  } finally {
    await rm(path, { force: true });
  }
}
