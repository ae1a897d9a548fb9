import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { sessionTypes } from "@/db/schema/scheduling";
import { eq } from "drizzle-orm";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { calendar, calendarHosts } from "@/lib/scheduling/calendar-query";
import { addHostDay } from "@/lib/scheduling/commands/availability";
import { bookSession } from "@/lib/scheduling/commands/booking";
import { moveSession } from "@/lib/scheduling/commands/changes";
import { addType, archiveType, restoreType } from "@/lib/scheduling/commands/types";
import { sessionPage } from "@/lib/scheduling/session-page-query";
import { sessionTypeList } from "@/lib/scheduling/types-query";
import { usualTypes } from "@/lib/scheduling/usual-types";

const world = testWorld();
const at = { now: new Date("2026-11-23T09:00:00Z") };
const week = { first: "2026-12-07", last: "2026-12-13", timeZone: "Europe/Zurich" };
const look = (role: "executive" | "consultant" | "administrator", more: object = {}) =>
  world.north.ask(calendar, role, { ...week, ...more }, at);
const book = (startsAt: string) =>
  world.north.execute(
    bookSession,
    "executive",
    { programmeId: world.north.programmeId, typeId: world.north.sessionTypeId, startsAt },
    at,
  );

describe("the calendar", () => {
  test("is one's own, with hours and days off of who holds sessions, and of others for who may read all", async () => {
    const { consultantId, executiveId, otherConsultantId } = world.north;
    const { id } = await book("2026-12-08T09:00:00Z");
    await world.north.execute(
      addHostDay,
      "consultant",
      { personId: consultantId, name: "Dentist", fromOn: "2026-12-10", toOn: "", hours: [] },
      at,
    );
    const own = await look("consultant");
    expect(own.sessions).toMatchObject([{ id, personIds: [consultantId], runs: true }]);
    expect(own.people).toMatchObject([
      { id: consultantId, off: [{ date: "2026-12-10", name: "Dentist", other: false }] },
    ]);
    expect(own.people[0]!.hours!.length).toBeGreaterThan(3);
    const theirs = await look("executive");
    expect(theirs.sessions).toMatchObject([{ id, personIds: [executiveId], runs: false }]);
    expect(theirs.people).toMatchObject([{ id: executiveId, hours: null }]);
    const both = await look("administrator", { personIds: [consultantId, otherConsultantId] });
    expect(both.people.map((person) => person.id)).toEqual([consultantId, otherConsultantId]);
    expect(both.sessions.map((session) => session.id)).toEqual([id]);
    for (const role of ["executive", "consultant"] as const)
      expect((await refusalOf(look(role, { personIds: [otherConsultantId] }))).code).toBe("not_found");
    expect(await world.north.ask(calendarHosts, "consultant", {}, at)).toEqual([]);
    expect((await world.north.ask(calendarHosts, "administrator", {}, at)).length).toBeGreaterThan(1);
  });

  test("names public holidays in the language of who reads it, not in that of the place", async () => {
    const { holidays } = await look("consultant", { first: "2027-03-22", last: "2027-03-28" });
    expect(holidays).toEqual(expect.arrayContaining([{ date: "2027-03-26", name: "Good Friday" }]));
  });

  test("shows what was cancelled only where asked to", async () => {
    const none = await look("consultant", { first: "2027-03-10", last: "2027-03-10" });
    const all = await look("consultant", { first: "2027-03-10", last: "2027-03-10", cancelled: true });
    expect(all.sessions.length).toBeGreaterThanOrEqual(none.sessions.length);
  });
});

describe("a session", () => {
  test("is made longer by who holds it, never onto another one, and put back", async () => {
    const { id } = await book("2026-12-09T09:00:00Z");
    const { id: next } = await book("2026-12-09T11:00:00Z");
    const longer = { id, expectedVersion: 1, startsAt: "2026-12-09T09:00:00Z", endsAt: "2026-12-09T10:30:00Z" };
    const own = world.north.execute(moveSession, "executive", longer, at);
    expect(await refusalOf(own)).toMatchObject({ code: "forbidden", details: { field: "endsAt" } });
    const moved = await world.north.execute(moveSession, "consultant", longer, at);
    expect(moved).toMatchObject({
      version: 2,
      beganAt: "2026-12-09T09:00:00.000Z",
      endedAt: "2026-12-09T10:00:00.000Z",
    });
    const onto = { ...longer, expectedVersion: 2, endsAt: "2026-12-09T11:30:00Z", anyway: true };
    expect((await refusalOf(world.north.execute(moveSession, "consultant", onto, at))).code).toBe("conflict");
    const back = moveSession.undo!(moveSession.input.parse(longer), moved)!;
    await world.north.execute(moveSession, "consultant", back.input as typeof longer, at);
    const page = await world.north.ask(sessionPage, "consultant", { id }, at);
    expect(page.endsAt.toISOString()).toBe("2026-12-09T10:00:00.000Z");
    expect((await world.north.ask(sessionPage, "executive", { id: next }, at)).runs).toBe(false);
  });

  test("has what was answered at booking on its page, for who holds it and who said it", async () => {
    const { sessionTypeId, programmeId } = world.north;
    await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx
        .update(sessionTypes)
        .set({ questions: [{ key: "about", label: "About what?", required: false }] })
        .where(eq(sessionTypes.id, sessionTypeId)),
    );
    const asked = { programmeId, typeId: sessionTypeId, startsAt: "2026-12-11T09:00:00Z", answers: { about: "Pay." } };
    const { id } = await world.north.execute(bookSession, "executive", asked, at);
    const said = [{ label: "About what?", answer: "Pay." }];
    for (const [role, answers] of [
      ["consultant", said],
      ["executive", said],
      ["administrator", []],
    ] as const)
      expect((await world.north.ask(sessionPage, role, { id }, at)).attendees).toMatchObject([{ answers }]);
  });
});

describe("a kind of session that is not offered any more", () => {
  test("gives its name free, and has it back only when nobody else has it", async () => {
    const as = "administrator";
    const type = { ...usualTypes[2]!, name: "Mock interview" };
    const { id } = await world.north.execute(addType, as, type, at);
    await world.north.execute(archiveType, as, { id }, at);
    const { id: second } = await world.north.execute(addType, as, type, at);
    expect((await refusalOf(world.north.execute(restoreType, as, { id }, at))).code).toBe("conflict");
    await world.north.execute(archiveType, as, { id: second }, at);
    await world.north.execute(restoreType, as, { id }, at);
    const listed = await world.north.ask(sessionTypeList, as, {}, at);
    expect(listed.find((one) => one.id === id)).toMatchObject({ name: "Mock interview", archivedAt: null, ahead: 0 });
    expect(listed.find((one) => one.id === world.north.sessionTypeId)!.ahead).toBeGreaterThan(0);
  });
});
