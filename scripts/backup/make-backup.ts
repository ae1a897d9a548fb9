import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { encryptedSize } from "@/lib/files/content-cipher";
import { contentStore } from "@/lib/files/store/content-store";
import { MissingContent } from "@/lib/files/store/missing-content";
import { withClient } from "../postgres/with-client";
import { StartFailure } from "../start-failure";
import { fingerprint, keysName, manifestName, type Manifest } from "./manifest";
import { columnList, migrationLevel, tablesInOrder, type BackedUpTable } from "./tables";
import { measured, tarEnd, tarHead, tarPadding } from "./tar";

export interface BackupOptions {
  ownerUrl: string;
  path: string;
  masterKey: string;
  /** Settings to put into the archive; it opens everything then, and must be kept like the keys themselves. */
  keys?: Record<string, string> | undefined;
  now: Date;
}

/** Bytes of a table in one entry: a COPY says how long it is only when it is through. */
const partSize = 8 * 1024 * 1024;

/**
 * Writes everything into one archive (`.tar.gz`): each table in one snapshot, as the role that reads all organisations and
 * changes none; then the contents that the snapshot names, encrypted as they lie in the store; last what all that is, with
 * checksums. The archive gets its name when it is complete.
 */
export async function makeBackup(options: BackupOptions): Promise<Manifest> {
  const unfinished = `${options.path}.part`;
  try {
    return await withClient(options.ownerUrl, async (client) => {
      const migrations = await migrationLevel(client);
      if (migrations.length === 0)
        throw new StartFailure("There is nothing to save: no installation was started here yet.");
      const manifest: Manifest = {
        format: 1,
        madeAt: options.now.toISOString(),
        migrations,
        masterKey: fingerprint(options.masterKey),
        tables: [],
        files: 0,
        missing: [],
        entries: [],
      };
      const file = createWriteStream(unfinished, { mode: 0o600 });
      await pipeline(Readable.from(archive(client, options, manifest)), createGzip({ level: 6 }), file);
      await rename(unfinished, options.path);
      return manifest;
    });
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function* archive(client: Client, { keys, now }: BackupOptions, manifest: Manifest): AsyncGenerator<Buffer> {
  const tables = await tablesInOrder(client);
  await client.query("begin isolation level repeatable read, read only");
  await client.query("set local role landfall_backup");
  for (const table of tables) yield* tableEntries(client, table, manifest, now);
  const contents = await client.query<{ store_key: string; size: string }>(
    "select store_key, size from file_contents order by store_key",
  );
  await client.query("commit");
  for (const { store_key: key, size } of contents.rows) yield* contentEntry(key, Number(size), manifest, now);
  if (keys) yield* entry(keysName, Buffer.from(JSON.stringify(keys)), manifest, now);
  const described = Buffer.from(JSON.stringify(manifest));
  yield tarHead(manifestName, described.length, now);
  yield described;
  yield tarPadding(described.length);
  yield tarEnd();
}

async function* tableEntries(
  client: Client,
  table: BackedUpTable,
  manifest: Manifest,
  now: Date,
): AsyncGenerator<Buffer> {
  const copy = client.query(
    copyTo(`copy (select ${columnList(client, table)} from ${client.escapeIdentifier(table.name)}) to stdout`),
  );
  let part: Buffer[] = [];
  let size = 0;
  let number = 0;
  const flush = () =>
    entry(`tables/${table.name}.${String(++number).padStart(5, "0")}`, Buffer.concat(part), manifest, now);
  for await (const piece of copy as AsyncIterable<Buffer>) {
    part.push(piece);
    size += piece.length;
    if (size < partSize) continue;
    yield* flush();
    part = [];
    size = 0;
  }
  if (size > 0) yield* flush();
  // How many rows there were comes after the last of them, in a message of its own: it is there once the next query is answered.
  await client.query("select");
  manifest.tables.push({ name: table.name, columns: table.columns, rows: copy.rowCount });
}

async function* contentEntry(key: string, size: number, manifest: Manifest, now: Date): AsyncGenerator<Buffer> {
  let stream: Readable;
  try {
    stream = await contentStore().get(key);
  } catch (error) {
    if (!(error instanceof MissingContent)) throw error;
    manifest.missing.push(key);
    return;
  }
  const expected = encryptedSize(size);
  const name = `files/${key}`;
  yield tarHead(name, expected, now);
  const content = measured(stream as AsyncIterable<Uint8Array>);
  yield* content.stream;
  const result = content.result();
  if (result.size !== expected)
    throw new Error(`The content ${key} is damaged: ${result.size} bytes instead of ${expected}.`);
  yield tarPadding(expected);
  manifest.entries.push({ name, ...result });
  manifest.files += 1;
}

async function* entry(name: string, content: Buffer, manifest: Manifest, now: Date): AsyncGenerator<Buffer> {
  const counted = measured(Readable.from([content]));
  yield tarHead(name, content.length, now);
  yield* counted.stream;
  yield tarPadding(content.length);
  manifest.entries.push({ name, ...counted.result() });
}
