import { randomUUID } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { transaction, useDatabase, closeDatabase } from "@/db/client";
import { imports } from "@/db/schema/imports";
import { mailMessages } from "@/db/schema/mail";
import { outbox } from "@/db/schema/platform";
import { readBytes } from "@/lib/files/open-file";
import { storeFile } from "@/lib/files/store-file";
import { contentStore, useContentStore } from "@/lib/files/store/content-store";
import { DiskStore } from "@/lib/files/store/disk-store";
import { sealAudit, verifyAudit } from "@/lib/platform/audit-chain";
import { env } from "@/lib/platform/env";
import { storeEvents } from "@/lib/platform/outbox";
import { dispatchEvents } from "@/lib/platform/outbox-dispatch";
import { testWorld } from "@/lib/platform/testing/world";
import { withClient } from "../postgres/with-client";
import { cloneDatabase, dropDatabase } from "../testing/postgres";
import { makeBackup } from "./make-backup";
import { restoreBackup } from "./restore-backup";
import { tablesInOrder } from "./tables";
import { verifyArchive } from "./verify-archive";

const world = testWorld();
const now = new Date("2026-11-21T09:00:00Z");
const masterKey = env.LANDFALL_MASTER_KEY!;
let folder: string;
let path: string;
let fileId: string;
let place: { name: string; ownerUrl: string; appUrl: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "landfall-backup-"));
  path = join(folder, "backup.tar.gz");
  const { north, south } = world;
  const actor = await north.as("executive");
  fileId = (await storeFile(actor, { name: "Terms.txt", content: Buffer.from("terms ".repeat(100_000)) })).fileId;
  // Texts with everything that a COPY has to escape.
  await storeFile(actor, { name: "Tab\tand \\N and “quotes”.txt", content: Buffer.from("x") });
  await transaction({ organisationId: north.organisationId }, (tx) =>
    tx.update(imports).set({ state: "running" }).where(eq(imports.id, north.importId)),
  );
  await transaction({ organisationId: north.organisationId }, (tx) =>
    storeEvents(tx, [{ id: randomUUID(), name: "imports.started", data: { importId: north.importId } }], now),
  );
  await transaction({ organisationId: north.organisationId }, (tx) =>
    tx.insert(mailMessages).values({
      at: now,
      toAddress: "somebody@example.com",
      toName: "Somebody",
      subject: "Waiting",
      idempotencyKey: "test",
      threadKey: "test",
      searchKey: "waiting",
      nextAttemptAt: now,
    }),
  );
  for (const { organisationId } of [north, south]) await sealAudit(organisationId);
  await makeBackup({ ownerUrl: world.database.ownerUrl, path, masterKey, now });
  place = { name: `restore_${randomUUID().slice(0, 8)}`, ownerUrl: "", appUrl: "" };
  place = { ...place, ...(await cloneDatabase(place.name)) };
});

afterAll(async () => {
  await closeDatabase();
  useContentStore(null);
  await dropDatabase(place.name);
  await rm(folder, { recursive: true, force: true });
});

