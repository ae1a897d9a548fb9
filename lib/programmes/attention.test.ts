import { describe, expect, test } from "vitest";
import { attentionOf, type Standing } from "@/lib/programmes/attention";

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
