import { expect, test } from "vitest";
import { readBusy } from "./read-busy";
import { event, feed, nine, november, busyIn, hour } from "./testing/some-feeds";

/*
 * Feeds that were made to keep us busy. Each is large enough that work which grows with its square would not end within the time of a test.
 */

const many = (count: number, of: (place: number) => string): string =>
  Array.from({ length: count }, (_, place) => of(place)).join("\r\n");

const hostile = (...lines: readonly string[]) => busyIn(feed(event(...hour), ...lines));

test("a feed of names for zones looks up so many of them", () => {
  const reading = readBusy(
    feed(many(3_000, (place) => event(`DTSTART;TZID=Zone${place}:20261124T090000`, "DURATION:PT1H"))),
    november,
  );
  expect(reading).toMatchObject({ isCalendar: true, events: 3_000, steps: 1_000_000 });
});

test("zones in all years cost work", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  const year = (place: number): number => 1970 + (place % 57);
  const reading = readBusy(
    feed(
      many(8_000, (place) => {
        const zone = zones[place % zones.length];
        return event(
          `DTSTART;TZID=${zone}:${year(place)}1124T090000`,
          `DTEND;TZID=${zone}:${year(place)}1124T100000`,
          "RRULE:FREQ=YEARLY",
        );
      }),
    ),
    november,
  );
  expect(reading).toMatchObject({ isCalendar: true, steps: 1_000_000, problems: [{ code: "too-much-work" }] });
});

test("parts in parts without end are broken lines", () => {
  expect(hostile(many(200_000, () => "BEGIN:X"))).toEqual({
    busy: nine,
    problems: ["broken-line 199993", "missing-end 7"],
  });
});

test("zones that change more often than zones do are not followed", () => {
  const observances = many(50_000, (place) =>
    ["BEGIN:STANDARD", `DTSTART:20${10 + (place % 90)}0101T000000`, "TZOFFSETFROM:+0200", `TZOFFSETTO:+0${place % 9}00`]
      .concat(`RDATE:${2000 + (place % 90)}0601T00${10 + (place % 50)}00`, "END:STANDARD")
      .join("\r\n"),
  );
  expect(
    hostile(
      ...["BEGIN:VTIMEZONE", "TZID:Odd", observances, "END:VTIMEZONE"],
      many(20_000, () => event("UID:a", "DTSTART;TZID=Odd:20261125T090000", "DURATION:PT1H")),
    ),
  ).toEqual({ busy: [...nine, "11-25T08:00/09:00"], problems: ["unknown-zone 1"] });
});

test("versions and changes without end of one meeting are looked at so many times", () => {
  const changes = many(5_000, (place) =>
    event("UID:a", `RECURRENCE-ID;RANGE=THISANDFUTURE:2026112${place % 10}T0900${10 + (place % 50)}Z`, ...hour),
  );
  const masters = many(5_000, () => event("UID:a", "DTSTART:20200101T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"));
  const reading = readBusy(feed(changes, masters), november);
  expect(reading).toMatchObject({ isCalendar: true, steps: 1_000_000 });
});

test("lines that end with carriage returns alone, and one that is folded again and again, are read once", () => {
  const long = many(300_000, () => "X-NOTHING:0123456789").replaceAll("\r\n", "\r");
  expect(hostile(long)).toEqual({ busy: nine, problems: [] });
  expect(hostile(`DTSTART${"\r\n ".repeat(300_000)}:x`)).toEqual({ busy: nine, problems: [] });
});
