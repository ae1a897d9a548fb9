import { describe, expect, test } from "vitest";
import { markMessagesRead, sendMessage } from "@/lib/messages/commands";
import { messageInbox, messageThread } from "@/lib/messages/queries";
import { testWorld } from "@/lib/platform/testing/world";
import { handOver } from "@/lib/programmes/commands/handover";

const world = testWorld();
const say = async (who: "consultant" | "executive", body: string, now?: Date) =>
  world.north.execute(
    sendMessage,
    who,
    { programmeId: world.north.programmeId, body, clientKey: crypto.randomUUID() },
    now ? { now } : {},
  );
const thread = (who: "consultant" | "executive", before?: string) =>
  world.north.ask(messageThread, who, { programmeId: world.north.programmeId, before });

describe("a thread", () => {
  test("of more than forty messages is read to its beginning, page by page, none twice", async () => {
    const began = Date.now();
    for (let at = 0; at < 45; at += 1) await say("consultant", `Word ${at}`, new Date(began + at * 1000));
    const seen: string[] = [];
    let before: string | undefined;
    for (;;) {
      const page = await thread("executive", before);
      seen.unshift(...page.messages.map(({ body }) => body));
      if (!page.more) break;
      before = page.messages[0]!.sentAt.toISOString();
    }
    expect(seen.filter((body) => body.startsWith("Word "))).toEqual(
      Array.from({ length: 45 }, (_, at) => `Word ${at}`),
    );
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("is read up to the message that was before the person, not to one that came meanwhile", async () => {
    const later = Date.now() + 200_000;
    await say("consultant", "Seen.", new Date(later));
    await say("consultant", "Came meanwhile.", new Date(later + 5_000));
    const { programmeId } = world.north;
    await world.north.execute(
      markMessagesRead,
      "executive",
      { programmeId, upTo: new Date(later).toISOString() },
      { now: new Date(later + 6_000) },
    );
    expect((await world.north.ask(messageInbox, "executive", {}))[0]).toMatchObject({ unread: 1 });
    const shown = (await thread("consultant")).messages.slice(-2);
    expect(shown.map(({ body, readByOther }) => [body, readByOther])).toEqual([
      ["Seen.", true],
      ["Came meanwhile.", false],
    ]);
  });

  test("counts as read by the present consultant alone, after it was handed over", async () => {
    const { programmeId, otherConsultantId } = world.north;
    const later = Date.now() + 400_000;
    await say("executive", "Good to have met you.", new Date(later));
    await world.north.execute(markMessagesRead, "consultant", { programmeId }, { now: new Date(later + 1000) });
    expect((await thread("executive")).messages.at(-1)).toMatchObject({ readByOther: true });
    await world.north.execute(handOver, "administrator", { id: programmeId, toPersonId: otherConsultantId, note: "" });
    expect((await thread("executive")).messages.at(-1)).toMatchObject({ readByOther: false });
  });
});
