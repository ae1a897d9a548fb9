import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { scheduledSessions } from "@/db/schema/scheduling";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { bookSession } from "@/lib/scheduling/commands/booking";
import { cancelSession, moveSession } from "@/lib/scheduling/commands/changes";
import { bookSeries, cancelSeries, moveSeries, moveSeriesBack } from "@/lib/scheduling/commands/series";
import { bookableTypes } from "@/lib/scheduling/queries";
import { previewSeries } from "@/lib/scheduling/series-query";
import { sessionPage } from "@/lib/scheduling/session-page-query";

/*
 * Sessions that come again, booked by a consultant.
 */

const world = testWorld();
const at = { now: new Date("2026-11-23T09:00:00Z") };

/** Every second Tuesday at ten in Zurich, over the days on which clocks go forward. */
const asked = () => ({
  ...{ programmeId: world.north.programmeId, typeId: world.north.sessionTypeId, timeZone: "Europe/Zurich" },
  ...({ startsAt: "2027-03-02T09:00:00Z", repeats: { every: "weeks", weeks: 2 }, ends: { count: 6 } } as const),
});

const sessionsOf = (seriesId: string) =>
  transaction({ organisationId: world.north.organisationId }, (tx) =>
    tx
      .select()
      .from(scheduledSessions)
      .where(eq(scheduledSessions.seriesId, seriesId))
      .orderBy(asc(scheduledSessions.seriesStart)),
  );
const shown = (moment: Date) => moment.toISOString().slice(0, 16);
const used = async () =>
  (await world.north.ask(bookableTypes, "executive", { programmeId: world.north.programmeId }, at)).find(
    ({ kind }) => kind === "coaching",
  )!.entitlement.used;

