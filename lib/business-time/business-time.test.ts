import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessSeconds, businessSecondsBetween, isOpen, nextOpening, previousClosing } from "./business-time";
import { usualWeek, type BusinessCalendar } from "./calendar";
import { addedByTheMinute, openAt, secondsByTheMinute } from "./testing/by-the-minute";
import { someCalendar, someDay } from "./testing/some-calendars";

const plain = (timeZone: string, more: Partial<BusinessCalendar> = {}): BusinessCalendar => ({
  ...{ timeZone, week: usualWeek, holidays: () => [], closures: [], openings: [], ...more },
});
const always = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]);
const hour = 3600;
const hours = (from: string, to: string, calendar: BusinessCalendar) =>
  businessSecondsBetween(new Date(from), new Date(to), calendar) / hour;
const after = (from: string, seconds: number, calendar: BusinessCalendar) =>
  addBusinessSeconds(new Date(from), seconds, calendar).toISOString();

describe("business time", () => {
  it("goes on where work goes on", () => {
    const zurich = plain("Europe/Zurich");
    expect(after("2026-11-20T15:00Z", 2 * hour, zurich)).toBe("2026-11-23T09:00:00.000Z");
    // A day's work ends when the day does, not when the next one begins.
    expect(after("2026-11-20T08:00Z", 8 * hour, zurich)).toBe("2026-11-20T16:00:00.000Z");
    expect(after("2026-11-20T08:00Z", 8 * hour + 1, zurich)).toBe("2026-11-23T08:00:01.000Z");
    expect(after("2026-11-23T08:00Z", -1, zurich)).toBe("2026-11-20T15:59:59.000Z");
    expect(hours("2026-11-20T12:00Z", "2026-11-24T12:00Z", zurich)).toBe(16);
    expect(hours("2026-11-24T12:00Z", "2026-11-20T12:00Z", zurich)).toBe(-16);
  });

  it("has lunch, nights, closures by the hour and openings", () => {
    const lunch = plain("UTC", {
      week: usualWeek.map((day) =>
        day.length > 0
          ? [
              { from: 13 * 60, to: 17 * 60 },
              { from: 8 * 60, to: 12 * 60 },
            ]
          : [],
      ),
      closures: [
        { from: "2026-12-24", to: "2026-12-24", hours: [{ from: 10 * 60, to: 1440 }] },
        { from: "2026-12-25", to: "2027-01-03" },
      ],
      openings: [{ date: "2026-12-27", hours: [{ from: 600, to: 660 }] }],
    });
    expect(after("2026-12-23T11:30Z", 5 * hour, lunch)).toBe("2026-12-24T08:30:00.000Z");
    expect(after("2026-12-24T09:00Z", 2 * hour, lunch)).toBe("2026-12-27T11:00:00.000Z");
    expect(after("2026-12-24T09:00Z", 2 * hour + 60, lunch)).toBe("2027-01-04T08:01:00.000Z");
    const night = plain("UTC", { week: [[{ from: 22 * 60, to: 30 * 60 }], [], [], [], [], [], []] });
    expect(isOpen(new Date("2026-11-24T05:59:59Z"), night)).toBe(true);
    expect(isOpen(new Date("2026-11-24T06:00Z"), night)).toBe(false);
    expect(hours("2026-11-23T00:00Z", "2026-11-25T00:00Z", night)).toBe(8);
  });

  it("counts what the clock shows on the days that have 23 and 25 hours", () => {
    const zurich = plain("Europe/Zurich", { week: always });
    expect(hours("2026-03-28T23:00Z", "2026-03-29T22:00Z", zurich)).toBe(23);
    expect(hours("2026-10-24T22:00Z", "2026-10-25T23:00Z", zurich)).toBe(25);
    const early = plain("Europe/Zurich", { week: always.map(() => [{ from: 90, to: 210 }]) });
    expect(hours("2026-03-28T23:00Z", "2026-03-29T22:00Z", early)).toBe(1);
    expect(hours("2026-10-24T22:00Z", "2026-10-25T23:00Z", early)).toBe(3);
    // Half an hour forward and back.
    const island = plain("Australia/Lord_Howe", { week: always });
    expect(hours("2026-10-03T13:30Z", "2026-10-04T13:00Z", island)).toBe(23.5);
  });

  it("keeps for each day the calendar that held on it", () => {
    const earlier = { until: "2026-11-23", calendar: plain("Europe/Zurich") };
    const longer = usualWeek.map((day) => (day.length > 0 ? [{ from: 480, to: 1200 }] : []));
    const now = plain("Europe/Zurich", { week: longer, earlier });
    expect(hours("2026-11-19T00:00Z", "2026-11-21T00:00Z", now)).toBe(16);
    expect(hours("2026-11-20T00:00Z", "2026-11-24T00:00Z", now)).toBe(20);
    const moved = plain("America/New_York", { earlier });
    expect(after("2026-11-20T15:00Z", 2 * hour, moved)).toBe("2026-11-23T15:00:00.000Z");
  });

  it("tells the next hours and the last ones", () => {
    const zurich = plain("Europe/Zurich");
    const of = (find: typeof nextOpening, at: string) => find(new Date(at), zurich)?.toISOString();
    expect(of(nextOpening, "2026-11-20T16:00Z")).toBe("2026-11-23T08:00:00.000Z");
    expect(of(nextOpening, "2026-11-20T15:59:59.900Z")).toBe("2026-11-20T15:59:59.000Z");
    expect(of(previousClosing, "2026-11-22T10:00Z")).toBe("2026-11-20T16:00:00.000Z");
    expect(of(previousClosing, "2026-11-20T10:00Z")).toBe("2026-11-20T10:00:00.000Z");
    expect(of(nextOpening, "2026-12-31T22:00Z")).toBe("2027-01-01T08:00:00.000Z");
  });

  it("of a calendar that never opens is told, not looked for without end", () => {
    const never = plain("UTC", { week: always.map(() => []) });
    expect(() => addBusinessSeconds(new Date("2026-01-01"), 1, never)).toThrow(RangeError);
    expect(() => addBusinessSeconds(new Date("2026-01-01"), -1, never)).toThrow(RangeError);
    expect(() => addBusinessSeconds(new Date("2026-01-01"), 0.5, never)).toThrow(RangeError);
    expect(() => isOpen(new Date("2026-01-01"), plain("Nowhere/At_All"))).toThrow(RangeError);
    expect([nextOpening(new Date("2026-01-01"), never), previousClosing(new Date("2026-01-01"), never)]).toEqual([
      null,
      null,
    ]);
    expect(businessSecondsBetween(new Date("2000-01-01"), new Date("2026-01-01"), never)).toBe(0);
  });
});

