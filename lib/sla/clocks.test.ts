import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { programmes } from "@/db/schema/programmes";
import { notifications } from "@/db/schema/platform";
import { slaClocks, slaMoments } from "@/db/schema/sla";
import { addDay } from "@/lib/business-time/commands/days";
import { sendMessage } from "@/lib/messages/commands";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { noteContact } from "@/lib/programmes/commands/contacts";
import { handOver } from "@/lib/programmes/commands/handover";
import { acceptProgramme, pauseProgramme, resumeProgramme } from "@/lib/programmes/commands/lifecycle";
import { askExclusion, decideExclusion, withdrawExclusion } from "@/lib/sla/commands/exclusions";
import { editPolicy } from "@/lib/sla/commands/policies";
import { lookAgain, refreshOpen } from "@/lib/sla/commands/refresh";
import { tellMoments } from "@/lib/sla/commands/tell";
import { onePolicy } from "@/lib/sla/queries/policies";
import { verifyClocks } from "@/lib/sla/verify-clocks";

const world = testWorld();

/** A Tuesday at nine in Zurich, where the office is open from nine to five. */
const nine = new Date("2026-11-24T08:00:00Z");
const later = (hours: number, from = nine) => new Date(from.getTime() + hours * 3_600_000);

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

const write = (role: "executive" | "consultant", at: Date, key: string = crypto.randomUUID()) =>
  world.north.execute(
    sendMessage,
    role,
    { programmeId: world.north.programmeId, body: "Could we talk?", clientKey: key },
    { now: at },
  );

const clocks = (metric: string, entityId = world.north.programmeId) =>
  inNorth((tx) =>
    tx
      .select()
      .from(slaClocks)
      .where(and(eq(slaClocks.metric, metric), eq(slaClocks.entityId, entityId)))
      .orderBy(asc(slaClocks.cycle)),
  );
const last = async (metric: string) => (await clocks(metric)).at(-1)!;
const momentsOf = (clockId: string) =>
  inNorth((tx) => tx.select().from(slaMoments).where(eq(slaMoments.clockId, clockId)).orderBy(asc(slaMoments.at)));
const tell = async (at: Date) => {
  await world.north.execute(lookAgain, "administrator", {}, { now: at });
  return world.north.execute(tellMoments, "administrator", {}, { now: at });
};
const toldTo = async (personId: string) =>
  (await inNorth((tx) => tx.select().from(notifications).where(eq(notifications.personId, personId))))
    .filter(({ kind }) => kind.startsWith("sla."))
    .map(({ kind }) => kind);

/** What else the organisation's clocks came to until then is told first. */
const settled = async (at: Date) => {
  await tell(at);
  return {
    consultant: (await toldTo(world.north.consultantId)).length,
    administrator: (await toldTo(world.north.administratorId)).length,
  };
};
const day = (count: number) => later(24 * count);
const idle = (at: Date) =>
  world.north.execute(noteContact, "consultant", { id: world.north.programmeId, kind: "call" }, { now: at });
const promises = (minutes: number, more: object = {}) => [
  { metric: "message-answer", minutes, time: "business" as const, warnAt: [50], escalations: [], ...more },
];
const edit = async (open: "apply" | "keep", given: ReturnType<typeof promises>, at: Date) => {
  const { version } = await world.north.ask(onePolicy, "administrator", { id: world.north.slaPolicyId });
  await world.north.execute(
    editPolicy,
    "administrator",
    {
      ...{ id: world.north.slaPolicyId, expectedVersion: version, name: "What we promise", matches: {}, open },
      ...{ calendarId: world.north.calendarId, promises: given },
    },
    { now: at },
  );
  await world.north.execute(refreshOpen, "administrator", { after: null }, { now: at });
};
const differences = async (at: Date) =>
  inNorth(
    async (tx) => (await verifyClocks({ tx, organisation: await organisationOfTransaction(tx), now: at })).differences,
  );

