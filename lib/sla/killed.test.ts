import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listenConnection, transaction } from "@/db/client";
import { notifications } from "@/db/schema/platform";
import { slaClocks, slaMoments } from "@/db/schema/sla";
import { sendMessage } from "@/lib/messages/commands";
import { testWorld } from "@/lib/platform/testing/world";
import { noteContact } from "@/lib/programmes/commands/contacts";
import { tellMoments } from "@/lib/sla/commands/tell";

const world = testWorld();

/** A Tuesday at nine in Zurich, where the office is open from nine to five. */
const nine = new Date("2026-11-24T08:00:00Z");
const later = (hours: number) => new Date(nine.getTime() + hours * 3_600_000);

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);
const tell = (hours: number) => world.north.execute(tellMoments, "administrator", {}, { now: later(hours) });
const toldTo = async (personId: string) =>
  (await inNorth((tx) => tx.select().from(notifications).where(eq(notifications.personId, personId))))
    .filter(({ kind }) => kind.startsWith("sla."))
    .map(({ kind }) => kind);

test("a sweep that is killed in the middle has told nobody, and the next one tells each once", async () => {
  const { programmeId, consultantId } = world.north;
  const at = (hours: number) => ({ now: later(hours) });
  await world.north.execute(noteContact, "consultant", { id: programmeId, kind: "call" }, at(-1));
  await tell(-0.5);
  const before = (await toldTo(consultantId)).length;
  const clientKey = crypto.randomUUID();
  await world.north.execute(sendMessage, "executive", { programmeId, body: "Could we talk?", clientKey }, at(0));
  const [clock] = await inNorth((tx) =>
    tx
      .select()
      .from(slaClocks)
      .where(and(eq(slaClocks.metric, "message-answer"), eq(slaClocks.state, "running"))),
  );
  const moments = () =>
    inNorth((tx) =>
      tx
        .select({ what: slaMoments.what, state: slaMoments.state })
        .from(slaMoments)
        .where(eq(slaMoments.clockId, clock!.id))
        .orderBy(slaMoments.at),
    );

  // It has claimed its moments and marked the breach, and stands before the notices when its connection dies.
  const hand = await listenConnection();
  try {
    await hand.query("begin");
    await hand.query("lock table notifications in share mode");
    const killed = tell(8).then(
      () => "told",
      () => "killed",
    );
    const waits = async () => {
      const { rows } = await hand.query<{ pid: number }>(
        "select pid from pg_locks where relation = 'notifications'::regclass and not granted",
      );
      return rows[0]?.pid;
    };
    await expect.poll(waits, { timeout: 20_000 }).toBeTypeOf("number");
    await hand.query("select pg_terminate_backend($1)", [await waits()]);
    expect(await killed).toBe("killed");
    await hand.query("rollback");
  } finally {
    await hand.end();
  }
  expect((await moments()).map(({ state }) => state)).not.toContain("told");
  expect(await toldTo(consultantId)).toHaveLength(before);

  await Promise.all([tell(8), tell(8)]);
  await tell(8);
  expect((await toldTo(consultantId)).slice(before)).toEqual(["sla.breach"]);
  expect((await moments()).filter(({ what }) => what !== "escalation")).toEqual([
    { what: "warning", state: "left-out" },
    { what: "warning", state: "left-out" },
    { what: "breach", state: "told" },
  ]);
});