const someMoment = fc
  .tuple(someDay, fc.nat(86_399))
  .map(([date, second]) => Date.parse(`${date}T00:00Z`) + second * 1000);
const someSeconds = fc.oneof(fc.integer({ min: 1, max: 30 * hour }), fc.integer({ min: 1, max: 150 * hour }));

describe("whatever the calendar", () => {
  it("added and counted again gives the number back, both ways", () => {
    fc.assert(
      fc.property(someCalendar, someMoment, someSeconds, (calendar, from, seconds) => {
        const start = new Date(from);
        for (const signed of [seconds, -seconds]) {
          const there = addBusinessSeconds(start, signed, calendar);
          expect(businessSecondsBetween(start, there, calendar)).toBe(signed);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("more is later, and the parts of a stretch add up to it", () => {
    fc.assert(
      fc.property(someCalendar, someMoment, someSeconds, someSeconds, (calendar, from, one, other) => {
        const [start, middle] = [new Date(from), addBusinessSeconds(new Date(from), one, calendar)];
        const end = addBusinessSeconds(start, one + other, calendar);
        expect(end.getTime()).toBeGreaterThan(middle.getTime());
        expect(addBusinessSeconds(middle, other, calendar)).toEqual(end);
        const cut = new Date(from + Math.floor((end.getTime() - from) / 3000) * 1000);
        expect(businessSecondsBetween(start, cut, calendar) + businessSecondsBetween(cut, end, calendar)).toBe(
          one + other,
        );
      }),
      { numRuns: 150 },
    );
  });

  it("closed time counts nothing, and hours begin and end where they say", () => {
    fc.assert(
      fc.property(someCalendar, someMoment, (calendar, at) => {
        const [last, next] = [previousClosing(new Date(at), calendar), nextOpening(new Date(at), calendar)];
        if (!isOpen(new Date(at), calendar)) expect(businessSecondsBetween(last!, next!, calendar)).toBe(0);
        expect(isOpen(next!, calendar)).toBe(true);
        expect(isOpen(new Date(last!.getTime() - 1000), calendar)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  /** As many calendars, with as many cases each, of which none may differ. */
  const [calendars, cases] = [250, 40];

  it(`is the same as when one walks minute by minute, ${calendars * cases} times`, { timeout: 300_000 }, () => {
    let walked = 0;
    const differences: unknown[] = [];
    const oneCase = fc.record({
      after: fc.nat(20 * 86_400),
      seconds: fc.integer({ min: 1, max: 10 * hour }),
      length: fc.integer({ min: 1, max: 86_400 }),
    });
    const someCases = fc.array(oneCase, { minLength: cases, maxLength: cases });
    fc.assert(
      fc.property(someCalendar, someMoment, someCases, (calendar, around, ofThese) => {
        for (const { after: later, seconds, length } of ofThese) {
          walked += 1;
          const [from, to] = [around + later * 1000, around + (later + length) * 1000];
          const there = addedByTheMinute(from, seconds, calendar, 1440);
          const found = {
            open: isOpen(new Date(from), calendar),
            between: businessSecondsBetween(new Date(from), new Date(to), calendar),
            there: there === null ? null : addBusinessSeconds(new Date(from), seconds, calendar).getTime(),
          };
          const obvious = { open: openAt(from, calendar), between: secondsByTheMinute(from, to, calendar), there };
          if (JSON.stringify(found) !== JSON.stringify(obvious))
            differences.push({ calendar, from, seconds, length, found, obvious });
        }
      }),
      { numRuns: calendars },
    );
    expect(differences.slice(0, 3)).toEqual([]);
    expect(walked).toBe(calendars * cases);
  });
});
