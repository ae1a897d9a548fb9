import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { readBusy } from "./read-busy";
import { asRule, daysOf, type SimpleRule } from "./testing/day-by-day";
import { event, feed, november } from "./testing/some-feeds";
import { someZones } from "./testing/some-events";

const someDays = (least: number, most: number) =>
  fc.uniqueArray(fc.integer({ min: least, max: most }), { maxLength: 3 });

const someRule: fc.Arbitrary<SimpleRule> = fc
  .record({
    frequency: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    interval: fc.integer({ min: 1, max: 4 }),
    weekdays: someDays(1, 7),
    place: fc.constantFrom(0, 1, 2, 5, -1, -2),
    monthDays: someDays(-31, 31).map((days) => days.filter((day) => day !== 0)),
    count: fc.option(fc.integer({ min: 1, max: 40 })),
    until: fc.option(fc.integer({ min: 0, max: 900 }).map((days) => day("2024-01-10").plus({ days }).toISODate()!)),
  })
  .map((rule) => ({
    ...rule,
    place: rule.frequency === "MONTHLY" ? rule.place : 0,
    monthDays: rule.frequency === "WEEKLY" ? [] : rule.monthDays,
    until: rule.count === null ? rule.until : null,
  }));

const day = (date: string): DateTime => DateTime.fromISO(date, { zone: "utc" });

