import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ContentStore } from "@/lib/files/store/content-store";
import { DiskStore } from "@/lib/files/store/disk-store";
import { MissingContent } from "@/lib/files/store/missing-content";
import { S3Store } from "@/lib/files/store/s3-store";
import { startS3Server, type S3Server } from "@/lib/files/testing/s3-server";

let folder: string;
let s3: S3Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "landfall-store-"));
  s3 = await startS3Server("landfall", "key");
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await s3.close();
});

const place = (accessKeyId = "key") => ({
  bucket: "landfall",
  endpoint: s3.endpoint,
  region: "eu-central-2",
  accessKeyId,
  secretAccessKey: "secret",
});

const stores: Array<[string, () => ContentStore]> = [
  ["a folder", () => new DiskStore(join(folder, "contents"))],
  ["a bucket", () => new S3Store(place())],
];

async function fileOf(content: Uint8Array): Promise<string> {
  const path = join(folder, `upload-${performance.now()}`);
  await writeFile(path, content);
  return path;
}

async function read(store: ContentStore, key: string, range?: { start: number; end: number }): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await store.get(key, range)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

describe.each(stores)("contents in %s", (_name, make) => {
  it("come back, are listed by organisation, and go", async () => {
    const store = make();
    const content = Buffer.alloc(300_000, 5);
    for (const key of ["north/a", "north/b", "north/c", "south/a"]) await store.put(key, await fileOf(content));
    expect((await read(store, "north/b")).equals(content)).toBe(true);
    expect(await store.has("north/b")).toBe(true);
    const listed: string[] = [];
    for await (const { key, changedAt } of store.list("north/")) {
      expect(changedAt).toBeInstanceOf(Date);
      listed.push(key);
    }
    expect(listed.sort()).toEqual(["north/a", "north/b", "north/c"]);
    await store.put("north/parts", await fileOf(Buffer.from("0123456789")));
    expect((await read(store, "north/parts", { start: 2, end: 4 })).toString()).toBe("234");
    await store.remove("north/b");
    await store.remove("north/b");
    expect(await store.has("north/b")).toBe(false);
    await expect(store.get("north/b")).rejects.toThrow(MissingContent);
  });

  it("are replaced as a whole", async () => {
    const store = make();
    await store.put("north/again", await fileOf(Buffer.from("one")));
    await store.put("north/again", await fileOf(Buffer.from("two")));
    expect((await read(store, "north/again")).toString()).toBe("two");
  });
});

describe("a bucket", () => {
  it("that stumbles is asked again", async () => {
    s3.failNext(503, 500);
    await new S3Store(place()).put("north/slow", await fileOf(Buffer.from("slow")));
    expect(s3.objects.get("north/slow")?.toString()).toBe("slow");
  });

  it("that refuses our key is an error, not a missing file", async () => {
    await expect(new S3Store(place("stranger")).get("north/a")).rejects.not.toThrow(MissingContent);
  });
});

describe("a folder", () => {
  it("keeps nothing outside of itself", async () => {
    const store = new DiskStore(join(folder, "contents"));
    await expect(store.put("../outside", await fileOf(Buffer.from("x")))).rejects.toThrow("out of its folder");
    expect(await readdir(folder)).not.toContain("outside");
  });
});
