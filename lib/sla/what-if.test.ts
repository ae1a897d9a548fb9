import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { slaClocks } from "@/db/schema/sla";
import { addDay } from "@/lib/business-time/commands/days";
import { sendMessage } from "@/lib/messages/commands";
import { noteContact } from "@/lib/programmes/commands/contacts";
import { testWorld } from "@/lib/platform/testing/world";
import { addPolicy, editPolicy } from "@/lib/sla/commands/policies";
import { refreshOpen } from "@/lib/sla/commands/refresh";
import { onePolicy } from "@/lib/sla/queries/policies";
import { whatIfCalendar, whatIfPolicy } from "@/lib/sla/queries/what-if";
import type { ChangedClock } from "@/lib/sla/what-if";

const world = testWorld();

/** A Tuesday at three in the afternoon in Zurich, two hours before the office closes. */
const asked = new Date("2026-11-24T14:00:00Z");
const later = (hours: number) => new Date(asked.getTime() + hours * 3_600_000);

const dueOf = async (id: string) => {
  const [row] = await transaction({ organisationId: world.north.organisationId }, (tx) =>
    tx.select({ dueAt: slaClocks.dueAt, state: slaClocks.state }).from(slaClocks).where(eq(slaClocks.id, id)),
  );
  return row!;
};
const refresh = (now: Date) => world.north.execute(refreshOpen, "administrator", { after: null }, { now });

/** What was told before something was saved is what holds when it was. */
const holds = async (changed: readonly ChangedClock[]) => {
  expect(changed.length).toBeGreaterThan(0);
  for (const { id, after, late } of changed) {
    expect((await dueOf(id)).dueAt).toEqual(after);
    if (late) expect((await dueOf(id)).state).toBe("breached");
  }
};

const promises = (minutes: number) => [
  { metric: "message-answer", minutes, time: "business" as const, warnAt: [50], escalations: [] },
];

test("a day that would be closed: what is due on it is due later, as it is once that is saved", async () => {
  const { programmeId, calendarId } = world.north;
  await world.north.execute(noteContact, "consultant", { id: programmeId, kind: "call" }, { now: later(-2) });
  await world.north.execute(
    sendMessage,
    "executive",
    { programmeId, body: "Could we talk?", clientKey: crypto.randomUUID() },
    { now: asked },
  );
  const day = { kind: "closed" as const, name: "Outing", fromOn: "2026-11-25", toOn: "2026-11-25", hours: [] };
  const told = await world.north.ask(whatIfCalendar, "administrator", { calendarId, day }, { now: later(0.5) });
  expect(told).toMatchObject({ sooner: 0, newlyBreached: 0, noLongerBreached: 0, more: false });
  expect(told.later).toBe(told.changed.length);
  const own = told.changed.find(({ metric }) => metric === "message-answer")!;
  expect([own.before, own.after]).toEqual([new Date("2026-11-25T14:00:00Z"), new Date("2026-11-26T14:00:00Z")]);
  // Asking stored nothing.
  expect((await dueOf(own.id)).dueAt).toEqual(own.before);
  await world.north.execute(addDay, "administrator", { calendarId, ...day }, { now: later(0.5) });
  await refresh(later(0.5));
  await holds(told.changed);
});

test("a policy that would promise less time: what runs keeps what it has, or takes it and may be late at once", async () => {
  const { slaPolicyId: id, calendarId } = world.north;
  const fields = { name: "What we promise", matches: {}, calendarId, promises: promises(60) };
  const at = later(1.5);
  const kept = await world.north.ask(whatIfPolicy, "administrator", { id, ...fields, open: "keep" }, { now: at });
  expect(kept.changed).toEqual([]);
  expect(kept.clocks).toBeGreaterThan(0);
  const taken = await world.north.ask(whatIfPolicy, "administrator", { id, ...fields, open: "apply" }, { now: at });
  expect(taken.newlyBreached).toBeGreaterThan(0);
  const { version } = await world.north.ask(onePolicy, "administrator", { id });
  await world.north.execute(
    editPolicy,
    "administrator",
    { id, expectedVersion: version, ...fields, open: "apply" },
    { now: at },
  );
  await refresh(at);
  await holds(taken.changed);
});

test("a policy that is not there yet, for a package: what it would change is what it changes", async () => {
  const { packageId, calendarId, programmeId } = world.north;
  const at = later(1.75);
  await world.north.execute(
    sendMessage,
    "consultant",
    { programmeId, body: "Here I am.", clientKey: crypto.randomUUID() },
    { now: at },
  );
  await world.north.execute(
    sendMessage,
    "executive",
    { programmeId, body: "And one more thing.", clientKey: crypto.randomUUID() },
    { now: at },
  );
  const fields = { name: "Leadership", calendarId, promises: promises(2400), open: "apply" as const };
  const now = later(1.8);
  const elsewhere = { ...fields, matches: { package: [crypto.randomUUID()] } };
  expect((await world.north.ask(whatIfPolicy, "administrator", elsewhere, { now })).changed).toEqual([]);
  const here = { ...fields, matches: { package: [packageId] } };
  const told = await world.north.ask(whatIfPolicy, "administrator", here, { now });
  expect(told.later).toBeGreaterThan(0);
  await world.north.execute(addPolicy, "administrator", here, { now });
  await refresh(now);
  await holds(told.changed);
});
