import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmeEntitlements, programmes } from "@/db/schema/programmes";
import { notifications } from "@/db/schema/platform";
import { sessionAttendees, sessionTypes } from "@/db/schema/scheduling";
import { newId } from "@/db/tenant-table";
import { setHours } from "@/lib/business-time/commands/hours";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { outsideHours } from "@/lib/scheduling/outside-hours-query";
import { availabilityOf } from "@/lib/scheduling/availability-query";
import { addHostDay, dropHostHours, removeHostDay, setHostHours } from "@/lib/scheduling/commands/availability";
import { bookSession, holdTime, releaseHold } from "@/lib/scheduling/commands/booking";
import { cancelSession, moveSession } from "@/lib/scheduling/commands/changes";
import { noteOutcome } from "@/lib/scheduling/commands/outcome";
import { addType, archiveType, editType, restoreType } from "@/lib/scheduling/commands/types";
import { agenda, bookableTypes, freeTimes, oneSession, whyNot } from "@/lib/scheduling/queries";
import { usualTypes } from "@/lib/scheduling/usual-types";

const world = testWorld();
const now = new Date("2026-11-23T09:00:00Z");
const at = { now };

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

const asked = (startsAt: string, more: object = {}) => ({
  ...{ programmeId: world.north.programmeId, typeId: world.north.sessionTypeId, startsAt, ...more },
});
const book = (role: "executive" | "consultant", startsAt: string, more: object = {}, when = at) =>
  world.north.execute(bookSession, role, asked(startsAt, more), when);
const one = (id: string) => world.north.ask(oneSession, "consultant", { id }, at);
const left = async (kind: string) => {
  const types = await world.north.ask(bookableTypes, "executive", { programmeId: world.north.programmeId }, at);
  return types.find((type) => type.kind === kind)!.entitlement;
};
const entitle = (kind: string, sessions: number) =>
  inNorth((tx) =>
    tx
      .insert(programmeEntitlements)
      .values({ programmeId: world.north.programmeId, kind, sessions })
      .onConflictDoUpdate({
        target: [programmeEntitlements.organisationId, programmeEntitlements.programmeId, programmeEntitlements.kind],
        set: { sessions },
      }),
  );

