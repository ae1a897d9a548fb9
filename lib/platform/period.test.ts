import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "@/lib/platform/civil-dates";
import { momentsOf, monthsOf, periodKeys, readPeriod } from "@/lib/platform/period";

const today = "2026-11-21";

describe("a period", () => {
  test.each([
    ["12m", "2025-11-22", "2026-11-21", "2024-11-22", "2025-11-21"],
    ["1m", "2026-10-22", "2026-11-21", "2026-09-22", "2026-10-21"],
    ["year", "2026-01-01", "2026-11-21", "2025-01-01", "2025-11-21"],
    ["last-year", "2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31"],
    ["2026-03-01..2026-03-10", "2026-03-01", "2026-03-10", "2026-02-19", "2026-02-28"],
  ])("%s goes from %s to %s, compared with %s to %s", (text, from, to, beforeFrom, beforeTo) => {
    expect(readPeriod(text, today)).toMatchObject({ from, to, before: { from: beforeFrom, to: beforeTo } });
  });

  test.each([
    undefined,
    "",
    "a year",
    "2026-13-01..2026-13-09",
    "2026-05-01..2026-04-01",
    "0001-01-01..2026-01-01",
    "12m; drop",
  ])("that cannot be read (%s) is the last twelve months", (text) => expect(readPeriod(text, today).key).toBe("12m"));

  test("does not reach beyond today", () => {
    expect(readPeriod("2026-11-01..2027-11-01", today).to).toBe(today);
  });

  const days = fc.integer({ min: 0, max: 9000 }).map((count) => addDays("2004-02-20", count));

  test("never overlaps with what it is compared with, on whatever day it is asked for", () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...periodKeys), (date, key) => {
        const { from, to, before } = readPeriod(key, date);
        expect(before.from <= before.to && before.to < from && from <= to && to <= date).toBe(true);
      }),
    );
  });

  test("of two days is compared with as many days right before", () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 2000 }), (from, length) => {
        const period = readPeriod(`${from}..${addDays(from, length)}`, "2040-01-01");
        expect(daysBetween(period.before.from, period.before.to)).toBe(daysBetween(period.from, period.to));
        expect(addDays(period.before.to, 1)).toBe(period.from);
      }),
    );
  });
});

test("its moments are those of the organisation's days, whatever the clocks did", () => {
  const { start, end } = momentsOf({ from: "2026-03-29", to: "2026-03-29" }, "Europe/Zurich");
  expect([start.toISOString(), end.toISOString()]).toEqual(["2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"]);
});

test("its months are those it touches, the latest so many", () => {
  expect(monthsOf({ from: "2026-09-30", to: "2026-11-01" }, 12)).toEqual(["2026-09-01", "2026-10-01", "2026-11-01"]);
  expect(monthsOf({ from: "2020-01-01", to: "2026-11-01" }, 2)).toEqual(["2026-10-01", "2026-11-01"]);
});
