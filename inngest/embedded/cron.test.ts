import { describe, expect, it } from "vitest";
import { nextSlot, parseSchedule } from "./cron";

const next = (source: string, after: string) => nextSlot(parseSchedule(source), new Date(after))?.toISOString() ?? null;

describe("the next slot of a schedule", () => {
  it.each([
    ["* * * * *", "2026-11-21T09:00:00.000Z", "2026-11-21T09:01:00.000Z"],
    ["* * * * *", "2026-11-21T08:59:59.900Z", "2026-11-21T09:00:00.000Z"],
    ["*/15 * * * *", "2026-11-21T09:46:00.000Z", "2026-11-21T10:00:00.000Z"],
    ["30 7 * * 1-5", "2026-11-20T08:00:00.000Z", "2026-11-23T07:30:00.000Z"],
    ["0 0 1 * *", "2026-12-02T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["0 0 29 2 *", "2026-11-21T00:00:00.000Z", "2028-02-29T00:00:00.000Z"],
    ["0 12 * * 7", "2026-11-21T09:00:00.000Z", "2026-11-22T12:00:00.000Z"],
    ["0 0 13 * 5", "2026-11-01T00:00:00.000Z", "2026-11-06T00:00:00.000Z"],
    ["5,35 9-10 * * *", "2026-11-21T09:35:00.000Z", "2026-11-21T10:05:00.000Z"],
    ["TZ=Europe/Berlin 0 9 * * *", "2026-11-21T09:00:00.000Z", "2026-11-22T08:00:00.000Z"],
    ["TZ=Europe/Berlin 0 9 * * *", "2026-07-01T00:00:00.000Z", "2026-07-01T07:00:00.000Z"],
    // 28 March 2027: 02:30 does not exist in Berlin.
    ["TZ=Europe/Berlin 30 2 * * *", "2027-03-27T12:00:00.000Z", "2027-03-29T00:30:00.000Z"],
  ])("%s after %s is %s", (source, after, expected) => {
    expect(next(source, after)).toBe(expected);
  });

  it("is none for a day that never comes", () => {
    expect(next("0 0 30 2 *", "2026-11-21T00:00:00.000Z")).toBeNull();
  });

  it("comes once where a wall time happens twice", () => {
    const schedule = parseSchedule("TZ=Europe/Berlin 30 2 * * *");
    const first = nextSlot(schedule, new Date("2026-10-24T12:00:00.000Z")) as Date;
    expect(nextSlot(schedule, first)?.toISOString()).toBe("2026-10-26T01:30:00.000Z");
  });

  it.each([
    "* * * *",
    "* * * * * *",
    "60 * * * *",
    "a * * * *",
    "5-1 * * * *",
    "*/0 * * * *",
    "TZ=Nowhere/Here * * * * *",
    "@daily",
  ])("refuses %s", (source) => {
    expect(() => parseSchedule(source)).toThrow(RangeError);
  });
});
