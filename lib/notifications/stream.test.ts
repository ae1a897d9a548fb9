import { afterAll, describe, expect, it } from "vitest";
import { acrossIdentity } from "@/db/across";
import { transaction } from "@/db/client";
import { worldOf } from "@/db/seed/world";
import { openSession } from "@/lib/identity/sessions";
import { newsStream } from "@/lib/notifications/stream";
import { now } from "@/lib/platform/clock";
import { closeLive, publish } from "@/lib/platform/live";
import { testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
afterAll(closeLive);

/** The stream of a role's browser, with what it said so far. */
async function listening(role: string, signal: AbortSignal) {
  const { userId } = worldOf("north").accountOf(role);
  const session = await acrossIdentity((tx) => openSession(tx, { userId, userAgent: "test", address: null }, now()));
  const reader = newsStream({ id: session.id, userId }, signal).getReader();
  const heard = { text: "", ended: false };
  void (async () => {
    const decoder = new TextDecoder();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      heard.text += decoder.decode(part.value);
    heard.ended = true;
  })();
  await expect.poll(() => heard.text).toContain("event: alive");
  return heard;
}

const tell = (personId: string) =>
  transaction({ organisationId: world.north.organisationId }, (tx) =>
    publish(tx, { organisationId: world.north.organisationId, personId, topic: "notifications" }),
  );

describe("the event stream of a browser", () => {
  it("says in which organisation there is news for its person, nothing else, and not another's", async () => {
    const open = new AbortController();
    const consultant = await listening("consultant", open.signal);
    const executive = await listening("executive", open.signal);
    await tell(world.north.consultantId);
    await expect
      .poll(() => consultant.text)
      .toContain('event: news\ndata: {"organisation":"north","topic":"notifications"}');
    expect(executive.text).not.toContain("event: news");
    open.abort();
    await expect.poll(() => consultant.ended && executive.ended).toBe(true);
  });
});
