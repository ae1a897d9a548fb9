import { describe, expect, test } from "vitest";
import { dueNow, duesOf, type DueSession } from "./dues";

const session = (more: Partial<DueSession> = {}): DueSession => ({
  startsAt: new Date("2026-12-01T09:00:00Z"),
  endsAt: new Date("2026-12-01T10:00:00Z"),
  ...{ state: "booked", timedAt: new Date("2026-11-20T12:00:00Z"), reminders: [1440, 60] },
  morning: new Date("2026-12-02T08:00:00Z"),
  ...more,
});
const at = (text: string) => new Date(text);
const told = (now: string, more: Partial<DueSession> = {}) =>
  dueNow(session(more), at(now)).tell.map(({ kind, minutes }) => `${kind} ${minutes}`);
const next = (now: string, more: Partial<DueSession> = {}) =>
  dueNow(session(more), at(now)).next?.toISOString().slice(0, 16) ?? null;

describe("what is told of a session", () => {
  test("comes at its moment, or up to a minute and a half before", () => {
    expect(told("2026-11-30T08:58:29Z")).toEqual([]);
    expect(told("2026-11-30T08:58:30Z")).toEqual(["reminder 1440"]);
    expect(next("2026-11-20T13:00:00Z")).toBe("2026-11-30T09:00");
    expect(next("2026-11-30T09:00:00Z")).toBe("2026-12-01T08:00");
    expect(next("2026-12-01T08:00:00Z")).toBe("2026-12-01T10:30");
    expect(next("2026-12-01T10:30:00Z")).toBe("2026-12-02T08:00");
    expect(next("2026-12-02T08:00:00Z")).toBeNull();
  });

  test("is only the last of reminders that came due together, and none once it has begun", () => {
    expect(told("2026-12-01T08:30:00Z")).toEqual(["reminder 60"]);
    expect(told("2026-12-01T09:00:00Z")).toEqual([]);
    expect(told("2026-12-01T10:29:00Z")).toEqual(["rating 0"]);
  });

  test("is nothing that was due before it was booked or moved: that was said then", () => {
    const late = { timedAt: at("2026-12-01T07:00:00Z") };
    expect(duesOf(session(late)).map(({ kind }) => kind)).toEqual(["reminder", "rating", "notes"]);
    expect(told("2026-12-01T07:30:00Z", late)).toEqual([]);
    expect(told("2026-12-01T08:00:00Z", { timedAt: at("2026-12-01T08:30:00Z") })).toEqual([]);
  });

  test("is nothing where it was cancelled or missed, and of what is over for days", () => {
    for (const state of ["cancelled", "no_show", "held", "expired"])
      expect(duesOf(session({ state })).map(({ kind }) => kind)).toEqual([]);
    expect(duesOf(session({ state: "done" })).map(({ kind }) => kind)).toEqual(["rating", "notes"]);
    expect(told("2026-12-03T10:00:00Z")).toEqual(["rating 0", "notes 0"]);
    expect(told("2026-12-06T10:00:00Z")).toEqual([]);
    expect(next("2026-12-06T10:00:00Z")).toBeNull();
  });

  test("counts minutes that pass in the nights in which clocks change", () => {
    // 09:00 in Zurich on the Sundays; a day before the clock shows an hour less, or more.
    const spring = { startsAt: at("2027-03-28T07:00:00Z"), endsAt: at("2027-03-28T08:00:00Z"), morning: null };
    const autumn = { startsAt: at("2027-10-31T08:00:00Z"), endsAt: at("2027-10-31T09:00:00Z"), morning: null };
    const reminders = (more: Partial<DueSession>) =>
      duesOf(session({ ...more, reminders: [1440, 360] })).map((due) => due.at.toISOString().slice(0, 16));
    expect(reminders(spring).slice(0, 2)).toEqual(["2027-03-27T07:00", "2027-03-28T01:00"]);
    expect(reminders(autumn).slice(0, 2)).toEqual(["2027-10-30T08:00", "2027-10-31T02:00"]);
  });
});