describe("an executive", () => {
  test("sees free times of the own consultant, books one, and both know", async () => {
    const range = { from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z" };
    const { programmeId, sessionTypeId: typeId } = world.north;
    const ask = () => world.north.ask(freeTimes, "executive", { programmeId, typeId, ...range }, at);
    const times = async () => (await ask()).map(({ startsAt }) => startsAt.toISOString().slice(11, 16));
    expect((await times()).slice(0, 3)).toEqual(["07:00", "07:30", "08:00"]);
    const before = await left("coaching");
    const { id } = await book("executive", "2026-12-01T08:00:00Z");
    expect(await times()).not.toContain("07:30");
    expect(await times()).toContain("09:00");
    expect(await left("coaching")).toEqual({ ...before, used: before.used + 1, left: before.left - 1 });
    expect(await one(id)).toMatchObject({
      ...{ state: "booked", title: "Coaching", hosts: [{ id: world.north.consultantId }] },
      attendees: [{ id: world.north.executiveId, state: "booked" }],
    });
    const told = await inNorth((tx) =>
      tx
        .select({ to: notifications.personId, data: notifications.data })
        .from(notifications)
        .where(eq(notifications.kind, "scheduling.booked")),
    );
    expect(told).toEqual([
      { to: world.north.consultantId, data: { title: "Coaching", at: "2026-12-01T08:00:00.000Z" } },
    ]);
  });

  test("is told by which rule a time is not free, and what is", async () => {
    const says = async (startsAt: string) =>
      (await world.north.ask(whyNot, "executive", asked(startsAt), at)).map(({ code }) => code);
    expect(await says("2026-12-01T08:00:00Z")).toContain("own");
    expect(await says("2026-11-20T08:00:00Z")).toEqual(["past"]);
    expect(await says("2026-12-05T08:00:00Z")).toEqual(["dayOff"]);
    // A public holiday of the organisation.
    expect(await says("2026-12-25T08:00:00Z")).toEqual(["dayOff"]);
    expect(await says("2026-12-02T05:00:00Z")).toEqual(["hours"]);
    expect(await says("2026-12-02T08:10:00Z")).toEqual(["grid"]);
    expect(await says("2026-12-02T08:00:00Z")).toEqual([]);
    const refusal = await refusalOf(book("executive", "2026-12-02T05:00:00Z"));
    expect(refusal).toMatchObject({ code: "invalid", details: { field: "startsAt", current: { reason: "hours" } } });
    expect(refusal.details.current?.["next"]).toHaveLength(3);
  });

  test("books no more than the programme contains, in no programme of anybody else, and nothing that is booked for them", async () => {
    await entitle("coaching", 1);
    const refusal = await refusalOf(book("executive", "2026-12-03T08:00:00Z"));
    expect(refusal).toMatchObject({ code: "limit", details: { field: "typeId" } });
    await entitle("coaching", 200);
    const foreign = refusalOf(
      world.north.execute(
        bookSession,
        "executive",
        { ...asked("2026-12-03T08:00:00Z"), programmeId: world.north.landedProgrammeId },
        at,
      ),
    );
    expect((await foreign).code).toBe("not_found");
    await inNorth((tx) =>
      tx.update(sessionTypes).set({ selfBooked: false }).where(eq(sessionTypes.id, world.north.sessionTypeId)),
    );
    expect((await refusalOf(book("executive", "2026-12-03T08:00:00Z"))).code).toBe("forbidden");
    await inNorth((tx) =>
      tx.update(sessionTypes).set({ selfBooked: true }).where(eq(sessionTypes.id, world.north.sessionTypeId)),
    );
  });

  test("holds a time for five minutes, in which nobody else takes it", async () => {
    const startsAt = "2026-12-04T09:00:00Z";
    const hold = () => world.north.execute(holdTime, "executive", asked(startsAt), at);
    const { id: holdId, heldUntil } = await hold();
    expect(heldUntil).toBe("2026-11-23T09:05:00.000Z");
    const other = { programmeId: world.north.secondPhaseProgrammeId, typeId: world.north.sessionTypeId, startsAt };
    const others = () => world.north.execute(bookSession, "consultant", { ...other, anyway: true }, at);
    expect((await refusalOf(others())).code).toBe("conflict");
    // To who holds it the time is free, to everybody else it is not.
    const range = { from: "2026-12-04T08:00:00Z", to: "2026-12-04T10:00:00Z" };
    const free = async (role: "executive" | "consultant") =>
      (
        await world.north.ask(
          freeTimes,
          role,
          { programmeId: world.north.programmeId, typeId: world.north.sessionTypeId, ...range },
          at,
        )
      ).some((slot) => slot.startsAt.toISOString() === "2026-12-04T09:00:00.000Z");
    expect([await free("executive"), await free("consultant")]).toEqual([true, false]);
    const { id } = await world.north.execute(bookSession, "executive", asked(startsAt, { holdId }), at);
    expect(id).toBe(holdId);
    expect((await one(id)).state).toBe("booked");
    await world.north.execute(cancelSession, "executive", { id, reason: "" }, at);

    // A page that was opened twice holds twice: whichever of the two books it, or before it has heard of either.
    const [first, second] = [await hold(), await hold()];
    const replaced = await world.north.execute(bookSession, "executive", asked(startsAt, { holdId: first.id }), at);
    expect(replaced.id).toBe(second.id);
    await world.north.execute(cancelSession, "executive", { id: replaced.id, reason: "" }, at);
    const third = await hold();
    const unheard = await world.north.execute(bookSession, "executive", asked(startsAt), at);
    expect(unheard.id).toBe(third.id);
    await world.north.execute(cancelSession, "executive", { id: unheard.id, reason: "" }, at);
    // Nor does a hold of half an hour earlier stand in one's own way, for a new session or one that is moved.
    const earlier = () => world.north.execute(holdTime, "executive", asked("2026-12-04T08:30:00Z"), at);
    await earlier();
    const booked = await world.north.execute(bookSession, "executive", asked(startsAt), at);
    await world.north.execute(
      moveSession,
      "executive",
      { id: booked.id, expectedVersion: 1, startsAt: "2026-12-04T13:00:00Z" },
      at,
    );
    await earlier();
    await world.north.execute(moveSession, "executive", { id: booked.id, expectedVersion: 2, startsAt }, at);
    await world.north.execute(cancelSession, "executive", { id: booked.id, reason: "" }, at);

    const again = await hold();
    // Six minutes later it is anybody's; who held it hears so.
    const later = { now: new Date(now.getTime() + 6 * 60_000) };
    await world.north.execute(bookSession, "consultant", { ...other, anyway: true }, later);
    const late = refusalOf(world.north.execute(bookSession, "executive", asked(startsAt, { holdId: again.id }), later));
    expect((await late).code).toBe("conflict");
    const given = await world.north.execute(holdTime, "executive", asked("2026-12-04T13:00:00Z"), later);
    await world.north.execute(releaseHold, "executive", { id: given.id }, later);
    expect((await refusalOf(world.north.execute(releaseHold, "executive", { id: given.id }, later))).code).toBe(
      "not_found",
    );
  });

  test("moves and cancels in time; later a cancellation counts as a session", async () => {
    const { id } = await book("executive", "2026-12-07T09:00:00Z");
    await world.north.execute(
      moveSession,
      "executive",
      { id, expectedVersion: 1, startsAt: "2026-12-08T09:30:00Z" },
      at,
    );
    expect(await one(id)).toMatchObject({ sequence: 1, startsAt: new Date("2026-12-08T09:30:00Z") });
    const stale = { id, expectedVersion: 1, startsAt: "2026-12-08T13:00:00Z" };
    expect((await refusalOf(world.north.execute(moveSession, "executive", stale, at))).code).toBe("conflict");
    // Onto itself, half an hour on: it does not stand in its own way.
    await world.north.execute(
      moveSession,
      "executive",
      { ...stale, expectedVersion: 2, startsAt: "2026-12-08T10:00:00Z" },
      at,
    );
    const short = { now: new Date("2026-12-07T15:00:00Z") };
    const { used } = await left("coaching");
    const cancelled = await world.north.execute(cancelSession, "executive", { id, reason: "Ill" }, short);
    expect(cancelled.counted).toBe(true);
    expect((await left("coaching")).used).toBe(used);
    // Its time is free again.
    await book("executive", "2026-12-08T10:00:00Z");
  });
});

describe("a consultant", () => {
  test("books outside of hours where asked to, onto nothing that is taken", async () => {
    const early = "2026-12-10T05:00:00Z";
    expect((await refusalOf(book("consultant", early))).details.current?.["reason"]).toBe("hours");
    await book("consultant", early, { anyway: true });
    const other = { programmeId: world.north.secondPhaseProgrammeId, typeId: world.north.sessionTypeId };
    const onto = world.north.execute(bookSession, "consultant", { ...other, startsAt: early, anyway: true }, at);
    expect((await refusalOf(onto)).code).toBe("conflict");
    // An executive cannot ask for it.
    const past = refusalOf(book("executive", "2026-12-11T05:00:00Z", { anyway: true }));
    expect((await past).code).toBe("invalid");
  });

  test("notes how a session ended, once it has begun", async () => {
    const early = world.north.execute(noteOutcome, "consultant", { id: world.north.sessionId, outcome: "done" }, at);
    expect((await refusalOf(early)).code).toBe("state");
    const { pastSessionId: id } = world.north;
    await world.north.execute(noteOutcome, "consultant", { id, outcome: "no_show" }, at);
    await world.north.execute(noteOutcome, "consultant", { id, outcome: "done" }, at);
    expect(await one(id)).toMatchObject({ state: "done", attendees: [{ state: "attended" }] });
    const own = world.north.execute(noteOutcome, "executive", { id, outcome: "done" }, at);
    expect((await refusalOf(own)).code).toBe("forbidden");
  });

  test("is told which sessions lie outside of hours before they are saved", async () => {
    const { consultantId: personId, sessionId } = world.north;
    const week = [1, 2, 3, 4, 5, 6, 7].map((day) => (day === 1 ? [{ from: "13:00", to: "17:00" }] : []));
    const hours = { timeZone: "Europe/Zurich", week };
    const outside = await world.north.ask(outsideHours, "consultant", { personId, hours }, at);
    expect(outside.sessions.map(({ id }) => id)).toContain(sessionId);
    const day = { fromOn: "2027-03-10", toOn: "", hours: [] };
    const off = await world.north.ask(outsideHours, "consultant", { personId, day }, at);
    expect(off.sessions.map(({ id }) => id)).toEqual([sessionId]);
  });

  test("says when they can be booked, and is off when they say so", async () => {
    const { consultantId: personId } = world.north;
    const hours = { timeZone: "Europe/Zurich", noticeMinutes: 0, horizonDays: 300, mostPerDay: 1, mostPerWeek: null };
    const week = [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? [{ from: "13:00", to: "17:00" }] : []));
    await world.north.execute(setHostHours, "consultant", { personId, week, expectedVersion: 1, ...hours }, at);
    const says = async (startsAt: string) =>
      (await world.north.ask(whyNot, "executive", asked(startsAt), at)).map(({ code }) => code);
    expect(await says("2026-12-14T09:00:00Z")).toEqual(["hours"]);
    expect(await says("2026-12-14T13:00:00Z")).toEqual([]);
    await book("executive", "2026-12-14T13:00:00Z");
    expect(await says("2026-12-14T15:00:00Z")).toEqual(["dayLimit"]);
    const day = { personId, name: "Away", fromOn: "2026-12-15", toOn: "", hours: [] };
    const { id } = await world.north.execute(addHostDay, "consultant", day, at);
    expect(await says("2026-12-15T13:00:00Z")).toEqual(["dayOff"]);
    await world.north.execute(removeHostDay, "consultant", { id }, at);
    expect(await says("2026-12-15T13:00:00Z")).toEqual([]);
    const other = world.north.execute(addHostDay, "other-consultant", day, at);
    expect((await refusalOf(other)).code).toBe("not_found");
    const found = await world.north.ask(availabilityOf, "consultant", { personId }, at);
    expect(found).toMatchObject({ chosen: true, mostPerDay: 1, days: [{ name: "Away", fromOn: "2027-04-12" }] });
    const second = { personId, week, expectedVersion: 1, ...hours };
    const late = await refusalOf(world.north.execute(setHostHours, "consultant", second, at));
    expect(late).toMatchObject({ code: "conflict", details: { current: { mostPerDay: 1, version: 2 } } });
  });

  test("goes back to the organisation's hours, and has own ones again", async () => {
    const { consultantId: personId } = world.north;
    await world.north.execute(dropHostHours, "consultant", { personId }, at);
    expect(await world.north.ask(availabilityOf, "consultant", { personId }, at)).toMatchObject({
      chosen: false,
      version: 0,
    });
    expect((await refusalOf(world.north.execute(dropHostHours, "consultant", { personId }, at))).code).toBe("state");
    const week = [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? [{ from: "13:00", to: "17:00" }] : []));
    const hours = {
      timeZone: "Europe/Zurich",
      noticeMinutes: 0,
      horizonDays: 300,
      mostPerDay: null,
      mostPerWeek: null,
    };
    await world.north.execute(setHostHours, "consultant", { personId, week, expectedVersion: 0, ...hours }, at);
    expect(await world.north.ask(availabilityOf, "consultant", { personId }, at)).toMatchObject({ chosen: true });
  });
});

