import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessSecondsBetween } from "@/lib/business-time/business-time";
import { plainHost, plainQuestion, plainSession, plainType } from "../testing/plain";
import { slotsByTheMinute } from "../testing/slots-by-the-minute";
import { someQuestion } from "../testing/some-questions";
import { calendarOf } from "./host-time";
import type { Host, Question, Slot } from "./question";
import { nextFree, slotsOf } from "./slots";

const minute = 60_000;

/** The slots of a civil day in UTC, by their times. */
const timesOn = (date: string, question: Question): string[] =>
  slotsOf(question, { from: new Date(`${date}T00:00Z`), to: new Date(`${date}T24:00Z`) }).map(({ startsAt }) =>
    startsAt.toISOString().slice(11, 16),
  );
const withHost = (host: Partial<Host>, more: Partial<Question> = {}) =>
  plainQuestion({ hosts: [plainHost(host)], ...more });
const everyDay = (from: number, to: number) => Array.from({ length: 7 }, () => [{ from, to }]);
const located = (timeZone: string, week = everyDay(0, 1440)) => ({ timeZone, week, overrides: [] });

describe("slots", () => {
  it("lie in the hours of the host, who may replace those of a date", () => {
    expect(timesOn("2026-11-23", plainQuestion())).toEqual(
      [..."89"].map((hour) => `0${hour}:00`).concat([..."012345"].map((hour) => `1${hour}:00`)),
    );
    const hours = [
      { from: 600, to: 690 },
      { from: 780, to: 840 },
    ];
    const replaced = {
      ...plainHost().availability,
      overrides: [
        { date: "2026-11-28", hours },
        { date: "2026-11-23", hours: [] },
      ],
    };
    const closures = [{ from: "2026-11-24", to: "2026-11-30" }];
    expect(timesOn("2026-11-23", withHost({ availability: replaced }))).toEqual([]);
    // A date that the host gives hours of its own is worked, even where the house is closed.
    expect(timesOn("2026-11-28", withHost({ availability: replaced }, { closures }))).toEqual(["09:00", "12:00"]);
    expect(timesOn("2026-11-27", withHost({ availability: replaced }, { closures }))).toEqual([]);
  });

  it("keep the time around two sessions one after the other, and let it reach outside of hours", () => {
    const type = plainType({ stepMinutes: 5, bufferBefore: 10, bufferAfter: 15, lengthMinutes: 45 });
    const sessions = [plainSession("2026-11-23T11:00Z", { bufferBefore: 20, bufferAfter: 5 })];
    const times = timesOn("2026-11-23", withHost({ sessions }, { type }));
    expect([times[0], times.at(-1)]).toEqual(["08:00", "15:15"]);
    expect(times.filter((time) => time > "09:30" && time < "12:20")).toEqual(["09:35", "09:40", "12:15"]);
    const busy = [{ startsAt: new Date("2026-11-23T11:00Z"), endsAt: new Date("2026-11-23T12:00Z") }];
    const beside = timesOn("2026-11-23", withHost({ busy }, { type }));
    expect(beside.filter((time) => time > "09:50" && time < "12:15")).toEqual(["09:55", "10:00", "12:10"]);
  });

  it("go by the clock on the wall where clocks change", () => {
    const type = plainType({ lengthMinutes: 30, stepMinutes: 60 });
    const on = (date: string, timeZone: string, now: string) =>
      timesOn(date, withHost({ availability: located(timeZone) }, { type, now: new Date(now) }));
    // 2 o'clock does not exist, then exists twice.
    expect(on("2026-03-29", "Europe/Zurich", "2026-03-28").slice(0, 3)).toEqual(["00:00", "01:00", "02:00"]);
    expect(on("2026-10-25", "Europe/Zurich", "2026-10-24")).toHaveLength(24);
    // Half an hour is left out at two: what was at the full hour of UTC is at half past.
    expect(on("2026-10-03", "Australia/Lord_Howe", "2026-10-02").slice(13, 18)).toEqual([
      "13:30",
      "14:30",
      "16:00",
      "17:00",
      "18:00",
    ]);
    expect(on("2026-10-03", "Asia/Kathmandu", "2026-10-02")[0]).toBe("00:15");
    // The day that Samoa left out has no hours.
    expect(on("2011-12-30", "Pacific/Apia", "2011-12-20")).toHaveLength(24);
  });

  it("begin not before the notice, and end with the last day as the host counts days", () => {
    const now = new Date("2026-11-23T08:30:30Z");
    expect(timesOn("2026-11-23", plainQuestion({ now, type: plainType({ noticeMinutes: 90 }) }))[0]).toBe("11:00");
    const auckland = { ...located("Pacific/Auckland"), week: everyDay(0, 1440) };
    const horizon = withHost({ availability: auckland, horizonDays: 1 }, { now });
    const range = { from: now, to: new Date("2026-12-23") };
    // There it is the evening of the 23rd.
    expect(slotsOf(horizon, range).at(-1)?.startsAt.toISOString()).toBe("2026-11-24T10:00:00.000Z");
  });

  it("stop at the limits of a day and a week; what somebody only holds counts until its time is up", () => {
    const held = plainSession("2026-11-23T09:00Z", { heldUntil: new Date("2026-11-20T12:10Z") });
    expect(timesOn("2026-11-23", withHost({ sessions: [held], mostPerDay: 1 }))).toEqual([]);
    expect(timesOn("2026-11-24", withHost({ sessions: [held], mostPerDay: 1 }))).toHaveLength(8);
    expect(timesOn("2026-11-29", withHost({ sessions: [held], mostPerWeek: 1, availability: located("UTC") }))).toEqual(
      [],
    );
    expect(timesOn("2026-11-30", withHost({ sessions: [held], mostPerWeek: 1 }))).toHaveLength(8);
    const later = { now: new Date("2026-11-20T12:10Z") };
    expect(timesOn("2026-11-23", withHost({ sessions: [held], mostPerDay: 1 }, later))).toHaveLength(8);
    const other = plainSession("2026-11-23T09:00Z", { typeId: "intake" });
    const type = plainType({ mostPerDay: 1 });
    expect(timesOn("2026-11-23", withHost({ sessions: [other] }, { type }))).toHaveLength(7);
  });

  it("join a group session as long as it has a place, then wait for one", () => {
    const type = plainType({ capacity: 4 });
    const group = (taken: number) => plainSession("2026-11-23T09:00Z", { id: "group", capacity: 4, taken });
    const at = (question: Question): Slot[] =>
      slotsOf(question, { from: new Date("2026-11-23T08:00Z"), to: new Date("2026-11-23T09:30Z") });
    const times = { startsAt: new Date("2026-11-23T09:00Z"), endsAt: new Date("2026-11-23T10:00Z"), hostIds: ["imke"] };
    const joins = { ...times, joins: "group" };
    expect(at(withHost({ sessions: [group(3)], mostPerDay: 1 }, { type }))).toEqual([{ ...joins, placesLeft: 1 }]);
    expect(at(withHost({ sessions: [group(4)], mostPerDay: 1 }, { type }))).toEqual([]);
    expect(at(withHost({ sessions: [group(4)], mostPerDay: 1 }, { type, waitingList: true }))).toEqual([
      { ...joins, placesLeft: 0, waits: true },
    ]);
    const attendee = [{ startsAt: new Date("2026-11-23T09:59Z"), endsAt: new Date("2026-11-23T11:00Z") }];
    expect(at(withHost({ sessions: [group(3)], mostPerDay: 1 }, { type, attendee }))).toEqual([]);
    // Another host is free at the same time: the group fills first.
    const two = { type, hosts: [plainHost({ id: "ada" }), plainHost({ sessions: [group(1)] })] };
    expect(at(plainQuestion(two)).slice(-2)).toEqual([
      { ...joins, placesLeft: 3 },
      { ...times, hostIds: ["ada"], placesLeft: 4 },
    ]);
  });

  it("of several hosts name who is free; together all of them are, on a step of any", () => {
    const late = [[{ from: 570, to: 750 }], [], [], [], [], [], []];
    const hosts = [plainHost(), plainHost({ id: "ada", availability: located("Europe/Zurich", late) })];
    const range = { from: new Date("2026-11-23"), to: new Date("2026-11-24") };
    const any = slotsOf(plainQuestion({ hosts }), range);
    expect(any.slice(0, 3).map(({ hostIds }) => hostIds)).toEqual([["imke"], ["ada"], ["imke"]]);
    expect(timesOn("2026-11-23", plainQuestion({ hosts, mode: "all" }))).toEqual([
      "08:30",
      "09:00",
      "09:30",
      "10:00",
      "10:30",
    ]);
    expect(slotsOf(plainQuestion({ hosts: [] }), range)).toEqual([]);
  });

  it("that are next come one for each time, however far away", () => {
    const next = nextFree(
      3,
      plainQuestion({ hosts: [plainHost(), plainHost({ id: "ada" })] }),
      new Date("2026-11-20T14:30Z"),
    );
    expect(next.map(({ startsAt }) => startsAt.toISOString().slice(5, 13))).toEqual([
      "11-20T15",
      "11-23T08",
      "11-23T09",
    ]);
    const away = withHost({ busy: [{ startsAt: new Date("2026-11-01"), endsAt: new Date("2027-11-19T10:00Z") }] });
    expect(
      nextFree(9, away, new Date("2026-11-01")).map(({ startsAt }) => startsAt.toISOString().slice(0, 13)),
    ).toEqual([10, 11, 12, 13, 14, 15].map((hour) => `2027-11-19T${hour}`));
  });

  it("cannot be looked for in steps of nothing", () => {
    expect(() => timesOn("2026-11-23", plainQuestion({ type: plainType({ stepMinutes: 0 }) }))).toThrow(RangeError);
  });
});

