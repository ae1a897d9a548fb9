import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { notes } from "@/db/schema/conversation";
import { people } from "@/db/schema/people";
import { notifications, timelineEntries } from "@/db/schema/platform";
import { programmeEntitlements, programmes, programmeTasks } from "@/db/schema/programmes";
import { hostHours, sessionAttendees, sessionTypes } from "@/db/schema/scheduling";
import { newId } from "@/db/tenant-table";
import { latestNotifications } from "@/lib/notifications/queries";
import { ask, execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { handOver } from "@/lib/programmes/commands/handover";
import { pauseProgramme, resumeProgramme } from "@/lib/programmes/commands/lifecycle";
import { bookSession, holdTime } from "@/lib/scheduling/commands/booking";
import { cancelSession, moveSession } from "@/lib/scheduling/commands/changes";
import { followHandover } from "@/lib/scheduling/commands/follow-handover";
import { noteOutcome } from "@/lib/scheduling/commands/outcome";
import { bookableTypes, freeTimes, oneSession } from "@/lib/scheduling/queries";

/*
 * What becomes of sessions when what they belong to changes: who has the programme, whether it goes on, how late it is, and how it went.
 */

const world = testWorld();
const at = { now: new Date("2026-11-23T09:00:00Z") };

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);
const book = async (startsAt: string, role: "executive" | "consultant" = "executive", more: object = {}) => {
  const { programmeId, sessionTypeId: typeId } = world.north;
  return (await world.north.execute(bookSession, role, { programmeId, typeId, startsAt, ...more }, at)).id;
};
const one = (id: string) => world.north.ask(oneSession, "administrator", { id }, at);
const system = () => ({ kind: "system" as const, organisationId: world.north.organisationId, cause: "test" });
const told = (kind: string, about: string) =>
  inNorth((tx) =>
    tx
      .select({ to: notifications.personId, data: notifications.data, key: notifications.dedupeKey })
      .from(notifications)
      .where(eq(notifications.kind, kind)),
  ).then((rows) => rows.filter(({ key }) => key.includes(about)));
const coaching = async () =>
  (await world.north.ask(bookableTypes, "executive", { programmeId: world.north.programmeId }, at)).find(
    ({ kind }) => kind === "coaching",
  )!.entitlement;
const entitle = (sessions: number) =>
  inNorth((tx) =>
    tx
      .update(programmeEntitlements)
      .set({ sessions })
      .where(
        and(eq(programmeEntitlements.programmeId, world.north.programmeId), eq(programmeEntitlements.kind, "coaching")),
      ),
  );

describe("a hand-over", () => {
  const hand = (toPersonId: string) =>
    world.north.execute(handOver, "administrator", { id: world.north.programmeId, toPersonId }, at);
  const follow = () => execute(followHandover, system(), { programmeId: world.north.programmeId }, at);

  test("takes conversations along where the new consultant is free, and both ask the same hosts for another time", async () => {
    const { consultantId, otherConsultantId, executiveId, programmeId, sessionTypeId: typeId } = world.north;
    const free = await book("2026-12-01T08:00:00Z");
    const taken = await book("2026-12-02T08:00:00Z");
    await inNorth(async (tx) => {
      const [hours] = await tx.select().from(hostHours).where(eq(hostHours.personId, consultantId));
      await tx.insert(hostHours).values({ ...hours!, id: newId(), personId: otherConsultantId });
    });
    // The new one has another executive then.
    const other = world.north.secondPhaseProgrammeId;
    await inNorth((tx) =>
      tx.update(programmes).set({ consultantId: otherConsultantId }).where(eq(programmes.id, other)),
    );
    const theirs = { programmeId: other, typeId, startsAt: "2026-12-02T08:30:00Z", anyway: true };
    await world.north.execute(bookSession, "other-consultant", theirs, at);
    await hand(otherConsultantId);
    // Three of them were in the world before.
    expect((await follow()).output).toEqual({ went: 4, stayed: 1 });
    expect((await one(free)).hosts.map(({ id }) => id)).toEqual([otherConsultantId]);
    expect(await one(free)).toMatchObject({ sequence: 1, startsAt: new Date("2026-12-01T08:00:00Z") });
    expect((await one(taken)).hosts.map(({ id }) => id)).toEqual([consultantId]);
    const moved = (await told("scheduling.moved", free)).map(({ to }) => to);
    expect(new Set(moved)).toEqual(new Set([otherConsultantId, executiveId]));
    expect((await told("scheduling.left", free)).map(({ to }) => to)).toEqual([consultantId]);
    const stays = (await told("scheduling.stays", taken)).map(({ to }) => to);
    expect(new Set(stays)).toEqual(new Set([consultantId, otherConsultantId]));
    // Again: nothing is left to do but what could not go.
    expect((await follow()).output).toEqual({ went: 0, stayed: 1 });
    // The one that stayed goes to the new consultant when it is moved, and that is whose times are offered.
    const range = { from: "2026-12-02T00:00:00Z", to: "2026-12-03T00:00:00Z" };
    const slots = await world.north.ask(freeTimes, "executive", { programmeId, typeId, ...range, moving: taken }, at);
    expect(new Set(slots.flatMap(({ hostIds }) => hostIds))).toEqual(new Set([otherConsultantId]));
    const to = slots.at(-1)!.startsAt.toISOString();
    await world.north.execute(moveSession, "executive", { id: taken, expectedVersion: 1, startsAt: to }, at);
    expect((await one(taken)).hosts.map(({ id }) => id)).toEqual([otherConsultantId]);
    expect((await told("scheduling.left", taken)).map((row) => row.to)).toEqual([consultantId]);
    await hand(consultantId);
    expect((await follow()).output).toEqual({ went: 5, stayed: 0 });
  });
});