describe("recurrence", () => {
  test("is the same as when one looks at each day", { timeout: 120_000 }, () => {
    const somewhere = fc.constantFrom(...someZones);
    fc.assert(
      fc.property(
        someRule,
        fc.nat(700),
        fc.integer({ min: 5, max: 23 }),
        somewhere,
        fc.nat(800),
        (rule, after, hour, zone, later) => {
          const first = day("2023-06-01").plus({ days: after });
          fc.pre(rule.until === null || rule.until >= first.toISODate()!);
          const range = { from: day("2023-06-01").plus({ days: later }), to: day("2024-06-01").plus({ days: later }) };
          const moments = daysOf(first, range.to.plus({ days: 2 }), rule).map((date) =>
            DateTime.fromObject({ year: date.year, month: date.month, day: date.day, hour }, { zone }).toMillis(),
          );
          const text = feed(
            event(
              `DTSTART;TZID=${zone}:${first.toFormat("yyyyMMdd")}T${String(hour).padStart(2, "0")}0000`,
              "DURATION:PT1H",
              `RRULE:${asRule(rule)}`,
            ),
          );
          const reading = readBusy(text, { from: range.from.toJSDate(), to: range.to.toJSDate(), timeZone: "UTC" });
          const within = moments
            .map((at) => [Math.max(at, range.from.toMillis()), Math.min(at + 3_600_000, range.to.toMillis())] as const)
            .filter(([from, to]) => from < to);
          expect(reading).toMatchObject({ isCalendar: true, problems: [] });
          expect(reading.isCalendar && reading.busy.map(({ from, to }) => [from.getTime(), to.getTime()])).toEqual(
            within,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  const starts = (start: string, rule: string, from: string, to: string): string[] => {
    const reading = readBusy(feed(event(`DTSTART;TZID=America/New_York:${start}`, "DURATION:PT1M", `RRULE:${rule}`)), {
      ...{ from: new Date(from), to: new Date(to), timeZone: "America/New_York" },
    });
    if (!reading.isCalendar) return [];
    return reading.busy.map(({ from: at }) =>
      DateTime.fromJSDate(at, { zone: "America/New_York" }).toFormat("yyyy-MM-dd HH:mm"),
    );
  };

  /** The examples of RFC 5545, 3.8.5.3, of which the day-by-day way knows nothing. */
  test.each<[rule: string, start: string, expected: string[]]>([
    [
      "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;BYHOUR=8,9;BYMINUTE=30",
      "19970105T083000",
      ["1997-01-05 08:30", "1997-01-05 09:30", "1997-01-12 08:30"],
    ],
    [
      "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
      "19970101T090000",
      ["1997-01-01 09:00", "1997-04-10 09:00", "1997-07-19 09:00", "2000-01-01 09:00"],
    ],
    ["FREQ=YEARLY;BYDAY=20MO", "19970519T090000", ["1997-05-19 09:00", "1998-05-18 09:00", "1999-05-17 09:00"]],
    [
      "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
      "19970512T090000",
      ["1997-05-12 09:00", "1998-05-11 09:00", "1999-05-17 09:00"],
    ],
    [
      "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
      "19980213T090000",
      ["1998-02-13 09:00", "1998-03-13 09:00", "1998-11-13 09:00", "1999-08-13 09:00"],
    ],
    [
      "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
      "19961105T090000",
      ["1996-11-05 09:00", "2000-11-07 09:00", "2004-11-02 09:00"],
    ],
    [
      "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
      "19970904T090000",
      ["1997-09-04 09:00", "1997-10-07 09:00", "1997-11-06 09:00"],
    ],
    [
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
      "19970929T090000",
      ["1997-09-29 09:00", "1997-10-30 09:00", "1997-11-27 09:00", "1997-12-30 09:00"],
    ],
    [
      "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000",
      "19970902T090000",
      ["1997-09-02 09:00", "1997-09-02 12:00", "1997-09-02 15:00"],
    ],
    [
      "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
      "19970902T090000",
      ["1997-09-02 09:00", "1997-09-02 10:30", "1997-09-02 12:00", "1997-09-02 13:30"],
    ],
    [
      "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10",
      "19970902T090000",
      [
        "1997-09-02 09:00",
        "1997-09-02 09:20",
        "1997-09-02 09:40",
        "1997-09-02 10:00",
        "1997-09-02 10:20",
        "1997-09-02 10:40",
        "1997-09-03 09:00",
      ],
    ],
    [
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
      "19970805T090000",
      ["1997-08-05 09:00", "1997-08-10 09:00", "1997-08-19 09:00", "1997-08-24 09:00"],
    ],
    [
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
      "19970805T090000",
      ["1997-08-05 09:00", "1997-08-17 09:00", "1997-08-19 09:00", "1997-08-31 09:00"],
    ],
    [
      "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
      "20070115T090000",
      ["2007-01-15 09:00", "2007-01-30 09:00", "2007-02-15 09:00", "2007-03-15 09:00", "2007-03-30 09:00"],
    ],
    [
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
      "20000229T090000",
      ["2000-02-29 09:00", "2004-02-29 09:00", "2008-02-29 09:00"],
    ],
    ["FREQ=MONTHLY", "20260131T090000", ["2026-01-31 09:00", "2026-03-31 09:00", "2026-05-31 09:00"]],
    ["FREQ=SECONDLY;BYHOUR=9;BYMINUTE=0;BYSECOND=0", "19970902T090000", ["1997-09-02 09:00", "1997-09-03 09:00"]],
  ])("%s from %s is as the standard has it", (rule, start, expected) => {
    const year = Number(start.slice(0, 4));
    const found = starts(start, rule, `${year}-01-01T00:00:00Z`, `${year + 12}-01-01T00:00:00Z`);
    expect(found.slice(0, expected.length)).toEqual(expected);
    if (/COUNT|UNTIL/.test(rule) && !/COUNT=10/.test(rule)) expect(found).toHaveLength(expected.length);
  });

  test("keeps to the clock where it is shown twice and where it is left out", () => {
    expect(starts("20261101T013000", "FREQ=DAILY;COUNT=2", "2026-10-01", "2026-12-01")).toEqual([
      "2026-11-01 01:30",
      "2026-11-02 01:30",
    ]);
    expect(starts("20260307T023000", "FREQ=DAILY;COUNT=3", "2026-03-01", "2026-04-01")).toEqual([
      "2026-03-07 02:30",
      "2026-03-08 03:30",
      "2026-03-09 02:30",
    ]);
  });
});

describe("a rule that takes more than it is worth", () => {
  const steps = (rules: readonly string[], start = "DTSTART:20200101T000000Z") => {
    const reading = readBusy(feed(...rules.map((rule) => event(start, "DURATION:PT1S", rule))), november);
    return reading.isCalendar ? { steps: reading.steps, codes: reading.problems.map(({ code }) => code) } : null;
  };

  test.each([
    ["RRULE:FREQ=SECONDLY", true],
    ["RRULE:FREQ=SECONDLY;COUNT=1000000000", true],
    ["RRULE:FREQ=MINUTELY;COUNT=1000000000", true],
    ["RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", false],
    ["RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", false],
    ["RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", false],
    ["RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", false],
    ["RRULE:FREQ=MONTHLY;BYDAY=1TH;BYSETPOS=2", false],
    ["RRULE:FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6", false],
    ["RRULE:FREQ=DAILY;COUNT=1000000000", false],
    ["RRULE:FREQ=DAILY;INTERVAL=999999999999999", false],
    ["RRULE:FREQ=YEARLY;INTERVAL=999999999999999", false],
    ["RRULE:FREQ=MONTHLY;INTERVAL=999999999999999", false],
    ["RRULE:FREQ=SECONDLY;INTERVAL=999999999999999", false],
    [
      "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30",
      false,
    ],
  ])("%s ends within its share", (rule, tooMuch) => {
    const told = steps([rule])!;
    expect(told.steps).toBeLessThan(62_000);
    expect(told.codes).toEqual(tooMuch ? ["too-much-work"] : []);
  });

  test("and a thousand of them within that of the feed", () => {
    const told = steps(Array.from({ length: 1_000 }, (_, place) => `RRULE:FREQ=SECONDLY;INTERVAL=${place + 1}`))!;
    expect(told.steps).toBeLessThanOrEqual(1_000_000);
    expect(told.codes).toEqual(["too-much-work"]);
  });

  test("takes nothing from events that are what they say", () => {
    const text = feed(
      event("DTSTART:20200101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY"),
      event("DTSTART:20261124T090000Z", "DURATION:PT1H"),
    );
    const reading = readBusy(text, november);
    expect(reading.isCalendar && reading.busy.at(-1)).toEqual({
      from: new Date("2026-11-24T09:00Z"),
      to: new Date("2026-11-24T10:00Z"),
    });
  });

  test("an old series without a number is not followed from its beginning", () => {
    expect(steps(["RRULE:FREQ=DAILY"], "DTSTART:10010101T000000Z")!.steps).toBeLessThan(1_000);
  });
});
