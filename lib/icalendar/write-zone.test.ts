import ICAL from "ical.js";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { Budget } from "./budget";
import { readComponents } from "./components";
import { embeddedZone } from "./embedded-zone";
import { someZones } from "./testing/some-events";
import { isUtc, writeZone } from "./write-zone";
import { momentOf, wallAt } from "./zone";

/** Zones with rules that hold, rules that move, changes at midnight, and laws that were changed. */
const zones = [
  ...someZones,
  ...["Africa/Casablanca", "Africa/Cairo", "America/Santiago", "Asia/Almaty", "Asia/Beirut", "Asia/Gaza"],
  ...["Asia/Jerusalem", "Asia/Tehran", "Europe/Dublin", "America/Asuncion", "America/St_Johns", "Pacific/Chatham"],
];

const wanted = new Set(["TZID", "DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO"]);

describe.each(zones)("the VTIMEZONE of %s", (timeZone) => {
  test.each([
    [2026, 2026, 5],
    [2020, 2029, 29],
  ])("from %i to %i has the offsets that the zone has", (first, last, hours) => {
    const text = ["BEGIN:VCALENDAR", ...writeZone(timeZone, first, last), "END:VCALENDAR"].join("\r\n");
    const written = embeddedZone(
      readComponents(text, wanted).calendars[0]!.parts[0]!,
      Date.UTC(last + 1, 1) / 1000,
      new Budget(100_000),
    )!;
    const other = new ICAL.Timezone(
      new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]).getFirstSubcomponent("vtimezone")!,
    );
    const differ: string[] = [];
    for (let at = Date.UTC(first, 0) / 1000; at < Date.UTC(last + 1, 0) / 1000; at += hours * 3600) {
      const real = DateTime.fromSeconds(at, { zone: timeZone });
      const wall = at + real.offset * 60;
      if (wallAt(at, written) !== wall) differ.push(`ours ${real.toISO()}`);
      // What a clock shows twice is either of two for ical.js; what it never shows is not asked for.
      const asUtc = new ICAL.Time({ ...partsOf(wall), isDate: false }, other).toUnixTime();
      if (asUtc !== at && real.getPossibleOffsets().length === 1) differ.push(`ical.js ${real.toISO()}`);
      if (momentOf(wall, written) !== at && real.getPossibleOffsets().length === 1) differ.push(`back ${real.toISO()}`);
    }
    expect(differ).toEqual([]);
  });
});

function partsOf(wall: number) {
  const date = new Date(wall * 1000);
  return {
    ...{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    ...{ hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() },
  };
}

test("zones with a yearly rule are said by it, as Outlook reads no other", () => {
  const rules = (timeZone: string, first: number, last: number) =>
    writeZone(timeZone, first, last).filter((line) => line.startsWith("RRULE"));
  expect(rules("Europe/Zurich", 2026, 2026)).toEqual([
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  ]);
  expect(rules("America/New_York", 2026, 2036)).toEqual([
    "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
  ]);
  expect(rules("Asia/Kathmandu", 2026, 2036)).toEqual([]);
  // The Friday after the last Thursday: a rule for a year, none for ten.
  expect(rules("Africa/Cairo", 2026, 2026)).toHaveLength(2);
  expect(rules("Africa/Cairo", 2026, 2036)).toEqual([]);
});

test("UTC by any of its names is UTC", () => {
  expect(["UTC", "Etc/UTC", "GMT", "Etc/GMT", "etc/utc"].every(isUtc)).toBe(true);
  expect(["Etc/GMT+1", "Europe/London", "Africa/Abidjan"].some(isUtc)).toBe(false);
});
