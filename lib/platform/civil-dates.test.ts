import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, civilDate, daysBetween, endOfMonths } from "@/lib/platform/civil-dates";

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