describe("another time", () => {
  test("is not looked for in a programme that is paused", async () => {
    const id = await book("2026-12-07T09:00:00Z");
    const { programmeId } = world.north;
    const pause = { id: programmeId, reason: "Away", fromOn: "2026-11-23", untilOn: "" };
    await world.north.execute(pauseProgramme, "consultant", pause, at);
    const move = (role: "executive" | "consultant") =>
      refusalOf(
        world.north.execute(moveSession, role, { id, expectedVersion: 1, startsAt: "2026-12-08T09:00:00Z" }, at),
      );
    expect([(await move("executive")).code, (await move("consultant")).code]).toEqual(["state", "state"]);
    await world.north.execute(resumeProgramme, "consultant", { id: programmeId }, at);
    await world.north.execute(cancelSession, "consultant", { id, reason: "" }, at);
  });

  test("is possible late where the policy counts it, once for each session that is left", async () => {
    const id = await book("2026-12-09T09:00:00Z");
    const { used } = await coaching();
    const short = { now: new Date("2026-12-08T15:00:00Z") };
    const move = (expectedVersion: number, startsAt: string) =>
      world.north.execute(moveSession, "executive", { id, expectedVersion, startsAt }, short);
    const moved = await move(1, "2026-12-09T13:00:00Z");
    // Moved back it would count once more, so that is not offered.
    expect(moved.counted).toBe(true);
    expect(moveSession.undo?.({} as never, moved)).toBeNull();
    expect((await coaching()).used).toBe(used + 1);
    await entitle(used + 1);
    expect((await refusalOf(move(2, "2026-12-09T15:00:00Z"))).code).toBe("limit");
    await entitle(200);
    const policy = (late: string) =>
      inNorth((tx) => tx.update(sessionTypes).set({ late }).where(eq(sessionTypes.id, world.north.sessionTypeId)));
    await policy("refuse");
    expect((await refusalOf(move(2, "2026-12-09T15:00:00Z"))).code).toBe("state");
    await policy("counts");
    // Given up by the consultant, the time before goes on counting.
    await world.north.execute(cancelSession, "consultant", { id, reason: "" }, short);
    expect((await coaching()).used).toBe(used);
  });
});

describe("a time that is held", () => {
  test("is one that the programme has left", async () => {
    const { used } = await coaching();
    await entitle(used);
    const { programmeId, sessionTypeId: typeId } = world.north;
    const held = world.north.execute(
      holdTime,
      "executive",
      { programmeId, typeId, startsAt: "2026-12-10T09:00:00Z" },
      at,
    );
    expect((await refusalOf(held)).details.field).toBe("typeId");
    await entitle(200);
  });
});