describe("who said nothing of their hours", () => {
  test("is booked in the organisation's, as they are on the day", async () => {
    const { secondPhaseProgrammeId: programmeId, otherConsultantId, sessionTypeId: typeId, calendarId } = world.north;
    await inNorth((tx) =>
      tx.update(programmes).set({ consultantId: otherConsultantId }).where(eq(programmes.id, programmeId)),
    );
    const week = [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? [{ from: "12:00", to: "16:00" }] : []));
    const from = { calendarId, expectedVersion: 0, validFrom: "2027-02-01", timeZone: "Europe/Zurich", week };
    const holidays = { country: "CH", region: "", workedHolidays: [], ownHolidays: [] };
    await world.north.execute(setHours, "administrator", { ...from, ...holidays }, at);
    const says = async (startsAt: string) =>
      (await world.north.ask(whyNot, "other-consultant", { programmeId, typeId, startsAt }, at)).map(
        ({ code }) => code,
      );
    expect(await says("2027-01-25T08:00:00Z")).toEqual([]);
    expect(await says("2027-02-02T08:00:00Z")).toEqual(["hours"]);
    expect(await says("2027-02-02T11:00:00Z")).toEqual([]);
    // New Year's Day.
    expect(await says("2027-01-01T11:00:00Z")).toEqual(["dayOff"]);
    await inNorth((tx) =>
      tx.update(programmes).set({ consultantId: world.north.consultantId }).where(eq(programmes.id, programmeId)),
    );
  });
});

