import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addBusinessDays,
  businessDaysBetween,
  isBusinessDay,
  nextBusinessDay,
  usualWeek,
  type BusinessCalendar,
} from "@/lib/business-time/calendar";

const nextDay = (date: string, by = 1) =>
  new Date(Date.parse(`${date}T00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

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
  holidays: (year) => new Set([`${year}-01-01`, `${year}-08-01`, `${year}-12-25`]),
};

const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2032-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const calendar: fc.Arbitrary<BusinessCalendar> = fc
  .record({
    // At least one weekday is worked.
    worked: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    holidays: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 9 }),
    closures: fc.array(fc.tuple(day, fc.integer({ min: 0, max: 30 })), { maxLength: 4 }),
    openings: fc.array(day, { maxLength: 4 }),
  })
  .map(({ worked, holidays, closures, openings }) => ({
    timeZone: "Europe/Zurich",
    week: [true, ...worked].map((works) => (works ? [{ from: 540, to: 1020 }] : [])),
    holidays: (year) =>
      new Set(
        holidays.map(
          (place, index) => `${year}-${String(index + 1).padStart(2, "0")}-${String(place).padStart(2, "0")}`,
        ),
      ),
    closures: closures.map(([from, length]) => ({ from, to: nextDay(from, length) })),
    openings,
  }));

describe("business days", () => {
  test("leave out weekends, holidays and closures, and count days that are worked all the same", () => {
    expect(addBusinessDays("2026-07-30", 1, plain)).toBe("2026-07-31");
    expect(addBusinessDays("2026-07-31", 1, plain)).toBe("2026-08-03");
    expect(addBusinessDays("2026-12-24", 1, plain)).toBe("2026-12-28");
    expect(addBusinessDays("2026-12-31", 1, plain)).toBe("2027-01-04");
    expect(addBusinessDays("2027-01-04", -1, plain)).toBe("2026-12-31");
    expect(nextBusinessDay("2026-08-01", plain)).toBe("2026-08-03");
    expect(businessDaysBetween("2026-07-31", "2026-08-03", plain)).toBe(1);
    const closed = { ...plain, closures: [{ from: "2026-12-21", to: "2026-12-31" }], openings: ["2026-12-29"] };
    expect(addBusinessDays("2026-12-18", 1, closed)).toBe("2026-12-29");
    expect(addBusinessDays("2026-12-18", 2, closed)).toBe("2027-01-04");
  });

  test("are the same as when one walks from day to day", () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: -300, max: 300 }), (some, date, days) => {
        expect(addBusinessDays(date, days, some)).toBe(walked(date, days, some));
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: -900, max: 900 }), (some, from, length) => {
        const to = nextDay(from, length);
        expect(businessDaysBetween(from, to, some)).toBe(counted(from, to, some));
      }),
      { numRuns: 80 },
    );
  });

  test("added and counted again are as many, and always lead to a day that is worked", () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 400 }), (some, date, days) => {
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
