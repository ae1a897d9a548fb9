import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { newId } from "@/db/tenant-table";
import { storeEvents } from "@/lib/platform/outbox";
import { dispatchEvents } from "@/lib/platform/outbox-dispatch";
import { testWorld } from "@/lib/platform/testing/world";

/** Takes events as Inngest does (POST /e/<event key>). There before the settings are read, which name it. */
const peer = await vi.hoisted(async () => {
  const { createServer } = await import("node:http");
  const state = { status: 200, taken: [] as Array<{ id: string; name: string; ts: number; data: unknown }> };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const { status } = state;
      if (status === 200 && request.url === "/e/test-event-key")
        state.taken.push(...(JSON.parse(body) as typeof state.taken));
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(status === 200 ? { ids: ["1"], status } : { error: "no", status }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  process.env.INNGEST_EVENT_KEY = "test-event-key";
  process.env.INNGEST_SIGNING_KEY = "signkey-test-00000000000000000000000000000000";
  process.env.INNGEST_BASE_URL = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  return { server, state };
});

const world = testWorld();
const at = new Date("2026-11-20T10:00:00Z");

afterAll(() => peer.server.close());

beforeEach(() => {
  peer.state.taken = [];
  peer.state.status = 200;
});

async function emit(): Promise<string> {
  const id = newId();
  await transaction({ organisationId: world.north.organisationId }, (tx) =>
    storeEvents(tx, [{ id, name: "tests.happened", data: { count: 1 } }], at),
  );
  return id;
}

test("where Inngest is set up, events go there under the outbox's ids", async () => {
  const id = await emit();
  expect(await dispatchEvents([id])).toEqual({ sent: 1, failed: 0 });
  expect(peer.state.taken).toEqual([
    expect.objectContaining({ id, name: "tests.happened", ts: at.getTime(), data: { count: 1 } }),
  ]);
  expect(await dispatchEvents([id])).toEqual({ sent: 0, failed: 0 });
});

test("what Inngest refuses waits for the next sweep", async () => {
  const id = await emit();
  peer.state.status = 400;
  expect(await dispatchEvents([id], { now: at })).toEqual({ sent: 0, failed: 1 });
  peer.state.status = 200;
  expect(await dispatchEvents([id], { now: at })).toEqual({ sent: 0, failed: 0 });
  expect(await dispatchEvents(undefined, { now: new Date(at.getTime() + 60_000) })).toEqual({ sent: 1, failed: 0 });
  expect(peer.state.taken.map((event) => event.id)).toEqual([id]);
});