describe("an answer to a message", () => {
  test("is due eight hours of work after it, and an answer in time stops the clock in the same step", async () => {
    await idle(later(-1));
    await write("executive", nine);
    const running = await last("message-answer");
    expect(running).toMatchObject({ state: "running", counts: true, responsibleId: world.north.consultantId });
    expect(running.dueAt).toEqual(later(8));
    const coming = await momentsOf(running.id);
    expect(coming.map(({ what, level, state }) => [what, level, state])).toEqual([
      ["warning", 500, "coming"],
      ["warning", 800, "coming"],
      ["breach", 0, "coming"],
      ["escalation", 1, "coming"],
    ]);
    await write("consultant", later(2));
    expect(await last("message-answer")).toMatchObject({ state: "met", elapsed: 7200, stoppedAt: later(2) });
    expect(await momentsOf(running.id)).toEqual([]);
  });

  test("a second message changes nothing, a call answers both, and a message after that begins another clock", async () => {
    const before = (await clocks("message-answer")).length;
    await write("executive", later(3));
    await write("executive", later(4));
    expect(await clocks("message-answer")).toHaveLength(before + 1);
    await idle(later(5));
    expect(await last("message-answer")).toMatchObject({ state: "met", stoppedAt: later(5) });
    await write("executive", later(6));
    expect(await last("message-answer")).toMatchObject({ state: "running", startedAt: later(6) });
    await idle(later(7));
  });

  test("a pause keeps what was used up, and gives the rest when it ends", async () => {
    await write("executive", day(1));
    await world.north.execute(
      pauseProgramme,
      "consultant",
      { id: world.north.programmeId, reason: "Away." },
      { now: later(3, day(1)) },
    );
    const paused = await last("message-answer");
    expect(paused).toMatchObject({ state: "paused", counts: false, elapsed: 3 * 3600, dueAt: null });
    expect(await momentsOf(paused.id)).toEqual([]);
    await world.north.execute(resumeProgramme, "consultant", { id: world.north.programmeId }, { now: day(2) });
    expect(await last("message-answer")).toMatchObject({ state: "running", dueAt: later(5, day(2)), paused: 5 * 3600 });
    await idle(later(1, day(2)));
  });

  test("goes on by the former consultant's clock after a hand-over, and the new one answers for it", async () => {
    await write("executive", later(2, day(2)));
    const { consultantId, otherConsultantId, programmeId } = world.north;
    await world.north.execute(
      handOver,
      "administrator",
      { id: programmeId, toPersonId: otherConsultantId, note: "" },
      { now: later(3, day(2)) },
    );
    expect(await last("message-answer")).toMatchObject({
      state: "running",
      responsibleId: otherConsultantId,
      startedAt: later(2, day(2)),
    });
    await world.north.execute(
      handOver,
      "administrator",
      { id: programmeId, toPersonId: consultantId, note: "" },
      { now: later(4, day(2)) },
    );
    await idle(later(5, day(2)));
  });
});

describe("telling", () => {
  test("each moment is told once, by however many at the same time, and the breach stands", async () => {
    await idle(later(-1, day(6)));
    const before = await settled(day(6));
    await write("executive", day(6));
    const running = await last("message-answer");
    expect((await tell(later(3.99, day(6)))).told).toBe(0);
    const rounds = await Promise.all(Array.from({ length: 6 }, () => tell(later(4.01, day(6)))));
    expect(rounds.reduce((sum, { told }) => sum + told, 0)).toBe(1);
    expect((await toldTo(world.north.consultantId)).slice(before.consultant)).toEqual(["sla.warning"]);
    await Promise.all([tell(later(8, day(6))), tell(later(8, day(6)))]);
    expect(await last("message-answer")).toMatchObject({
      state: "breached",
      breachedAt: later(8, day(6)),
      decidedAt: later(8, day(6)),
    });
    // Eighty percent had passed unseen: the breach has overtaken it.
    expect((await momentsOf(running.id)).map(({ what, state }) => [what, state])).toEqual([
      ["warning", "told"],
      ["warning", "left-out"],
      ["breach", "told"],
      ["escalation", "coming"],
    ]);
    expect((await toldTo(world.north.consultantId)).slice(before.consultant)).toEqual(["sla.warning", "sla.breach"]);
    expect(await differences(later(8.1, day(6)))).toEqual([]);
  });

  test("an escalation waits for the hours of work, and reaches those who look after all", async () => {
    const before = await settled(day(7));
    const running = await last("message-answer");
    const escalation = (await momentsOf(running.id)).find(({ what }) => what === "escalation")!;
    expect(escalation.at).toEqual(later(4, day(7)));
    await tell(later(4, day(7)));
    expect((await toldTo(world.north.administratorId)).slice(before.administrator)).toEqual(["sla.escalation"]);
    await idle(later(5, day(7)));
    expect(await last("message-answer")).toMatchObject({
      state: "breached",
      counts: false,
      stoppedAt: later(5, day(7)),
    });
  });

  test("after an outage the breach is told though it was answered meanwhile, and no warning is", async () => {
    const before = await settled(day(8));
    await write("executive", day(8));
    const running = await last("message-answer");
    await idle(later(9, day(8)));
    expect((await momentsOf(running.id)).map(({ what, state }) => [what, state])).toEqual([["breach", "coming"]]);
    await tell(later(10, day(8)));
    expect((await toldTo(world.north.consultantId)).slice(before.consultant)).toEqual(["sla.breach"]);
    expect(await differences(later(10, day(8)))).toEqual([]);
  });
});

