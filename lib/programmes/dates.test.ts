import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attentionOf, type Standing } from "@/lib/programmes/attention";
import { addDays, civilDate, daysBetween, endOfMonths } from "@/lib/programmes/dates";

const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("civil dates", () => {
  test("a moment belongs to the day that the zone has", () => {
    expect(civilDate(new Date("2026-03-29T22:30:00Z"), "Europe/Zurich")).toBe("2026-03-30");
    expect(civilDate(new Date("2026-03-29T22:30:00Z"), "America/New_York")).toBe("2026-03-29");
  });

  test("six months from 1 March end on 31 August; a short month cuts the day", () => {
    expect(endOfMonths("2026-03-01", 6)).toBe("2026-08-31");
    expect(endOfMonths("2026-08-31", 6)).toBe("2027-02-27");
  });

  test("adding days and counting them are inverse", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe("what needs attention", () => {
  const standing: Standing = {
    state: "active",
    phaseSince: new Date("2026-11-10T09:00:00Z"),
    usualDays: 21,
    silentDays: 6,
    nextDueOn: "2026-11-21",
    quietAfterDays: 10,
  };
  const at = (moment: string, change: Partial<Standing> = {}) =>
    attentionOf({ ...standing, ...change }, new Date(moment), "Europe/Zurich");

  test("a task due today is not late, tomorrow it is", () => {
    expect(at("2026-11-21T22:00:00Z")).toBe("on-track");
    expect(at("2026-11-21T23:30:00Z")).toBe("late");
  });

  test("more days of silence than usual need somebody; a late task presses more", () => {
    expect(at("2026-11-25T09:00:00Z", { nextDueOn: null, silentDays: 10 })).toBe("on-track");
    expect(at("2026-11-26T09:00:00Z", { nextDueOn: null, silentDays: 11 })).toBe("quiet");
    expect(at("2026-11-26T09:00:00Z", { silentDays: 11 })).toBe("late");
  });

  test("a phase that takes longer than usual is stalled", () => {
    expect(at("2026-11-20T09:00:00Z", { nextDueOn: null, usualDays: 9 })).toBe("stalled");
  });

  test("paused, waiting and ended programmes are never late", () => {
    expect(at("2027-01-01T09:00:00Z", { state: "paused" })).toBe("paused");
    expect(at("2027-01-01T09:00:00Z", { state: "invited" })).toBe("waiting");
    expect(at("2027-01-01T09:00:00Z", { state: "landed" })).toBe("ended");
  });
});
