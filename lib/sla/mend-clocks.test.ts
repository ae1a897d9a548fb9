import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction, type Transaction } from "@/db/client";
import { slaClocks, slaMoments } from "@/db/schema/sla";
import { sendMessage } from "@/lib/messages/commands";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { testWorld } from "@/lib/platform/testing/world";
import { noteContact } from "@/lib/programmes/commands/contacts";
import { tellMoments } from "@/lib/sla/commands/tell";
import { mendClocks } from "@/lib/sla/mend-clocks";
import { verifyClocks } from "@/lib/sla/verify-clocks";

const world = testWorld();

/** A Tuesday at nine in Zurich, where the office is open from nine to five. */
const nine = new Date("2026-11-24T08:00:00Z");
const later = (hours: number) => new Date(nine.getTime() + hours * 3_600_000);

const inNorth = <T>(work: (tx: Transaction) => Promise<T>) =>
  transaction({ organisationId: world.north.organisationId }, work);
const contextAt = async (tx: Transaction, at: Date) => ({
  tx,
  organisation: await organisationOfTransaction(tx),
  now: at,
});
const differences = (at: Date) => inNorth(async (tx) => (await verifyClocks(await contextAt(tx, at))).differences);
const tell = (at: Date) => world.north.execute(tellMoments, "administrator", {}, { now: at });

test("clocks that do not follow from their history are stored anew, and nothing is told twice", async () => {
  const { programmeId } = world.north;
  await world.north.execute(noteContact, "consultant", { id: programmeId, kind: "call" }, { now: later(-1) });
  const clientKey = crypto.randomUUID();
  const message = { programmeId, body: "Could we talk?", clientKey };
  await world.north.execute(sendMessage, "executive", message, { now: nine });
  await tell(later(5));
  const at = later(6);
  expect(await differences(at)).toEqual([]);

  const ours = and(eq(slaClocks.metric, "message-answer"), eq(slaClocks.state, "running"));
  const [clock] = await inNorth((tx) => tx.select().from(slaClocks).where(ours));
  const momentsOf = () =>
    inNorth((tx) => tx.select().from(slaMoments).where(eq(slaMoments.clockId, clock!.id)).orderBy(slaMoments.at));
  const before = await momentsOf();
  expect(before.map(({ state }) => state)).toContain("told");
  // Another due date and nobody who answers, a moment that is missing, a clock that nothing began.
  await inNorth(async (tx) => {
    await tx
      .update(slaClocks)
      .set({ dueAt: later(40), responsibleId: null })
      .where(eq(slaClocks.id, clock!.id));
    await tx.delete(slaMoments).where(and(eq(slaMoments.clockId, clock!.id), eq(slaMoments.what, "breach")));
    const { id: _, ...rest } = clock!;
    await tx.insert(slaClocks).values({ ...rest, cycle: 99 });
  });
  const found = await differences(at);
  expect(new Set(found.map(({ what }) => what))).toEqual(new Set(["dueAt", "responsibleId", "coming", "clock"]));

  expect(await inNorth(async (tx) => mendClocks(await contextAt(tx, at), found))).toBe(1);
  expect(await differences(at)).toEqual([]);
  const shape = (rows: typeof before) => rows.map(({ what, level, state, at: when }) => [what, level, state, +when]);
  expect(shape(await momentsOf())).toEqual(shape(before));
  // At half of the time it was warned already; what comes at 80 % and at the end is told once each.
  expect((await tell(later(6.5))).told).toBe(1);
  expect((await tell(later(8.1))).told).toBe(1);
});