describe("a group", () => {
  test("fills, lets others wait, and gives a free place to who waited longest", async () => {
    const { groupTypeId: typeId } = world.north;
    const startsAt = "2027-01-18T10:00:00Z";
    const others = [newId(), newId()];
    await inNorth(async (tx) => {
      const [model] = await tx.select().from(programmes).where(eq(programmes.id, world.north.programmeId));
      for (const id of others) {
        const executiveId = newId();
        await tx
          .insert(people)
          .values({ id: executiveId, name: "Paula Place", nameKey: "paula place", status: "known" });
        await tx.insert(programmes).values({ ...model!, id, executiveId });
      }
    });
    const inTurn = [world.north.programmeId, ...others];
    const join = (programmeId: string, waits = false) =>
      world.north.execute(
        bookSession,
        "consultant",
        { programmeId, typeId, startsAt, hostId: world.north.otherConsultantId, anyway: true, waits },
        at,
      );
    const first = await join(inTurn[0]!);
    expect(await join(inTurn[1]!)).toEqual({ id: first.id, waits: false });
    expect((await refusalOf(join(inTurn[2]!))).details.current?.["reason"]).toBe("full");
    expect(await join(inTurn[2]!, true)).toEqual({ id: first.id, waits: true });
    // Who does not hold it neither cancels nor moves it; a place of one's own caseload is given up alone.
    const whole = refusalOf(world.north.execute(cancelSession, "consultant", { id: first.id, reason: "" }, at));
    expect((await whole).code).toBe("state");
    const moving = { id: first.id, expectedVersion: 1, startsAt: "2027-01-19T10:00:00Z" };
    expect((await refusalOf(world.north.execute(moveSession, "consultant", moving, at))).code).toBe("forbidden");
    const state = async () => (await one(first.id)).state;
    // Whoever waits asks again: their turn stays.
    await join(inTurn[2]!, true);
    // Who takes part reads no other name, and who holds it reads all.
    expect((await world.north.ask(oneSession, "other-consultant", { id: first.id }, at)).attendees).toHaveLength(3);
    const seen = await world.north.ask(oneSession, "executive", { id: first.id }, at);
    expect(seen.attendees.map(({ id }) => id)).toEqual([world.north.executiveId]);
    await world.north.execute(cancelSession, "executive", { id: first.id, reason: "" }, at);
    const places = await inNorth((tx) =>
      tx
        .select({ programmeId: sessionAttendees.programmeId, state: sessionAttendees.state })
        .from(sessionAttendees)
        .where(and(eq(sessionAttendees.sessionId, first.id), eq(sessionAttendees.state, "booked"))),
    );
    // The package of who waited has no such session: the place stays free until it has.
    expect(places.map(({ programmeId }) => programmeId)).toEqual([others[0]]);
    expect(await state()).toBe("booked");
    const list = { programmeId: others[0]!, kind: "networking-clinic", sessions: 3 };
    await inNorth((tx) => tx.insert(programmeEntitlements).values([list, { ...list, programmeId: others[1]! }]));
    await world.north.execute(
      cancelSession,
      "consultant",
      { id: first.id, programmeId: others[0]!, reason: "Elsewhere" },
      at,
    );
    expect(await state()).toBe("booked");
    const after = await inNorth((tx) =>
      tx
        .select({ programmeId: sessionAttendees.programmeId })
        .from(sessionAttendees)
        .where(and(eq(sessionAttendees.sessionId, first.id), eq(sessionAttendees.state, "booked"))),
    );
    expect(after.map(({ programmeId }) => programmeId)).toEqual([others[1]]);
  });
});

