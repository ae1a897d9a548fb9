import { createWriteStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { fileContents, files } from "@/db/schema/files";
import { deleteFile, restoreFile } from "@/lib/files/commands";
import { DamagedContent } from "@/lib/files/content-cipher";
import { RefusedFile } from "@/lib/files/inspection/refused-file";
import { bytesOf, openFile, readBytes } from "@/lib/files/open-file";
import { stagingFolder } from "@/lib/files/stage-upload";
import { contentStore } from "@/lib/files/store/content-store";
import { storeFile } from "@/lib/files/store-file";
import { docx, docxParts, zipped } from "@/lib/files/testing/office-files";
import { ownStore } from "@/lib/files/testing/own-store";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
ownStore();
const north = () => world.north;
const south = () => world.south;

const rowsOf = (organisationId: string) =>
  transaction({ organisationId, readOnly: true }, async (tx) => ({
    contents: await tx.select().from(fileContents),
    files: await tx.select().from(files),
  }));

async function objectsOf(organisationId: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of contentStore().list(`${organisationId}/`)) keys.push(key);
  return keys.sort();
}

/** Other test files upload at the same time, so that it may take a moment; what was left behind would stay. */
const nothingWaits = () => expect.poll(() => readdir(stagingFolder()).catch(() => []), { timeout: 8_000 }).toEqual([]);

async function* inPieces(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

describe("a file that is taken", () => {
  it("comes back byte for byte and lies encrypted in the store", async () => {
    const actor = await north().as("executive");
    const content = Buffer.from(`${randomBytes(8).toString("hex")} severance `.repeat(20_000));
    const stored = await storeFile(actor, { name: "Agreement.txt", content: inPieces(content, 7_777) });
    expect(stored).toMatchObject({ name: "Agreement.txt", size: content.length });
    const opened = await openFile(actor, stored.fileId);
    expect(opened).toMatchObject({
      name: "Agreement.txt",
      mediaType: "text/plain; charset=utf-8",
      sha256: stored.sha256,
    });
    expect(content.equals(await bytesOf(opened))).toBe(true);
    const [row] = (await rowsOf(north().organisationId)).contents.filter(({ sha256 }) => sha256 === stored.sha256);
    const parts: Buffer[] = [];
    for await (const part of await contentStore().get(row!.storeKey)) parts.push(part as Buffer);
    expect(Buffer.concat(parts).includes("severance")).toBe(false);
    expect(row!.storeKey.startsWith(`${north().organisationId}/`)).toBe(true);
    expect(row!.storeKey).not.toContain(stored.sha256);
    await nothingWaits();
  });

  it("lies there once, however often it is uploaded, and each upload keeps its own name", async () => {
    const actor = await north().as("consultant");
    const content = docx("The same sentence.");
    const before = await objectsOf(north().organisationId);
    const uploads = await Promise.all(
      ["One.docx", "Two.docx", "Three.docx"].map((name) => storeFile(actor, { name, content })),
    );
    expect(new Set(uploads.map(({ fileId }) => fileId)).size).toBe(3);
    expect(await objectsOf(north().organisationId)).toHaveLength(before.length + 1);
    expect((await openFile(actor, uploads[1]!.fileId)).name).toBe("Two.docx");
    // The other organisation has a copy of its own: nobody can tell from storing what another one holds.
    const other = await storeFile(await south().as("consultant"), { name: "Theirs.docx", content });
    const theirs = (await rowsOf(south().organisationId)).contents.filter(({ sha256 }) => sha256 === other.sha256);
    expect(theirs).toHaveLength(1);
    expect(await objectsOf(south().organisationId)).toContain(theirs[0]!.storeKey);
  });

  it("is attached in the same transaction, or not taken at all", async () => {
    const actor = await north().as("executive");
    const before = await rowsOf(north().organisationId);
    const objects = await objectsOf(north().organisationId);
    const refusal = await refusalOf(
      storeFile(actor, {
        name: "Lost.txt",
        content: Buffer.from("Attached to nothing."),
        attachTo: { entity: "nothing", entityId: north().programmeId },
      }),
    );
    expect(refusal.code).toBe("not_found");
    expect((await rowsOf(north().organisationId)).files).toHaveLength(before.files.length);
    expect(await objectsOf(north().organisationId)).toEqual(objects);
  });
});

describe("a file that is refused", () => {
  it.each<[string, Uint8Array, string]>([
    ["macros", zipped({ ...docxParts(), "word/vbaProject.bin": "macro" }), "Resume.docx"],
    ["empty", new Uint8Array(0), "Resume.docx"],
    ["truncated", docx().subarray(0, 300), "Resume.docx"],
    ["too-large", new Uint8Array(26 * 1024 * 1024).fill(65), "Long.txt"],
    ["unknown-type", Buffer.from("MZ"), "run.exe"],
  ])("leaves nothing behind: %s", async (reason, content, name) => {
    const before = await rowsOf(north().organisationId);
    const objects = await objectsOf(north().organisationId);
    const refusal = await refusalOf(
      storeFile(await north().as("executive"), { name, content: inPieces(content, 65_536) }),
    );
    expect(refusal).toBeInstanceOf(RefusedFile);
    expect((refusal as RefusedFile).reason).toBe(reason);
    expect(await rowsOf(north().organisationId)).toEqual(before);
    expect(await objectsOf(north().organisationId)).toEqual(objects);
    await nothingWaits();
  });

  it("stops reading at the limit instead of after it", async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 65_536;
        yield Buffer.alloc(65_536, 65);
      }
    }
    await refusalOf(storeFile(await north().as("executive"), { name: "Endless.txt", content: endless() }));
    expect(read).toBeLessThan(27 * 1024 * 1024);
  });

  it("leaves nothing behind when the sender breaks off", async () => {
    async function* broken() {
      yield Buffer.from("half of ");
      throw new Error("connection reset");
    }
    await expect(storeFile(await north().as("executive"), { name: "Half.txt", content: broken() })).rejects.toThrow(
      "connection reset",
    );
    await nothingWaits();
  });

  it("is one more than the plan's storage holds; what is known already costs nothing", async () => {
    const actor = await south().as("executive");
    const first = await storeFile(actor, { name: "First.txt", content: Buffer.from("x".repeat(600_000)) });
    const limited = { ...actor, organisation: { ...actor.organisation, limits: { storageMegabytes: 1 } } };
    const big = () => storeFile(limited, { name: "Second.txt", content: Buffer.from("y".repeat(600_000)) });
    expect(((await refusalOf(big())) as RefusedFile).reason).toBe("quota");
    await storeFile(limited, { name: "First again.txt", content: Buffer.from("x".repeat(600_000)) });
    await south().execute(deleteFile, "executive", { fileId: first.fileId });
    const again = (await rowsOf(south().organisationId)).files.find(({ name }) => name === "First again.txt");
    await south().execute(deleteFile, "executive", { fileId: again!.id });
    expect((await big()).size).toBe(600_000);
  });
});

