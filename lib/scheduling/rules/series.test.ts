import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownFirstAt } from "../testing/wall-clock";
import { monthWeeksOf, mostOccurrences, occurrences, type MonthWeek, type Series } from "./series";

const zurich: Series = {
  ...{ timeZone: "Europe/Zurich", first: { date: "2026-10-20", minute: 570 }, lengthMinutes: 60, exceptions: [] },
  ...{ repeats: { every: "weeks", weeks: 1 }, ends: { count: 3 } },
};
const starts = (more: Partial<Series>) =>
  occurrences({ ...zurich, ...more }).map(({ startsAt }) => startsAt.toISOString().slice(0, 16));

describe("a series", () => {
  it("keeps its time of day when clocks change", () => {
    expect(starts({})).toEqual(["2026-10-20T07:30", "2026-10-27T08:30", "2026-11-03T08:30"]);
    expect(starts({ repeats: { every: "weeks", weeks: 2 }, ends: { until: "2026-11-17" } })).toEqual([
      "2026-10-20T07:30",
      "2026-11-03T08:30",
      "2026-11-17T08:30",
    ]);
  });

  it("comes on a weekday of each month, the first to the fourth or the last", () => {
    const monthly = (which: 1 | 4 | "last", date: string) =>
      occurrences({
        ...zurich,
        first: { date, minute: 570 },
        repeats: { every: "month", which },
        ends: { count: 4 },
      }).map(({ date: on }) => on);
    expect(monthly(4, "2026-11-24")).toEqual(["2026-11-24", "2026-12-22", "2027-01-26", "2027-02-23"]);
    expect(monthly("last", "2026-11-24")).toEqual(["2026-11-24", "2026-12-29", "2027-01-26", "2027-02-23"]);
    // The first Tuesday of this month is over: it begins with the next one.
    expect(monthly(1, "2026-11-24")).toEqual(["2026-12-01", "2027-01-05", "2027-02-02", "2027-03-02"]);
  });

  it("may come once a month in the week in which its first date is", () => {
    expect(monthWeeksOf("2026-11-24")).toEqual([4, "last"]);
    expect(monthWeeksOf("2026-12-22")).toEqual([4]);
    expect(monthWeeksOf("2026-12-29")).toEqual(["last"]);
    const day = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom<MonthWeek>(1, 2, 3, 4, "last"), (date, which) => {
        const first = { date, minute: 570 };
        const [found] = occurrences({ ...zurich, first, repeats: { every: "month", which }, ends: { count: 1 } });
        expect(monthWeeksOf(date).includes(which)).toBe(found!.date === date);
      }),
    );
  });

  it("is later by what a clock leaves out, and comes the first time where a time comes twice", () => {
    const atNight = (date: string, timeZone: string) =>
      starts({ first: { date, minute: 130 }, timeZone, ends: { count: 1 } })[0];
    expect(atNight("2026-03-29", "Europe/Zurich")).toBe("2026-03-29T01:10");
    expect(atNight("2026-10-25", "Europe/Zurich")).toBe("2026-10-25T00:10");
    expect(atNight("2026-10-04", "Australia/Lord_Howe")).toBe("2026-10-03T15:40");
    expect(atNight("2011-12-30", "Pacific/Apia")).toBe("2011-12-30T12:10");
  });

  it("leaves dates out and moves others, and counts both", () => {
    const exceptions = [
      { date: "2026-10-20", to: { date: "2026-11-05", minute: 600 } },
      { date: "2026-10-27", to: null },
      { date: "2026-10-28", to: null },
    ];
    expect(occurrences({ ...zurich, exceptions })).toEqual([
      {
        ...{ date: "2026-11-03", moved: false },
        startsAt: new Date("2026-11-03T08:30Z"),
        endsAt: new Date("2026-11-03T09:30Z"),
      },
      {
        ...{ date: "2026-10-20", moved: true },
        startsAt: new Date("2026-11-05T09:00Z"),
        endsAt: new Date("2026-11-05T10:00Z"),
      },
    ]);
  });

  it("ends", () => {
    expect(starts({ ends: { until: "2099-01-01" } })).toHaveLength(mostOccurrences);
    expect(starts({ ends: { count: 900 } })).toHaveLength(mostOccurrences);
    expect(starts({ ends: { until: "2026-10-19" } })).toEqual([]);
    expect(() => starts({ repeats: { every: "weeks", weeks: 0 } })).toThrow(RangeError);
  });

  it("shows its time on the wall in any zone, or what is left out later", { timeout: 60_000 }, () => {
    const someSeries = fc.record({
      timeZone: fc.constantFrom(
        "America/New_York",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Europe/Zurich",
      ),
      first: fc.record({
        date: fc
          .date({ min: new Date("2025-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
        // Mostly when clocks change.
        minute: fc.oneof(fc.integer({ min: 60, max: 200 }), fc.nat(1439)),
      }),
      lengthMinutes: fc.constant(60),
      repeats: fc.constantFrom(
        { every: "weeks" as const, weeks: 1 },
        { every: "month" as const, which: "last" as const },
      ),
      ends: fc.constant({ count: 53 }),
      exceptions: fc.constant([]),
    });
    fc.assert(
      fc.property(someSeries, (series) => {
        const found = occurrences(series);
        expect(found).toHaveLength(53);
        for (const { date, startsAt } of found) {
          expect(new Date(date).getUTCDay()).toBe(new Date(series.first.date).getUTCDay());
          expect(startsAt.getTime()).toBe(shownFirstAt(date, series.first.minute, series.timeZone));
        }
      }),
      { numRuns: 60 },
    );
  });
});
