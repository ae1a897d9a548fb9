import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/files/[organisation]/[fileId]/route";
import { contentStore } from "@/lib/files/store/content-store";
import { storeFile } from "@/lib/files/store-file";
import { ownStore } from "@/lib/files/testing/own-store";
import type { PersonActor } from "@/lib/platform/actor";
import { testWorld } from "@/lib/platform/testing/world";

let signedIn: PersonActor;

vi.mock("@/lib/entry/api-actor", () => ({ apiActor: async () => signedIn }));
vi.mock("@/lib/entry/request", () => ({
  requestFacts: async () => ({ requestId: "request-1", address: "192.0.2.1", userAgent: "", nonce: undefined }),
}));

const world = testWorld();
ownStore();

/** Five chunks of the store's, the last one short. */
const content = Buffer.from(randomBytes(135_000).toString("hex"));
let fileId: string;

beforeAll(async () => {
  const stored = await storeFile(await world.north.as("administrator"), { name: "Numbers.txt", content, largest: 1e6 });
  fileId = stored.fileId;
});
beforeEach(async () => {
  signedIn = await world.north.as("administrator");
});

async function download(headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost/api/files/north/${fileId}`, { headers });
  const response = await GET(request, { params: Promise.resolve({ organisation: "north", fileId }) });
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
}

describe("a download", () => {
  it("is the whole file, and says that parts of it can be had", async () => {
    const { status, headers, body } = await download();
    expect(status).toBe(200);
    expect(headers.get("accept-ranges")).toBe("bytes");
    expect(headers.get("etag")).toMatch(/^"[0-9a-f]{32}"$/);
    expect(body.equals(content)).toBe(true);
  });

  it.each([
    ["bytes=0-9", 0, 9],
    ["bytes=65530-65545", 65_530, 65_545],
    ["bytes=65536-131071", 65_536, 131_071],
    ["bytes=200000-", 200_000, 269_999],
    ["bytes=-1", 269_999, 269_999],
    ["bytes=0-999999", 0, 269_999],
  ])("of the part %s is that part", async (range, start, end) => {
    const { status, headers, body } = await download({ range });
    expect(status).toBe(206);
    expect(headers.get("content-range")).toBe(`bytes ${start}-${end}/270000`);
    expect(headers.get("content-length")).toBe(String(end - start + 1));
    expect(body.equals(content.subarray(start, end + 1))).toBe(true);
  });

  it("of a part reads no more from the store than what holds it", async () => {
    const get = vi.spyOn(contentStore(), "get");
    await download({ range: "bytes=140000-140009" });
    const read = get.mock.calls.map(([, part]) => part!.end - part!.start + 1);
    get.mockRestore();
    // The head, and one chunk with its tag.
    expect(read).toEqual([40, 64 * 1024 + 16]);
  });

  it("of a part beyond the end says how long the file is", async () => {
    const { status, headers, body } = await download({ range: "bytes=270000-" });
    expect(status).toBe(416);
    expect(headers.get("content-range")).toBe("bytes */270000");
    expect(body).toHaveLength(0);
  });

  it("goes on only where it is the same content", async () => {
    const etag = (await download()).headers.get("etag")!;
    expect((await download({ range: "bytes=5-", "if-range": etag })).status).toBe(206);
    const other = await download({ range: "bytes=5-", "if-range": '"another"' });
    expect(other.status).toBe(200);
    expect(other.body).toHaveLength(content.length);
    expect((await download({ range: "bytes=5-", "if-none-match": etag })).status).toBe(304);
  });

  it("of a part is refused like the whole to who may not read the file", async () => {
    signedIn = await world.south.as("administrator");
    expect((await download({ range: "bytes=0-3" })).status).toBe(404);
  });
});
