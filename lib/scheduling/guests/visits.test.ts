import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { bookingLinks, sessionGuests } from "@/db/schema/booking-pages";
import { mailMessages } from "@/db/schema/mail";
import { notifications } from "@/db/schema/platform";
import { scheduledSessions, sessionHosts, sessionTypes } from "@/db/schema/scheduling";
import type { SystemActor } from "@/lib/platform/actor";
import { ask, execute } from "@/lib/platform/execute";
import type { Command, Query } from "@/lib/platform/operation";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { bookSession } from "@/lib/scheduling/commands/booking";
import { cancelSession, moveSession } from "@/lib/scheduling/commands/changes";
import { noteOutcome } from "@/lib/scheduling/commands/outcome";
import { tellDue } from "@/lib/scheduling/outside/tell-due";
import { agenda } from "@/lib/scheduling/queries";
import { sessionPage } from "@/lib/scheduling/session-page-query";
import type { z } from "zod";
import { askVisit } from "./ask";
import { cancelVisit, moveVisit } from "./change-visit";
import { confirmVisit } from "./confirm";
import { forgetGuest } from "./forget";
import { holdForGuest, releaseForGuest } from "./hold";
import { guestTimes, guestWhyNot } from "./page-queries";
import { tidyVisits } from "./tidy";
import { visitPage } from "./visit-query";

const world = testWorld();
const now = new Date("2026-11-23T09:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

const visitor = (): SystemActor => ({ kind: "system", organisationId: world.north.organisationId, cause: "visitor" });
const does = async <Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  input: z.input<Input>,
  when = now,
) => (await execute(command, visitor(), input, { now: when })).output;
const asks = <Input extends z.ZodType, Output>(query: Query<Input, Output>, input: z.input<Input>, when = now) =>
  ask(query, visitor(), input, { now: when });
const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

const page = () => ({ slug: world.north.bookingSlug });
const at = (startsAt: string) => ({ page: page(), typeId: world.north.sessionTypeId, startsAt });
const said = (email = "marta@elsewhere.example") => ({
  ...{ timeZone: "Europe/Lisbon", name: "Marta Quintela", email, note: "By phone, please.", answers: {} },
});
const newest = async () =>
  (await inNorth((tx) => tx.select().from(sessionGuests).orderBy(desc(sessionGuests.createdAt)).limit(1)))[0]!;
const sessionOf = async (id: string) =>
  (await inNorth((tx) => tx.select().from(scheduledSessions).where(eq(scheduledSessions.id, id))))[0]!;
const takes = (startsAt: string) =>
  inNorth((tx) =>
    tx
      .select({ id: sessionHosts.sessionId })
      .from(sessionHosts)
      .where(and(eq(sessionHosts.takesFrom, new Date(startsAt)), eq(sessionHosts.takes, true))),
  );
const mailsTo = (address: string) =>
  inNorth((tx) =>
    tx
      .select({ subject: mailMessages.subject, calendar: mailMessages.calendarMethod })
      .from(mailMessages)
      .where(eq(mailMessages.toAddress, address))
      .orderBy(asc(mailMessages.createdAt)),
  );
const byExecutive = (startsAt: string, when = now) =>
  world.north.execute(
    bookSession,
    "executive",
    { programmeId: world.north.programmeId, typeId: world.north.sessionTypeId, startsAt },
    { now: when },
  );

/** Somebody who booked and confirmed. */
async function comes(startsAt: string, email = "marta@elsewhere.example") {
  await does(askVisit, { ...at(startsAt), ...said(email) });
  const { tokenHash } = await newest();
  await does(confirmVisit, { tokenHash });
  return newest();
}