describe("a series", () => {
  test("is shown before, booked with its exceptions, moved and cancelled from one on", async () => {
    const before = await used();
    // Somebody else has the consultant at one of the times; and Easter Monday's week is not a Tuesday.
    const other = { programmeId: world.north.secondPhaseProgrammeId, typeId: asked().typeId };
    await world.north.execute(
      bookSession,
      "consultant",
      { ...other, startsAt: "2027-03-30T08:00:00Z", anyway: true },
      at,
    );
    const { planned } = await world.north.ask(previewSeries, "consultant", asked(), at);
    // The clock on the wall stays at ten.
    expect(planned.map(({ startsAt }) => shown(startsAt))).toEqual([
      ...["2027-03-02T09:00", "2027-03-16T09:00", "2027-03-30T08:00", "2027-04-13T08:00", "2027-04-27T08:00"],
      "2027-05-11T08:00",
    ]);
    const clashes = planned.filter(({ says }) => says !== null);
    // The consultant is away in the week of 12 April.
    expect(clashes.map(({ date }) => date)).toEqual(["2027-03-30", "2027-04-13"]);
    expect(clashes[0]!.instead.map(shown)[0]).toBe("2027-03-30T07:00");
    // All or none, and the date is named.
    const blind = refusalOf(world.north.execute(bookSeries, "consultant", { ...asked(), otherwise: [] }, at));
    expect((await blind).message).toContain("2027-03-30");
    expect(await used()).toBe(before);
    const otherwise = [
      { date: "2027-03-30", startsAt: clashes[0]!.instead[0]!.toISOString() },
      { date: "2027-04-13", startsAt: null },
    ];
    const { seriesId, ids } = await world.north.execute(bookSeries, "consultant", { ...asked(), otherwise }, at);
    expect(ids).toHaveLength(5);
    expect(await used()).toBe(before + 5);
    const sessions = await sessionsOf(seriesId);
    expect(sessions[2]).toMatchObject({
      ...{ startsAt: new Date("2027-03-30T07:00:00Z"), seriesStart: new Date("2027-03-30T08:00:00Z") },
    });
    // One alone keeps its place in the series.
    const alone = { id: ids[1]!, expectedVersion: 1, startsAt: "2027-03-17T13:00:00Z" };
    await world.north.execute(moveSession, "consultant", alone, at);
    expect((await sessionsOf(seriesId))[1]!.seriesStart).toEqual(new Date("2027-03-16T09:00:00Z"));
    // From the fourth on: a day later, at two.
    const on = { id: ids[3]!, expectedVersion: 1, startsAt: "2027-04-28T12:00:00Z", scope: "following" as const };
    expect((await world.north.execute(moveSeries, "consultant", on, at)).ids).toEqual(ids.slice(3));
    expect((await sessionsOf(seriesId)).map(({ startsAt }) => shown(startsAt))).toEqual([
      ...["2027-03-02T09:00", "2027-03-17T13:00", "2027-03-30T07:00", "2027-04-28T12:00", "2027-05-12T12:00"],
    ]);
    // By two weeks, onto where the next one stands now: it goes out of the way first.
    const further = { id: ids[3]!, expectedVersion: 2, startsAt: "2027-05-12T12:00:00Z", scope: "following" as const };
    await world.north.execute(moveSeries, "consultant", further, at);
    expect((await sessionsOf(seriesId)).map(({ startsAt }) => shown(startsAt)).slice(3)).toEqual([
      ...["2027-05-12T12:00", "2027-05-26T12:00"],
    ]);
    await world.north.execute(cancelSession, "consultant", { id: ids[0]!, reason: "" }, at);
    const rest = { id: ids[2]!, scope: "following" as const, reason: "Later" };
    await world.north.execute(cancelSeries, "consultant", rest, at);
    expect((await sessionsOf(seriesId)).map(({ state }) => state)).toEqual([
      ...["cancelled", "booked", "cancelled", "cancelled", "cancelled"],
    ]);
    expect(await used()).toBe(before + 1);
  });

  test("comes once a month until a day, and its page leads to the one before and after", async () => {
    const monthly = {
      ...{ ...asked(), programmeId: world.north.secondPhaseProgrammeId, startsAt: "2027-08-31T08:00:00Z" },
      ...({ repeats: { every: "month", which: "last" }, ends: { until: "2027-11-30" } } as const),
    };
    const { planned } = await world.north.ask(previewSeries, "consultant", monthly, at);
    expect(planned.map(({ startsAt }) => shown(startsAt))).toEqual([
      ...["2027-08-31T08:00", "2027-09-28T08:00", "2027-10-26T08:00", "2027-11-30T09:00"],
    ]);
    const booking = { ...monthly, otherwise: [], anyway: true };
    const { seriesId, ids } = await world.north.execute(bookSeries, "consultant", booking, at);
    await world.north.execute(cancelSession, "consultant", { id: ids[1]!, reason: "" }, at);
    const seriesOf = async (id: string) => (await world.north.ask(sessionPage, "consultant", { id }, at)).series;
    const around = (before: string | null, after: string | null) => ({
      ...{ repeats: monthly.repeats, firstAt: new Date(monthly.startsAt) },
      before: before && expect.objectContaining({ id: before }),
      after: after && expect.objectContaining({ id: after }),
    });
    // What is cancelled is passed over, and knows its own place all the same.
    expect(await seriesOf(ids[0]!)).toMatchObject(around(null, ids[2]!));
    expect(await seriesOf(ids[1]!)).toMatchObject(around(ids[0]!, ids[2]!));
    expect(await seriesOf(ids[3]!)).toMatchObject(around(ids[2]!, null));
    expect(await seriesOf(world.north.sessionId)).toBeNull();
    await world.north.execute(cancelSeries, "consultant", { id: ids[0]!, scope: "all", reason: "" }, at);
    expect(await sessionsOf(seriesId)).toHaveLength(4);
  });

  test("moved together, each keeps its length, and all can be put back to where each stood", async () => {
    const weekly = { ...asked(), startsAt: "2027-09-07T08:00:00Z", otherwise: [], anyway: true };
    const { seriesId, ids } = await world.north.execute(bookSeries, "consultant", weekly, at);
    const alone = { id: ids[1]!, expectedVersion: 1, startsAt: "2027-09-22T12:00:00Z", endsAt: "2027-09-22T13:30:00Z" };
    await world.north.execute(moveSession, "consultant", { ...alone, anyway: true }, at);
    const stand = async () =>
      (await sessionsOf(seriesId)).map((one) => [shown(one.startsAt), shown(one.endsAt), shown(one.seriesStart!)]);
    const before = await stand();
    // By two weeks: each comes to where the next one stands.
    const together = { id: ids[0]!, expectedVersion: 1, startsAt: "2027-09-21T09:00:00Z", scope: "all" as const };
    // They lie further ahead than single sessions are offered, and are moved there all the same.
    const moved = await world.north.execute(moveSeries, "consultant", together, at);
    expect((await stand()).slice(0, 2)).toEqual([
      ["2027-09-21T09:00", "2027-09-21T10:00", "2027-09-21T09:00"],
      ["2027-10-06T09:00", "2027-10-06T10:30", "2027-10-06T09:00"],
    ]);
    const back = moveSeries.undo!({} as never, moved)!;
    expect(back.operation).toBe(moveSeriesBack.name);
    await world.north.execute(moveSeriesBack, "consultant", back.input as never, at);
    expect(await stand()).toEqual(before);
    // Once more, and somebody else has moved one since.
    const again = await refusalOf(world.north.execute(moveSeriesBack, "consultant", back.input as never, at));
    expect(again.code).toBe("conflict");
    const undone = bookSeries.undo!({} as never, { seriesId, ids } as never)!;
    expect(undone.operation).toBe(cancelSeries.name);
    await world.north.execute(cancelSeries, "consultant", undone.input as never, at);
    expect((await sessionsOf(seriesId)).every(({ state }) => state === "cancelled")).toBe(true);
  });

  test.each([
    ["repeats", { repeats: { every: "month", which: 2 } }],
    ["until", { ends: { until: "2027-03-15" } }],
    ["until", { repeats: { every: "weeks", weeks: 1 }, ends: { until: "2028-03-14" } }],
  ] as const)("says at the field %s what cannot be", async (field, more) => {
    const wrong = { ...asked(), ...more };
    const refused = { code: "invalid", details: { field } };
    expect(await refusalOf(world.north.ask(previewSeries, "consultant", wrong, at))).toMatchObject(refused);
    const booked = world.north.execute(bookSeries, "consultant", { ...wrong, otherwise: [] }, at);
    expect(await refusalOf(booked)).toMatchObject(refused);
  });

  test("is a consultant's to book, and takes no more than the programme has left", async () => {
    const own = world.north.execute(bookSeries, "executive", { ...asked(), otherwise: [] }, at);
    expect((await refusalOf(own)).code).toBe("forbidden");
    const many = { ...asked(), startsAt: "2027-06-01T08:00:00Z", ends: { count: 52 }, otherwise: [] };
    const second = { ...many, programmeId: world.north.secondPhaseProgrammeId };
    expect((await refusalOf(world.north.execute(bookSeries, "consultant", second, at))).code).toBe("limit");
  });
});
