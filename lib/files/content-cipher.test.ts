import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DamagedContent, decryptContent, decryptPart, encryptContent, encryptedSize } from "@/lib/files/content-cipher";

const dataKey = Buffer.alloc(32, 7);
const place = "north/one";

async function* pieces(content: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function all(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

const encrypted = (content: Uint8Array, chunkSize?: number) =>
  all(encryptContent(pieces(content), dataKey, place, chunkSize));
const decrypted = (content: Uint8Array, key = dataKey, from = place) =>
  all(decryptContent(pieces(content, 700), key, from));

describe("contents at rest", () => {
  it("come back as they were, whatever their size and the pieces they travel in", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 64 }), async (content, chunk) => {
        const stored = await encrypted(content, chunk);
        expect(stored.length).toBe(encryptedSize(content.length, chunk));
        expect((await decrypted(stored)).equals(content)).toBe(true);
      }),
    );
  });

  it("are found out when cut off anywhere, also between two chunks", async () => {
    const stored = await encrypted(randomBytes(64 * 3), 64);
    for (let end = 0; end < stored.length; end++)
      await expect(decrypted(stored.subarray(0, end))).rejects.toThrow(DamagedContent);
  });

  it("are found out when a bit is turned anywhere, or something is added", async () => {
    const stored = await encrypted(randomBytes(150), 64);
    for (let at = 0; at < stored.length; at++) {
      const changed = Buffer.from(stored);
      changed[at] = changed[at]! ^ 1;
      await expect(decrypted(changed)).rejects.toThrow(DamagedContent);
    }
    await expect(decrypted(Buffer.concat([stored, Buffer.from([0])]))).rejects.toThrow(DamagedContent);
  });

  it("are found out when two chunks change places", async () => {
    const stored = await encrypted(randomBytes(64 * 3), 64);
    const [head, first, second, rest] = [
      stored.subarray(0, 40),
      stored.subarray(40, 120),
      stored.subarray(120, 200),
      stored.subarray(200),
    ];
    await expect(decrypted(Buffer.concat([head, second, first, rest]))).rejects.toThrow(DamagedContent);
  });

  it("give any part of themselves, and only of themselves", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 64 }),
        fc.nat(),
        fc.nat(),
        async (content, chunk, one, two) => {
          const [start, end] = [one % content.length, two % content.length].sort((a, b) => a - b) as [number, number];
          const stored = await encrypted(content, chunk);
          const read = async (from: number, to: number) => pieces(stored.subarray(from, to + 1), 7);
          const part = { read, dataKey, place, size: content.length };
          expect((await all(decryptPart(part, { start, end }))).equals(content.subarray(start, end + 1))).toBe(true);
          stored[40 + Math.floor(start / chunk) * (chunk + 16)]! ^= 1;
          await expect(all(decryptPart(part, { start, end }))).rejects.toThrow(DamagedContent);
        },
      ),
    );
  });

  it("give no part of another content of the same size, and none that is cut off", async () => {
    const content = randomBytes(200);
    const stored = await encrypted(content, 64);
    const swapped = Buffer.concat([stored.subarray(0, 40), stored.subarray(120, 200), stored.subarray(120)]);
    const of = (bytes: Buffer, size = content.length) => ({
      read: async (from: number, to: number) => pieces(bytes.subarray(from, to + 1)),
      dataKey,
      place,
      size,
    });
    await expect(all(decryptPart(of(swapped), { start: 0, end: 9 }))).rejects.toThrow(DamagedContent);
    await expect(all(decryptPart(of(stored.subarray(0, 200)), { start: 100, end: 199 }))).rejects.toThrow(
      DamagedContent,
    );
    // A row that says less than there is cannot make a chunk in the middle the last one.
    await expect(all(decryptPart(of(stored, 64), { start: 0, end: 9 }))).rejects.toThrow(DamagedContent);
  });

  it("open with no other key and at no other place", async () => {
    const stored = await encrypted(Buffer.from("The terms of the agreement"));
    expect(stored.includes("agreement")).toBe(false);
    await expect(decrypted(stored, Buffer.alloc(32, 8))).rejects.toThrow(DamagedContent);
    await expect(decrypted(stored, dataKey, "south/one")).rejects.toThrow(DamagedContent);
  });

  it("flow: the first bytes are there before the last ones came", async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield Buffer.alloc(64 * 1024, given);
      }
    }
    const stream = decryptContent(encryptContent(endless(), dataKey, place), dataKey, place);
    for (let at = 0; at < 50; at++) expect((await stream.next()).value).toBeDefined();
    expect(given).toBeLessThan(60);
    await stream.return(undefined);
  });
});