describe("a visitor", () => {
  test("sees free times, holds one for five minutes, asks for it, and has it when the mail is answered", async () => {
    const startsAt = "2026-12-01T08:00:00.000Z";
    const range = { from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z" };
    const free = async () =>
      (await asks(guestTimes, { page: page(), typeId: world.north.sessionTypeId, ...range })).map((one) =>
        one.toISOString(),
      );
    expect((await free()).slice(0, 3)).toContain(startsAt);
    const held = await does(holdForGuest, at(startsAt));
    expect(held.heldUntil).toBe(minutes(5).toISOString());
    expect(await free()).not.toContain(startsAt);
    const { keptUntil } = await does(askVisit, { ...at(startsAt), ...said(), holdId: held.id });
    expect(keptUntil).toBe(minutes(30).toISOString());
    // Pressed twice, it is still one.
    await does(askVisit, { ...at(startsAt), ...said(), holdId: held.id });
    const guest = await newest();
    expect(guest).toMatchObject({ sessionId: held.id, confirmedAt: null });
    expect(guest.answersEncrypted).not.toContain("phone");
    expect(await asks(visitPage, { tokenHash: guest.tokenHash })).toMatchObject({ state: "asked", place: "" });
    await does(confirmVisit, { tokenHash: guest.tokenHash }, minutes(20));
    await does(confirmVisit, { tokenHash: guest.tokenHash }, minutes(21));
    expect(await sessionOf(held.id)).toMatchObject({ state: "booked", heldUntil: null, bookedBy: null });
    expect(await mailsTo("marta@elsewhere.example")).toEqual([
      { subject: expect.stringMatching(/^Please confirm: Coaching/), calendar: null },
      { subject: expect.stringMatching(/^Booked: Coaching/), calendar: "REQUEST" },
    ]);
    const told = await inNorth((tx) =>
      tx
        .select({ to: notifications.personId, at: notifications.data })
        .from(notifications)
        .where(eq(notifications.kind, "scheduling.booked")),
    );
    expect(told).toEqual([{ to: world.north.consultantId, at: { title: "Coaching", at: startsAt } }]);
  });

  test("is shown to who holds the session, with what they said, and nobody else reads it", async () => {
    const { id: guestId, sessionId } = await comes("2026-12-01T13:00:00.000Z");
    const seen = await world.north.ask(sessionPage, "consultant", { id: sessionId }, { now });
    expect(seen).toMatchObject({
      ...{ runs: true, guest: { email: "marta@elsewhere.example", note: "By phone, please." } },
      attendees: [{ id: guestId, name: "Marta Quintela", guest: true }],
      zones: { [guestId]: "Europe/Lisbon" },
    });
    const range = { from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z" };
    const [listed] = (await world.north.ask(agenda, "consultant", range, { now })).filter(({ id }) => id === sessionId);
    expect(listed!.attendees).toEqual([{ id: guestId, name: "Marta Quintela", state: "booked", guest: true }]);
    const others = world.north.ask(sessionPage, "executive", { id: sessionId }, { now });
    expect((await refusalOf(others)).code).toBe("not_found");
  });

  test("reads why a time is not offered, and never what stands in its way", async () => {
    const why = (startsAt: string) => asks(guestWhyNot, { ...at(startsAt), timeZone: "Europe/Lisbon" });
    await byExecutive("2026-12-02T08:00:00Z");
    expect(await why("2026-12-02T08:00:00Z")).toEqual(["This time is taken."]);
    expect(await why("2026-12-02T08:30:00Z")).toEqual(["This time is taken."]);
    expect(await why("2026-12-05T09:00:00Z")).toEqual(["This day is off."]);
    expect(await why("2026-12-02T05:00:00Z")).toEqual([expect.stringContaining("08:00–18:00")]);
    expect(await why("2026-12-02T12:00:00Z")).toEqual([]);
  });

  test("gives a held time back by holding another, and nobody else gives it back", async () => {
    const first = await does(holdForGuest, at("2026-12-03T08:00:00Z"));
    const second = await does(holdForGuest, { ...at("2026-12-03T10:00:00Z"), insteadOf: first.id });
    expect(await takes("2026-12-03T08:00:00Z")).toEqual([]);
    await does(releaseForGuest, { page: page(), holdId: second.id });
    expect(await takes("2026-12-03T10:00:00Z")).toEqual([]);
    // What somebody has asked for stays until they say otherwise.
    await does(askVisit, { ...at("2026-12-03T10:00:00Z"), ...said() });
    const { sessionId } = await newest();
    expect((await refusalOf(does(releaseForGuest, { page: page(), holdId: sessionId }))).code).toBe("not_found");
    const heldByColleague = { page: page(), holdId: world.north.heldSessionId };
    expect((await refusalOf(does(releaseForGuest, heldByColleague))).code).toBe("not_found");
  });
});

describe("what a visitor asked for", () => {
  test("with a wrong address is put right, and what went there opens nothing any more", async () => {
    const startsAt = "2026-12-07T09:00:00.000Z";
    const { id: holdId } = await does(askVisit, { ...at(startsAt), ...said("wrnog@elsewhere.example") });
    const wrong = await newest();
    await does(askVisit, { ...at(startsAt), ...said("right@elsewhere.example"), holdId });
    expect((await refusalOf(does(confirmVisit, { tokenHash: wrong.tokenHash }))).code).toBe("not_found");
    expect(await mailsTo("wrnog@elsewhere.example")).toEqual([]);
    const right = await newest();
    expect(right.email).toBe("right@elsewhere.example");
    await does(confirmVisit, { tokenHash: right.tokenHash });
    expect(await takes(startsAt)).toEqual([{ id: holdId }]);
  });

  test("is given back after half an hour, and may still be booked while it is free; a day later it is forgotten", async () => {
    const startsAt = "2026-12-08T09:00:00.000Z";
    await does(askVisit, { ...at(startsAt), ...said("late@elsewhere.example") });
    const { tokenHash, sessionId } = await newest();
    expect(await does(tidyVisits, {}, minutes(29))).toMatchObject({ freed: 0 });
    expect((await does(tidyVisits, {}, minutes(31))).freed).toBeGreaterThan(0);
    expect((await sessionOf(sessionId)).state).toBe("expired");
    expect(await takes(startsAt)).toEqual([]);
    expect((await asks(visitPage, { tokenHash }, minutes(40))).state).toBe("over");
    await does(confirmVisit, { tokenHash }, minutes(40));
    expect((await asks(visitPage, { tokenHash }, minutes(41))).state).toBe("booked");
    await does(askVisit, { ...at("2026-12-08T13:00:00Z"), ...said("never@elsewhere.example") });
    const never = await newest();
    await does(tidyVisits, {}, minutes(60));
    expect((await does(tidyVisits, {}, minutes(24 * 60 + 1))).forgotten).toBeGreaterThan(0);
    expect((await refusalOf(asks(visitPage, { tokenHash: never.tokenHash }))).code).toBe("not_found");
    expect(await mailsTo("never@elsewhere.example")).toEqual([]);
  });

  test("that is taken when it is confirmed late leads to the next free times, any of which can be confirmed instead", async () => {
    const startsAt = "2026-12-09T09:00:00.000Z";
    await does(askVisit, { ...at(startsAt), ...said("slow@elsewhere.example") });
    const { tokenHash } = await newest();
    await byExecutive(startsAt, minutes(31));
    const refusal = await refusalOf(does(confirmVisit, { tokenHash }, minutes(32)));
    expect(refusal).toMatchObject({ code: "conflict", details: { field: "startsAt" } });
    expect(refusal.message).toBe("That time was just taken. Here are the next ones that are free.");
    const [next] = refusal.details.current!["next"] as string[];
    await does(confirmVisit, { tokenHash, startsAt: next! }, minutes(33));
    expect(await asks(visitPage, { tokenHash }, minutes(33))).toMatchObject({
      ...{ state: "booked", startsAt: new Date(next!) },
    });
  });

  test("does not fall to a rule of notice while its mail is on the way", async () => {
    const set = (noticeMinutes: number) =>
      inNorth((tx) =>
        tx.update(sessionTypes).set({ noticeMinutes }).where(eq(sessionTypes.id, world.north.sessionTypeId)),
      );
    await set(60);
    const startsAt = minutes(60).toISOString();
    await does(askVisit, { ...at(startsAt), ...said("quick@elsewhere.example") });
    const { tokenHash } = await newest();
    await does(confirmVisit, { tokenHash }, minutes(10));
    await set(0);
    expect((await asks(visitPage, { tokenHash }, minutes(11))).state).toBe("booked");
  });
});

describe("a guest", () => {
  test("moves and cancels by the link, as the policy allows, and all calendars are told", async () => {
    const { tokenHash, sessionId } = await comes("2026-12-10T08:00:00.000Z", "moves@elsewhere.example");
    await does(moveVisit, { tokenHash, startsAt: "2026-12-10T13:00:00Z" });
    expect(await takes("2026-12-10T08:00:00Z")).toEqual([]);
    expect(await sessionOf(sessionId)).toMatchObject({ startsAt: new Date("2026-12-10T13:00:00Z"), sequence: 1 });
    await inNorth((tx) =>
      tx.update(sessionTypes).set({ late: "refuse" }).where(eq(sessionTypes.id, world.north.sessionTypeId)),
    );
    const late = new Date("2026-12-10T09:00:00Z");
    const refusal = await refusalOf(does(cancelVisit, { tokenHash, reason: "" }, late));
    expect(refusal).toMatchObject({ code: "state", message: expect.stringContaining("up to 24 hours before") });
    await inNorth((tx) =>
      tx.update(sessionTypes).set({ late: "counts" }).where(eq(sessionTypes.id, world.north.sessionTypeId)),
    );
    await does(cancelVisit, { tokenHash, reason: "I am ill." });
    expect(await sessionOf(sessionId)).toMatchObject({ state: "cancelled", cancelReason: "I am ill." });
    expect(await takes("2026-12-10T13:00:00Z")).toEqual([]);
    const mails = await mailsTo("moves@elsewhere.example");
    expect(mails.map(({ subject, calendar }) => [subject.split(":")[0], calendar])).toEqual([
      ...[
        ["Please confirm", null],
        ["Booked", "REQUEST"],
      ],
      ...[
        ["Moved", "REQUEST"],
        ["Cancelled", "CANCEL"],
      ],
    ]);
    const again = does(confirmVisit, { tokenHash });
    expect((await refusalOf(again)).code).toBe("state");
  });

  test("hears when who holds the session moves or cancels it, and is reminded once", async () => {
    const { sessionId } = await comes("2026-12-14T08:00:00.000Z", "hears@elsewhere.example");
    await world.north.execute(
      moveSession,
      "consultant",
      { id: sessionId, expectedVersion: (await sessionOf(sessionId)).version, startsAt: "2026-12-14T13:00:00Z" },
      { now },
    );
    const hourBefore = new Date("2026-12-14T12:00:00Z");
    await does(tellDue, {}, hourBefore);
    await does(tellDue, {}, hourBefore);
    await world.north.execute(cancelSession, "consultant", { id: sessionId, reason: "A strike." }, { now });
    const mails = await mailsTo("hears@elsewhere.example");
    expect(mails.map(({ subject }) => subject.split(":")[0])).toEqual([
      ...["Please confirm", "Booked", "Moved", "Soon", "Cancelled"],
    ]);
  });

  test("who came is noted, and they are forgotten when asked to be, not before the session is over", async () => {
    const { sessionId } = await comes("2026-12-15T08:00:00.000Z", "forgets@elsewhere.example");
    const forget = (when: Date) => world.north.execute(forgetGuest, "consultant", { sessionId }, { now: when });
    expect((await refusalOf(forget(now))).code).toBe("state");
    const after = new Date("2026-12-15T10:00:00Z");
    await world.north.execute(noteOutcome, "consultant", { id: sessionId, outcome: "done" }, { now: after });
    expect((await sessionOf(sessionId)).state).toBe("done");
    const foreign = world.north.execute(forgetGuest, "executive", { sessionId }, { now: after });
    expect((await refusalOf(foreign)).code).toBe("not_found");
    await forget(after);
    expect(await mailsTo("forgets@elsewhere.example")).toEqual([]);
    const seen = await world.north.ask(sessionPage, "consultant", { id: sessionId }, { now: after });
    expect(seen).toMatchObject({ state: "done", attendees: [], guest: null });
  });
});

describe("one time that many want", () => {
  test("is had by one of guests and executives, and the others read what is free", async () => {
    const startsAt = "2026-12-16T09:00:00.000Z";
    const attempts = [
      ...Array.from({ length: 6 }, (_, turn) => () => does(holdForGuest, at(startsAt)).then(() => `guest ${turn}`)),
      () => byExecutive(startsAt).then(() => "executive"),
    ];
    const outcomes = await Promise.allSettled(attempts.map((attempt) => attempt()));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    expect(await takes(startsAt)).toHaveLength(1);
  });

  test("is not lost by who confirms it in time, whoever else tries meanwhile", async () => {
    const startsAt = "2026-12-17T09:00:00.000Z";
    await does(askVisit, { ...at(startsAt), ...said("first@elsewhere.example") });
    const { tokenHash } = await newest();
    const [confirmed, booked] = await Promise.allSettled([
      does(confirmVisit, { tokenHash }, minutes(5)),
      byExecutive(startsAt, minutes(5)),
    ]);
    expect(confirmed.status).toBe("fulfilled");
    expect(booked).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
  });
});

test("a page that is off keeps what is booked by it, and who asked in time may still confirm", async () => {
  const startsAt = "2026-12-18T09:00:00.000Z";
  await does(askVisit, { ...at(startsAt), ...said("between@elsewhere.example") });
  const { tokenHash } = await newest();
  const turn = (isOn: boolean) =>
    inNorth((tx) =>
      tx
        .update(bookingLinks)
        .set({ isOn })
        .where(and(eq(bookingLinks.personId, world.north.consultantId), isNull(bookingLinks.deletedAt))),
    );
  await turn(false);
  expect((await refusalOf(does(holdForGuest, at("2026-12-18T13:00:00Z")))).code).toBe("not_found");
  const other = does(confirmVisit, { tokenHash, startsAt: "2026-12-18T14:00:00Z" });
  expect((await refusalOf(other)).code).toBe("state");
  await does(confirmVisit, { tokenHash });
  expect((await asks(visitPage, { tokenHash })).state).toBe("booked");
  await turn(true);
});

test("nobody can empty a calendar with holds", async () => {
  const hours = ["07", "08", "09", "10", "11", "12", "13", "14", "15", "16"];
  const later = minutes(600);
  const hold = (day: string, hour: string) => does(holdForGuest, at(`2027-02-${day}T${hour}:00:00Z`), later);
  // Two times of the world are held already.
  for (const hour of hours.slice(0, 8)) await hold("02", hour);
  expect((await refusalOf(hold("03", "09"))).code).toBe("rate");
  await byExecutive("2027-02-03T09:00:00Z", later);
});
