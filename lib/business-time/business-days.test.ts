import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addBusinessDays, businessDaysBetween, nextBusinessDay } from "@/lib/business-time/business-days";
import { isBusinessDay, usualWeek, type BusinessCalendar } from "@/lib/business-time/calendar";
import { nextDay, someCalendar, someDay } from "@/lib/business-time/testing/some-calendars";

/** The same by walking from day to day. */
function walked(date: string, days: number, calendar: BusinessCalendar): string {
  let at = date;
  if (days === 0) while (!isBusinessDay(at, calendar)) at = nextDay(at);
  for (let left = Math.abs(days); left > 0;) {
    at = nextDay(at, Math.sign(days));
    if (isBusinessDay(at, calendar)) left -= 1;
  }
  return at;
}

function counted(from: string, to: string, calendar: BusinessCalendar): number {
  if (to < from) return -counted(to, from, calendar);
  let days = 0;
  for (let at = from; at < to;) if (isBusinessDay((at = nextDay(at)), calendar)) days += 1;
  return days;
}

const plain: BusinessCalendar = {
  ...{ timeZone: "Europe/Zurich", week: usualWeek, closures: [], openings: [] },
  holidays: (year) =>
    ["01-01", "08-01", "12-25"].map((place) => ({ date: `${year}-${place}`, name: place, insteadOf: null })),
};

describe("business days", () => {
  test("leave out weekends, holidays and closures, and count days that are worked all the same", () => {
    expect(addBusinessDays("2026-07-30", 1, plain)).toBe("2026-07-31");
    expect(addBusinessDays("2026-07-31", 1, plain)).toBe("2026-08-03");
    expect(addBusinessDays("2026-12-24", 1, plain)).toBe("2026-12-28");
    expect(addBusinessDays("2026-12-31", 1, plain)).toBe("2027-01-04");
    expect(addBusinessDays("2027-01-04", -1, plain)).toBe("2026-12-31");
    expect(nextBusinessDay("2026-08-01", plain)).toBe("2026-08-03");
    expect(businessDaysBetween("2026-07-31", "2026-08-03", plain)).toBe(1);
    const closed = {
      ...plain,
      closures: [{ from: "2026-12-21", to: "2026-12-31" }],
      openings: [{ date: "2026-12-29", hours: [{ from: 540, to: 720 }] }],
    };
    expect(addBusinessDays("2026-12-18", 1, closed)).toBe("2026-12-29");
    expect(addBusinessDays("2026-12-18", 2, closed)).toBe("2027-01-04");
  });

  test("are the same as when one walks from day to day", () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: -300, max: 300 }), (some, date, days) => {
        expect(addBusinessDays(date, days, some)).toBe(walked(date, days, some));
      }),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: -900, max: 900 }), (some, from, length) => {
        const to = nextDay(from, length);
        expect(businessDaysBetween(from, to, some)).toBe(counted(from, to, some));
      }),
      { numRuns: 50 },
    );
  });

  test("added and counted again are as many, and always lead to a day that is worked", () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: 1, max: 400 }), (some, date, days) => {
        const there = addBusinessDays(date, days, some);
        expect(isBusinessDay(there, some)).toBe(true);
        expect(businessDaysBetween(date, there, some)).toBe(days);
        expect(addBusinessDays(there, -days, some) <= date).toBe(true);
      }),
    );
  });

  test("of a calendar that has none are refused rather than looked for without end", () => {
    expect(() => addBusinessDays("2026-01-01", 1, { ...plain, week: Array.from({ length: 7 }, () => []) })).toThrow(
      RangeError,
    );
  });
});