describe("whatever is asked", () => {
  const cases = 2000;

  it(`slots are the same as when one walks minute by minute, ${cases} times`, { timeout: 300_000 }, () => {
    const differences: unknown[] = [];
    let [fresh, joins] = [0, 0];
    fc.assert(
      fc.property(someQuestion, ({ question, range }) => {
        const [fast, obvious] = [slotsOf(question, range), slotsByTheMinute(question, range)];
        for (const slot of obvious)
          if (slot.joins) joins += 1;
          else fresh += 1;
        if (JSON.stringify(fast) !== JSON.stringify(obvious)) differences.push({ question, range, fast, obvious });
      }),
      { numRuns: cases },
    );
    expect(differences.slice(0, 1)).toEqual([]);
    // The questions have answers.
    expect(fresh).toBeGreaterThan(5 * cases);
    expect(joins).toBeGreaterThan(cases / 100);
  });

  it("whoever books slot after slot never meets two people at once, nor outside of hours, nor more than the limits say", () => {
    fc.assert(
      fc.property(someQuestion, fc.infiniteStream(fc.nat(10_000)), ({ question, range }, picks) => {
        let asked = question;
        for (const pick of picks) {
          const slots = slotsOf(asked, range).filter(({ joins }) => !joins);
          if (slots.length === 0) break;
          const slot = slots[pick % slots.length]!;
          const hostIds = question.mode === "all" ? slot.hostIds : [slot.hostIds[pick % slot.hostIds.length]!];
          for (const host of asked.hosts.filter(({ id }) => hostIds.includes(id))) holds(slot, host, asked);
          asked = booked(slot, hostIds, asked);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("the next slots are the first of all", () => {
    fc.assert(
      fc.property(someQuestion, fc.nat(8), ({ question, range: { from } }, most) => {
        const all = slotsOf(
          { ...question, waitingList: false },
          { from, to: new Date(from.getTime() + 70 * 1440 * minute) },
        );
        const first = all.filter(({ startsAt }, at) => startsAt.getTime() !== all[at - 1]?.startsAt.getTime());
        expect(nextFree(most, question, from)).toEqual(first.slice(0, most));
      }),
      { numRuns: 200 },
    );
  });
});

/** A new slot of a host breaks none of the rules that it must keep. */
function holds({ startsAt, endsAt }: Slot, host: Host, { type, attendee, closures = [], now }: Question): void {
  const [from, to] = [startsAt.getTime(), endsAt.getTime()];
  expect(businessSecondsBetween(startsAt, endsAt, calendarOf(host.availability, closures))).toBe(
    type.lengthMinutes * 60,
  );
  for (const { startsAt: begin, endsAt: end } of attendee)
    expect(begin >= end || end.getTime() <= from || to <= begin.getTime()).toBe(true);
  for (const { startsAt: begin, endsAt: end } of host.busy)
    expect(
      begin >= end ||
        end.getTime() + type.bufferBefore * minute <= from ||
        to + type.bufferAfter * minute <= begin.getTime(),
    ).toBe(true);
  const there = host.sessions.filter(({ heldUntil }) => !heldUntil || heldUntil > now);
  for (const { startsAt: begin, endsAt: end, bufferBefore, bufferAfter } of there)
    expect(
      end.getTime() + (bufferAfter + type.bufferBefore) * minute <= from ||
        to + (type.bufferAfter + bufferBefore) * minute <= begin.getTime(),
    ).toBe(true);
  const dateOf = (moment: Date) => moment.toLocaleDateString("en", { timeZone: host.availability.timeZone });
  const sameDay = there.filter((session) => dateOf(session.startsAt) === dateOf(startsAt));
  if (host.mostPerDay !== null) expect(sameDay.length).toBeLessThan(host.mostPerDay);
}

function booked({ startsAt, endsAt }: Slot, hostIds: readonly string[], question: Question): Question {
  const { id: typeId, bufferBefore, bufferAfter, capacity } = question.type;
  const session = {
    startsAt,
    endsAt,
    typeId,
    bufferBefore,
    bufferAfter,
    capacity,
    taken: 1,
    id: startsAt.toISOString(),
  };
  const hosts = question.hosts.map((host) =>
    hostIds.includes(host.id) ? { ...host, sessions: [...host.sessions, session] } : host,
  );
  return { ...question, hosts };
}