describe("a first contact", () => {
  test("is owed from the acceptance on, and an executive who writes has not been contacted", async () => {
    const id = world.north.invitedProgrammeId;
    const at = later(0, day(9));
    await inNorth((tx) =>
      tx.update(programmes).set({ executiveId: world.north.executiveId }).where(eq(programmes.id, id)),
    );
    await world.north.execute(acceptProgramme, "executive", { id }, { now: at });
    const owed = async () => (await clocks("first-contact", id)).at(-1)!;
    expect(await owed()).toMatchObject({ state: "running", startedAt: at, dueAt: later(8, day(10)) });
    const wrote = { programmeId: id, body: "Hello?", clientKey: crypto.randomUUID() };
    await world.north.execute(sendMessage, "executive", wrote, { now: later(1, at) });
    expect(await owed()).toMatchObject({ state: "running" });
    await world.north.execute(noteContact, "consultant", { id, kind: "call" }, { now: later(2, at) });
    expect(await owed()).toMatchObject({ state: "met", elapsed: 7200 });
    expect((await clocks("message-answer", id)).at(-1)).toMatchObject({ state: "met", elapsed: 3600 });
    expect(await differences(later(2, at))).toEqual([]);
  });
});

describe("a policy that is changed", () => {
  test("is taken by clocks that run, or leaves them as they are, as the change says", async () => {
    await idle(later(-1, day(13)));
    await write("executive", day(13));
    await edit("keep", promises(120), later(1, day(13)));
    expect(await last("message-answer")).toMatchObject({ dueAt: later(8, day(13)), targetSeconds: 8 * 3600 });
    await edit("apply", promises(180), later(2, day(13)));
    expect(await last("message-answer")).toMatchObject({ dueAt: later(3, day(13)), targetSeconds: 3 * 3600 });
    expect(await differences(later(2, day(13)))).toEqual([]);
    await idle(later(2.5, day(13)));
  });

  test("a day that is closed moves what is due on it, and a clock that ended stays as it was", async () => {
    const ended = await last("message-answer");
    await write("executive", later(7, day(13)));
    expect((await last("message-answer")).dueAt).toEqual(later(2, day(14)));
    const input = { calendarId: world.north.calendarId, kind: "closed" as const, name: "Move", hours: [] };
    await world.north.execute(
      addDay,
      "administrator",
      { ...input, fromOn: "2026-12-08", toOn: "2026-12-08" },
      { now: later(7.5, day(13)) },
    );
    await world.north.execute(refreshOpen, "administrator", { after: null }, { now: later(7.5, day(13)) });
    expect((await last("message-answer")).dueAt).toEqual(later(2, day(15)));
    expect((await clocks("message-answer")).find(({ id }) => id === ended.id)).toEqual(ended);
    expect(await differences(later(7.6, day(13)))).toEqual([]);
  });
});

describe("a clock that should not count", () => {
  test("counts until somebody else approves it, and again when that is taken back", async () => {
    const clock = await last("message-answer");
    const at = { now: later(8, day(13)) };
    const { id } = await world.north.execute(
      askExclusion,
      "consultant",
      { clockId: clock.id, reason: "A word of thanks." },
      at,
    );
    expect(await last("message-answer")).toMatchObject({ state: "running" });
    expect(
      (await refusalOf(world.north.execute(askExclusion, "administrator", { clockId: clock.id, reason: "Too." }, at)))
        .code,
    ).toBe("conflict");
    expect((await refusalOf(world.north.execute(decideExclusion, "consultant", { id, approve: true }, at))).code).toBe(
      "forbidden",
    );
    await world.north.execute(decideExclusion, "administrator", { id, approve: true }, at);
    expect(await last("message-answer")).toMatchObject({ state: "excluded", counts: true });
    expect(await momentsOf(clock.id)).toEqual([]);
    await world.north.execute(withdrawExclusion, "consultant", { id }, at);
    expect(await last("message-answer")).toMatchObject({ state: "running" });
    expect((await momentsOf(clock.id)).map(({ what }) => what)).toEqual(["warning", "breach"]);
    expect(await differences(later(8, day(13)))).toEqual([]);
  });

  test("nobody decides what they asked for themselves", async () => {
    const clock = await last("message-answer");
    const { id } = await world.north.execute(askExclusion, "administrator", {
      clockId: clock.id,
      reason: "A word of thanks.",
    });
    expect(
      (await refusalOf(world.north.execute(decideExclusion, "administrator", { id, approve: true }))).message,
    ).toMatch(/Somebody else/);
  });
});