/** Number and hash of the rows of each table, over all organisations. */
const contentsOf = (ownerUrl: string) =>
  withClient(ownerUrl, async (client) => {
    const tables = await tablesInOrder(client);
    await client.query("begin read only");
    await client.query("set local role landfall_backup");
    const contents: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ said: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '-') as said from ${name} t`,
      );
      contents[name] = rows[0]!.said;
    }
    return contents;
  });

const restoreTo = async (ownerUrl: string, from = path, key = masterKey) =>
  restoreBackup({ ownerUrl, path: from, archive: await verifyArchive(from), masterKey: key, now });

/** What a restore changes on purpose. */
const quietened = ["outbox", "mail_messages", "imports"];

describe("a backup", () => {
  it("is refused where something is already", async () => {
    await expect(restoreTo(world.database.ownerUrl)).rejects.toThrow("not empty");
    // An empty database is not enough: the store of this run holds files.
    await expect(restoreTo(place.ownerUrl)).rejects.toThrow("store for files is not empty");
  });

  it("is refused under another master key, and of another release", async () => {
    const other = Buffer.alloc(32, 9).toString("base64");
    await expect(restoreTo(place.ownerUrl, path, other)).rejects.toThrow("another LANDFALL_MASTER_KEY");
    const archive = await verifyArchive(path);
    const older = { ...archive, manifest: { ...archive.manifest, migrations: ["older"] } };
    await expect(restoreBackup({ ownerUrl: place.ownerUrl, path, archive: older, masterKey, now })).rejects.toThrow(
      "restore it with the release that made it",
    );
  });

  it("is refused as a whole when a single byte of it is wrong, or its end is missing", async () => {
    const plain = gunzipSync(await readFile(path));
    const at = plain.indexOf("North Harbour");
    expect(at).toBeGreaterThan(0);
    plain[at] = plain[at]! ^ 1;
    const changed = join(folder, "changed.tar.gz");
    await writeFile(changed, gzipSync(plain));
    await expect(verifyArchive(changed)).rejects.toThrow("is damaged: tables/organisations.00001");
    const cut = join(folder, "cut.tar.gz");
    await copyFile(path, cut);
    await writeFile(cut, (await readFile(path)).subarray(0, 5000));
    await expect(verifyArchive(cut)).rejects.toThrow("cannot be read");
    const text = join(folder, "text.tar.gz");
    await writeFile(text, "no archive");
    await expect(verifyArchive(text)).rejects.toThrow("cannot be read");
  });

  it("holds files encrypted and the keys only when asked for", async () => {
    const plain = gunzipSync(await readFile(path));
    expect(plain.includes("terms terms")).toBe(false);
    expect(plain.includes("keys.json")).toBe(false);
    expect(plain.includes(masterKey)).toBe(false);
    const withKeys = join(folder, "with-keys.tar.gz");
    await makeBackup({
      ownerUrl: world.database.ownerUrl,
      path: withKeys,
      masterKey,
      keys: { LANDFALL_MASTER_KEY: masterKey },
      now,
    });
    expect((await verifyArchive(withKeys)).keys).toEqual({ LANDFALL_MASTER_KEY: masterKey });
    expect((await stat(withKeys)).mode & 0o077).toBe(0);
  });

  it("brings everything back: each row, each file, a chain of audit that holds; and nothing happens twice", async () => {
    const before = await contentsOf(world.database.ownerUrl);
    useContentStore(new DiskStore(join(folder, "contents")));
    const restored = await restoreTo(place.ownerUrl);
    const after = await contentsOf(place.ownerUrl);
    for (const [table, said] of Object.entries(before))
      if (quietened.includes(table)) expect(after[table]!.split(" ")[0], table).toBe(said.split(" ")[0]);
      else expect(after[table], table).toBe(said);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(restored.tables).toBe(Object.keys(before).length);
    expect(restored.held).toMatchObject({ mails: 1, imports: 1 });
    expect(restored.held.events).toBeGreaterThan(0);

    await closeDatabase();
    useDatabase(place.appUrl);
    const { bytes } = await readBytes(await world.north.as("executive"), fileId);
    expect(Buffer.from(bytes).toString()).toBe("terms ".repeat(100_000));
    for (const { organisationId } of [world.north, world.south]) {
      const verified = await verifyAudit(organisationId);
      expect(verified.faults).toEqual([]);
    }
    expect((await verifyAudit(world.north.organisationId)).sealed).toBeGreaterThan(0);

    const delivered: string[] = [];
    await dispatchEvents(undefined, {
      deliver: async (_tx, events) => {
        delivered.push(...events.map(({ name }) => name));
      },
    });
    expect(delivered).toEqual([]);
    await transaction({ organisationId: world.north.organisationId }, async (tx) => {
      expect(await tx.select().from(mailMessages).where(eq(mailMessages.idempotencyKey, "test"))).toMatchObject([
        { status: "failed", lastErrorCode: "restored", nextAttemptAt: null },
      ]);
      expect(await tx.select().from(imports).where(eq(imports.id, world.north.importId))).toMatchObject([
        { state: "cancelled" },
      ]);
      expect((await tx.select().from(outbox)).every(({ dispatchedAt }) => dispatchedAt)).toBe(true);
    });
    // The wall stands again: without an organisation nobody sees anything, not even the owner.
    await withClient(place.ownerUrl, async (client) => {
      expect((await client.query("select 1 from people")).rowCount).toBe(0);
    });
    await withClient(place.appUrl, async (client) => {
      expect((await client.query("select 1 from people")).rowCount).toBe(0);
    });
  });

  it("that breaks off in the middle leaves the place as empty as it was", async () => {
    const name = `restore_${randomUUID().slice(0, 8)}`;
    const other = await cloneDatabase(name);
    try {
      useContentStore(new DiskStore(join(folder, "other")));
      const archive = await verifyArchive(path);
      const tables = archive.manifest.tables.map((table) =>
        table.name === "people" ? { ...table, rows: table.rows + 1 } : table,
      );
      const wrong = { ...archive, manifest: { ...archive.manifest, tables } };
      await expect(restoreBackup({ ownerUrl: other.ownerUrl, path, archive: wrong, masterKey, now })).rejects.toThrow(
        "people has",
      );
      expect(Object.values(await contentsOf(other.ownerUrl)).every((said) => said === "0 -")).toBe(true);
      const objects: string[] = [];
      for await (const { key } of contentStore().list("")) objects.push(key);
      expect(objects).toEqual([]);
    } finally {
      await dropDatabase(name);
    }
  });
});
