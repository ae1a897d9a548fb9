import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, like } from "drizzle-orm";
import nodeIcal, { type VEvent } from "node-ical";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET } from "./route";
import { acrossIdentity } from "@/db/across";
import { transaction } from "@/db/client";
import { rateLimits } from "@/db/schema/identity";
import { people } from "@/db/schema/people";
import { setClock } from "@/lib/platform/clock";
import { testWorld } from "@/lib/platform/testing/world";
import { bookSession } from "@/lib/scheduling/commands/booking";
import { makeFeed, ownFeed, revokeFeed } from "@/lib/scheduling/outside/feed";

vi.mock("@/lib/entry/request", () => ({ requestFacts: async () => ({ address: "192.0.2.1" }) }));

const world = testWorld();
let server: Server;
let origin = "";
let sessionId = "";

/** The route as a server of the network, so that another program can read it. */
beforeAll(async () => {
  // Loads what a booking needs, which takes longer than the tests.
  const { programmeId, sessionTypeId: typeId } = world.north;
  const booking = { programmeId, typeId, startsAt: "2026-12-01T09:00:00Z", anyway: true };
  setClock(new Date("2026-11-23T09:00:00Z"));
  server = createServer((request, response) => {
    void (async () => {
      const file = request.url!.split("/").at(-1)!;
      const answer = await GET(
        new Request(`http://localhost${request.url}`, { headers: request.headers as Record<string, string> }),
        {
          params: Promise.resolve({ file }),
        },
      );
      response
        .writeHead(answer.status, Object.fromEntries(answer.headers))
        .end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  sessionId = (await world.north.execute(bookSession, "consultant", booking)).id;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  setClock(null);
  await new Promise((done) => server.close(done));
});

const make = async (role: "executive" | "consultant") => {
  const { address } = await world.north.execute(makeFeed, role, {});
  expect(address).toMatch(/^http:\/\/localhost:3000\/api\/calendar\/[\w-]{46}\.ics$/);
  return origin + new URL(address).pathname;
};
const events = async (address: string) =>
  Object.values(await nodeIcal.async.fromURL(address)).filter((part): part is VEvent => part?.type === "VEVENT");

test("another program reads one's sessions at the secret address: what, when and where, and nobody's name", async () => {
  for (const role of ["executive", "consultant"] as const) {
    const address = await make(role);
    const found = (await events(address)).find(({ uid }) => uid === `${sessionId}@sessions.landfall`)!;
    expect(found.start.toISOString()).toBe("2026-12-01T09:00:00.000Z");
    expect(found.summary).toBe("Coaching");
    expect(String(found.url)).toContain(`/sessions/${sessionId}`);
    const text = await (await fetch(address)).text();
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER|Robin|@north\.example/);
    // What is held for a moment is no session; what lies longer back or further ahead than a feed reaches is not in it.
    expect(text).not.toContain(world.north.heldSessionId);
  }
});

test("it is read again only where something changed, and by nobody in between", async () => {
  const address = await make("executive");
  const first = await fetch(address);
  const etag = first.headers.get("etag")!;
  expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(first.headers.get("cache-control")).toMatch(/^private/);
  expect((await fetch(address, { headers: { "if-none-match": `W/${etag}, "x"` } })).status).toBe(304);
  const booking = { programmeId: world.north.programmeId, typeId: world.north.sessionTypeId, anyway: true };
  await world.north.execute(bookSession, "consultant", { ...booking, startsAt: "2026-12-03T09:00:00Z" });
  expect((await fetch(address, { headers: { "if-none-match": etag } })).status).toBe(200);
  expect((await world.north.ask(ownFeed, "executive", {}))?.lastReadAt).not.toBeNull();
});

test("an address that was renewed, revoked or never was, and that of somebody who has left, is not there", async () => {
  const first = await make("executive");
  const second = await make("executive");
  expect((await fetch(first)).status).toBe(404);
  expect((await fetch(second)).status).toBe(200);
  await world.north.execute(revokeFeed, "executive", {});
  expect((await fetch(second)).status).toBe(404);
  for (const file of ["x.ics", `${"A".repeat(46)}.ics`, second.split("/").at(-1)!.slice(0, -4)])
    expect((await fetch(`${origin}/api/calendar/${file}`)).status).toBe(404);
  const third = await make("consultant");
  await transaction({ organisationId: world.north.organisationId }, (tx) =>
    tx.update(people).set({ status: "deactivated" }).where(eq(people.id, world.north.consultantId)),
  );
  expect((await fetch(third)).status).toBe(404);
});

test("who asks too often waits", async () => {
  const address = await make("executive");
  expect((await fetch(address)).status).toBe(200);
  await acrossIdentity((tx) => tx.update(rateLimits).set({ count: 120 }).where(like(rateLimits.key, "calendar:%")));
  const answer = await fetch(address);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
});