describe("kinds of sessions", () => {
  test("are added, changed, put away; what is booked stays as it was booked", async () => {
    const run = world.north;
    const type = { ...usualTypes[1]!, name: "Deep dive" };
    const { id } = await run.execute(addType, "administrator", type, at);
    const taken = refusalOf(run.execute(addType, "administrator", { ...type, name: "deep DIVE" }, at));
    expect((await taken).details.field).toBe("name");
    const alone = refusalOf(run.execute(addType, "administrator", { ...type, name: "Panel", hosting: "all" }, at));
    expect((await alone).details.field).toBe("hosts");
    await run.execute(editType, "administrator", { ...type, id, expectedVersion: 1, lengthMinutes: 90 }, at);
    await run.execute(archiveType, "administrator", { id }, at);
    const gone = refusalOf(book("consultant", "2026-12-16T13:00:00Z", { typeId: id, anyway: true }));
    expect((await gone).code).toBe("not_found");
    await run.execute(restoreType, "administrator", { id }, at);
    expect((await refusalOf(run.execute(archiveType, "consultant", { id }, at))).code).toBe("forbidden");
  });
});

describe("the agenda", () => {
  test("shows each the own sessions and those of the own caseload", async () => {
    const range = { from: "2026-12-01T00:00:00Z", to: "2026-12-20T00:00:00Z" };
    const of = async (role: "executive" | "consultant" | "other-consultant" | "administrator") =>
      (await world.north.ask(agenda, role, range, at)).length;
    const [all, own] = [await of("administrator"), await of("executive")];
    expect(await of("consultant")).toBe(all);
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(all);
    expect(await of("other-consultant")).toBe(0);
    const with_ = await world.north.ask(agenda, "consultant", { ...range, personId: world.north.executiveId }, at);
    expect(with_).toHaveLength(own);
  });
});