describe("who may read a file", () => {
  it("is who uploaded it; nobody of another organisation ever", async () => {
    const stored = await storeFile(await north().as("executive"), { name: "Mine.txt", content: Buffer.from("mine") });
    for (const actor of [
      await north().as("other-consultant"),
      await south().as("executive"),
      await south().as("administrator"),
    ])
      expect((await refusalOf(openFile(actor, stored.fileId))).code).toBe("not_found");
    const { bytes } = await readBytes(await north().as("executive"), stored.fileId);
    expect(Buffer.from(bytes).toString()).toBe("mine");
  });

  it("is nobody once it is deleted, and the same person again once that is taken back", async () => {
    const stored = await storeFile(await north().as("executive"), { name: "Gone.txt", content: Buffer.from("gone") });
    await north().execute(deleteFile, "executive", { fileId: stored.fileId });
    expect((await refusalOf(openFile(await north().as("executive"), stored.fileId))).code).toBe("not_found");
    await north().execute(restoreFile, "executive", { fileId: stored.fileId });
    expect((await openFile(await north().as("executive"), stored.fileId)).name).toBe("Gone.txt");
  });

  it("gets an error, never wrong bytes, when the store was tampered with", async () => {
    const actor = await north().as("executive");
    const one = await storeFile(actor, { name: "One.txt", content: Buffer.from("one content") });
    const two = await storeFile(actor, { name: "Two.txt", content: Buffer.from("two content") });
    const { contents } = await rowsOf(north().organisationId);
    const keyOf = (sha256: string) => contents.find((content) => content.sha256 === sha256)!.storeKey;
    const taken = join(tmpdir(), `${keyOf(two.sha256).replace("/", ".")}.copy`);
    await pipeline(await contentStore().get(keyOf(two.sha256)), createWriteStream(taken));
    await contentStore().put(keyOf(one.sha256), taken);
    await expect(readBytes(actor, one.fileId)).rejects.toThrow(DamagedContent);
  });
});