describe("the outcome", () => {
  test("is a contact in the programme, stands in its timeline, and brings a note and tasks", async () => {
    const { pastSessionId: id, executiveId: personId, programmeId } = world.north;
    const before = { lastContactAt: null, firstContactAt: new Date("2026-11-20T09:00:00Z") };
    await inNorth((tx) => tx.update(programmes).set(before).where(eq(programmes.id, programmeId)));
    const note = { audience: "private" as const, body: "Speaks too fast." };
    const nextSteps = [{ title: "Record an answer", owner: "executive" as const, dueOn: "2026-12-01" }];
    const places = [{ personId, came: true, note, nextSteps }];
    await world.north.execute(noteOutcome, "consultant", { id, outcome: "done", places }, at);
    const found = await inNorth(async (tx) => ({
      programme: (await tx.select().from(programmes).where(eq(programmes.id, programmeId)))[0]!,
      tasks: await tx.select().from(programmeTasks).where(eq(programmeTasks.title, "Record an answer")),
      notes: await tx
        .select()
        .from(notes)
        .where(and(eq(notes.programmeId, programmeId), eq(notes.audience, "private"))),
      timeline: await tx
        .select({ kind: timelineEntries.kind, data: timelineEntries.data })
        .from(timelineEntries)
        .where(and(eq(timelineEntries.entityId, programmeId), eq(timelineEntries.kind, "scheduling.held"))),
    }));
    // When it was held, not when it was written down.
    const held = new Date("2026-11-02T10:00:00Z");
    expect(found.programme).toMatchObject({ firstContactAt: held, lastContactAt: held });
    expect(found.tasks).toMatchObject([{ owner: "executive", dueOn: "2026-12-01", programmeId }]);
    expect(found.notes.length).toBeGreaterThan(0);
    expect(found.timeline).toEqual([{ kind: "scheduling.held", data: { title: "Coaching" } }]);
    // Said again, it changes nothing.
    await world.north.execute(noteOutcome, "consultant", { id, outcome: "done" }, at);
    const places_ = await inNorth((tx) => tx.select().from(sessionAttendees).where(eq(sessionAttendees.sessionId, id)));
    expect(places_).toMatchObject([{ state: "attended", version: 2 }]);
    // Put right, it was no contact: what was known before holds again.
    await world.north.execute(noteOutcome, "consultant", { id, outcome: "no_show" }, at);
    const [programme] = await inNorth((tx) => tx.select().from(programmes).where(eq(programmes.id, programmeId)));
    expect(programme).toMatchObject({ firstContactAt: null, lastContactAt: null });
    await world.north.execute(noteOutcome, "consultant", { id, outcome: "done" }, at);
    const [again] = await inNorth((tx) => tx.select().from(programmes).where(eq(programmes.id, programmeId)));
    expect(again).toMatchObject({ firstContactAt: held, lastContactAt: held });
  });

  test("is each one's own in a group", async () => {
    const { groupTypeId: typeId, programmeId, executiveId, otherConsultantId: hostId } = world.north;
    const [second, secondExecutive] = [newId(), newId()];
    await inNorth(async (tx) => {
      const [model] = await tx.select().from(programmes).where(eq(programmes.id, programmeId));
      const person = { id: secondExecutive, name: "Paula Place", nameKey: "paula place", status: "known" };
      await tx.insert(people).values(person);
      await tx.insert(programmes).values({ ...model!, id: second, executiveId: secondExecutive });
    });
    const join = (id: string) =>
      world.north.execute(
        bookSession,
        "consultant",
        { programmeId: id, typeId, startsAt: "2026-12-14T10:00:00Z", hostId, anyway: true },
        at,
      );
    const { id } = await join(programmeId);
    await join(second);
    const after = { now: new Date("2026-12-14T12:00:00Z") };
    const places = [{ personId: secondExecutive, came: false }];
    await world.north.execute(noteOutcome, "other-consultant", { id, outcome: "done", places }, after);
    const states = async () => Object.fromEntries((await one(id)).attendees.map((person) => [person.id, person.state]));
    expect(await states()).toEqual({ [executiveId]: "attended", [secondExecutive]: "no_show" });
    expect((await one(id)).state).toBe("done");
    const stranger = { id, outcome: "done" as const, places: [{ personId: hostId, came: true }] };
    expect((await refusalOf(world.north.execute(noteOutcome, "other-consultant", stranger, after))).details.field).toBe(
      "places.0.personId",
    );
    const none = [executiveId, secondExecutive].map((personId) => ({ personId, came: false }));
    await world.north.execute(noteOutcome, "other-consultant", { id, outcome: "done", places: none }, after);
    expect((await one(id)).state).toBe("no_show");
  });
});

describe("what people are told", () => {
  test("has the time by the clock of each reader", async () => {
    const id = await book("2026-12-16T09:00:00Z", "consultant", { anyway: true });
    expect((await told("scheduling.booked", id)).map(({ data }) => data)).toEqual([
      { title: "Coaching", at: "2026-12-16T09:00:00.000Z" },
    ]);
    const executive = await world.north.as("executive");
    const read = async (timeZone: string) =>
      (await ask(latestNotifications, { ...executive, timeZone }, {}, at)).latest
        .map(({ text }) => text)
        .find((text) => text.includes("16 Dec"));
    expect(await read("America/New_York")).toContain("4:00 (America/New York)");
    expect(await read("Asia/Kolkata")).toContain("14:30 (Asia/Kolkata)");
  });
});
