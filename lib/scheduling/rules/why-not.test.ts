import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainHost, plainQuestion, plainSession, plainType } from "../testing/plain";
import { someQuestion } from "../testing/some-questions";
import type { Host, Question, SessionType } from "./question";
import { slotsOf } from "./slots";
import { whyNot, type WhyNot } from "./why-not";

const minute = 60_000;

const why = (moment: string, question: Question) => whyNot(new Date(moment), question);
const whyOf = (moment: string, host: Partial<Host>, type: Partial<SessionType> = {}, more: Partial<Question> = {}) =>
  why(moment, plainQuestion({ hosts: [plainHost(host)], type: plainType(type), ...more }));
const imke = "imke";

describe("why not", () => {
  it("says nothing of a time that can be booked", () => {
    expect(whyOf("2026-11-23T09:00Z", {})).toEqual([]);
    expect(whyOf("2026-11-23T16:00Z", {}, {}, { hosts: [] })).toEqual([{ code: "nobody", hostId: null }]);
  });

  it("says when one could book, and until when", () => {
    expect(whyOf("2026-11-20T11:00Z", {})).toEqual([{ code: "past", hostId: null }]);
    expect(whyOf("2026-11-20T13:00Z", { noticeMinutes: 120 }, { noticeMinutes: 30 })).toEqual([
      { code: "notice", earliest: new Date("2026-11-20T14:00Z"), hostId: imke },
    ]);
    expect(whyOf("2026-11-24T09:00Z", { horizonDays: 3 })).toEqual([
      { code: "horizon", lastDay: "2026-11-23", hostId: imke },
    ]);
  });

  it("says what the hours are, where a session does not fit, and which times are near", () => {
    expect(whyOf("2026-11-22T09:00Z", {})).toEqual([{ code: "dayOff", date: "2026-11-22", hostId: imke }]);
    expect(whyOf("2026-11-23T16:00Z", {})).toEqual([
      { code: "hours", date: "2026-11-23", hours: [{ from: 540, to: 1020 }], hostId: imke },
    ]);
    expect(whyOf("2026-11-23T15:00Z", {}, { lengthMinutes: 90 })).toEqual([
      { code: "tooLong", until: new Date("2026-11-23T16:00Z"), hostId: imke },
    ]);
    const near = (before: string | null, after: string | null) => ({
      ...{ code: "grid", before: before && new Date(before), after: after && new Date(after), hostId: imke },
    });
    expect(whyOf("2026-11-23T09:20Z", {})).toEqual([near("2026-11-23T09:00Z", "2026-11-23T10:00Z")]);
    const [tooLong, grid] = whyOf("2026-11-23T15:30Z", {});
    expect([tooLong?.code, grid]).toEqual(["tooLong", near("2026-11-23T15:00Z", "2026-11-24T08:00Z")]);
  });

  it("says until when the host is taken, and that somebody is only booking", () => {
    const busy = [{ startsAt: new Date("2026-11-23T09:30Z"), endsAt: new Date("2026-11-23T10:15Z") }];
    expect(whyOf("2026-11-23T10:00Z", { busy })).toEqual([
      { code: "busy", until: new Date("2026-11-23T10:15Z"), hostId: imke },
    ]);
    expect(whyOf("2026-11-23T10:00Z", { sessions: [plainSession("2026-11-23T10:00Z")] })).toEqual([
      { code: "session", until: new Date("2026-11-23T11:00Z"), hostId: imke },
    ]);
    const heldUntil = new Date("2026-11-20T12:10Z");
    expect(whyOf("2026-11-23T10:00Z", { sessions: [plainSession("2026-11-23T10:00Z", { heldUntil })] })).toEqual([
      { code: "held", until: heldUntil, hostId: imke },
    ]);
  });

  it("says whose time around a session is missing", () => {
    const buffer = (minutes: number, side: "before" | "after", of: "this" | "neighbour"): WhyNot => ({
      ...{ code: "buffer", minutes, side, of, hostId: imke },
    });
    const sessions = [plainSession("2026-11-23T11:00Z", { bufferBefore: 20, bufferAfter: 25 })];
    expect(whyOf("2026-11-23T10:00Z", { sessions })).toEqual([buffer(20, "before", "neighbour")]);
    expect(whyOf("2026-11-23T12:00Z", { sessions })).toEqual([buffer(25, "after", "neighbour")]);
    expect(whyOf("2026-11-23T12:00Z", { sessions }, { bufferBefore: 5 })).toEqual([buffer(5, "before", "this")]);
    // There is room for either, not for both.
    expect(whyOf("2026-11-23T09:45Z", { sessions }, { stepMinutes: 15, bufferAfter: 10 })).toEqual([
      buffer(20, "before", "neighbour"),
    ]);
    expect(whyOf("2026-11-23T09:30Z", { sessions }, { stepMinutes: 15, bufferAfter: 10 })).toEqual([]);
    const busy = [{ startsAt: new Date("2026-11-23T11:05Z"), endsAt: new Date("2026-11-23T12:00Z") }];
    expect(whyOf("2026-11-23T10:00Z", { busy }, { bufferAfter: 10 })).toEqual([buffer(10, "after", "this")]);
  });

  it("says which limit is reached, that one has a session oneself, that a group is full", () => {
    const sessions = [plainSession("2026-11-23T11:00Z", { capacity: 3, taken: 3 })];
    const limits = { mostPerDay: 1, mostPerWeek: 1, sessions };
    expect(whyOf("2026-11-23T09:00Z", limits, { mostPerDay: 1 })).toEqual([
      { code: "dayLimit", of: "host", most: 1, hostId: imke },
      { code: "dayLimit", of: "type", most: 1, hostId: imke },
      { code: "weekLimit", most: 1, hostId: imke },
    ]);
    const attendee = [{ startsAt: new Date("2026-11-23T11:30Z"), endsAt: new Date("2026-11-23T12:00Z") }];
    expect(whyOf("2026-11-23T11:00Z", limits, {}, { attendee })).toEqual([
      { code: "own", hostId: null },
      { code: "full", hostId: imke },
    ]);
    expect(whyOf("2026-11-23T11:00Z", limits, {}, { waitingList: true })).toEqual([]);
  });

  it("names each host where one is enough, and only those in the way where all take part", () => {
    const hosts = [plainHost(), plainHost({ id: "ada", sessions: [plainSession("2026-11-23T10:00Z")] })];
    const asked = (mode: "any" | "all") => why("2026-11-23T10:00Z", plainQuestion({ hosts, mode }));
    expect(asked("any")).toEqual([]);
    expect(asked("all")).toEqual([{ code: "session", until: new Date("2026-11-23T11:00Z"), hostId: "ada" }]);
    const off = why("2026-11-23T10:20Z", plainQuestion({ hosts, mode: "any" }));
    expect(off.map(({ code, hostId }) => [code, hostId])).toEqual([
      ["grid", "imke"],
      ["grid", "ada"],
      ["session", "ada"],
    ]);
  });

  it("is empty for exactly those moments at which a slot begins", { timeout: 120_000 }, () => {
    const seen = new Set<string>();
    const someMinutes = fc.array(fc.nat(1559), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(someQuestion, someMinutes, ({ question, range }, minutes) => {
        const slots = slotsOf(question, range).map(({ startsAt }) => startsAt.getTime());
        const begun = question.hosts.flatMap(({ sessions }) => sessions.map(({ startsAt }) => startsAt.getTime()));
        const inRange = begun.filter((at) => at >= range.from.getTime() && at < range.to.getTime());
        const moments = [...slots.slice(0, 8), ...inRange, ...minutes.map((at) => range.from.getTime() + at * minute)];
        for (const at of moments) {
          const reasons = whyNot(new Date(at), question);
          expect(reasons.length === 0).toBe(slots.includes(at));
          for (const { code } of reasons) seen.add(code);
        }
      }),
      { numRuns: 1000 },
    );
    expect(seen.size).toBe(15);
  });
});
