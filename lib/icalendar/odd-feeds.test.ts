import { describe, expect, test } from "vitest";
import { mostOfFeed, readBusy } from "./read-busy";
import { busyIn, eachFeed, event, feed, hour, nine, november } from "./testing/some-feeds";

describe("what is odd is told, and the rest counts", () => {
  const good = event(...hour);
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  eachFeed([
    ["a mark at the beginning", `\uFEFF${feed(good)}`, nine],
    ["the mark in bytes", bytes(`\uFEFF${feed(good)}`), nine],
    ["line feeds alone", feed(good).replaceAll("\r\n", "\n"), nine],
    ["carriage returns alone", feed(good).replaceAll("\r\n", "\r"), nine],
    ["small letters", feed(good).toLowerCase(), nine],
    ["folded lines", feed(good).replace("20261124T09", "2026\r\n 1124\r\n\tT09"), nine],
    ["folded names", feed(good).replace("DTSTART:", "DTST\r\n ART:"), nine],
    ["empty lines", feed(good).replaceAll("\r\n", "\r\n\r\n"), nine],
    ["words before the calendar", `Hello\r\n${feed(good)}`, nine],
    [
      "another encoding",
      Uint8Array.from(Buffer.from(feed(event("UID:Zürich", ...hour)), "latin1")),
      nine,
      ["encoding-guessed 1"],
    ],
    ["16 bits a letter", Uint8Array.from(Buffer.from(`\uFEFF${feed(good)}`, "utf16le")), nine],
    [
      "letters cut in two by folding",
      Uint8Array.from(Buffer.from(feed(event("UID:Z\u00c3\r\n \u00bc", ...hour)), "latin1")),
      nine,
      ["encoding-guessed 1"],
    ],
    [
      "text that was not folded",
      feed(event("DESCRIPTION:one", "two", "three: four", ...hour)),
      nine,
      ["broken-line 1"],
    ],
    ["a quotation mark too few", feed(event('ATTENDEE;CN="Jan:mailto:x', ...hour)), nine],
    [
      "a quotation mark too few in a time",
      feed(event('DTSTART;TZID="Europe/Zurich:20261124T090000'), good),
      nine,
      ["broken-line 1", "no-start 1"],
    ],
    ["no END of an event", feed("BEGIN:VEVENT", ...hour, good), nine, ["missing-end 1"]],
    ["no END of anything", feed(good).slice(0, -28), nine, ["missing-end 2"]],
    ["an END too many", feed(good, "END:VEVENT"), nine, ["broken-line 1"]],
    [
      "a calendar in a calendar",
      feed("BEGIN:VCALENDAR", good, "END:VCALENDAR"),
      nine,
      ["missing-end 1", "broken-line 1"].reverse(),
    ],
    ["an event without a start", feed(event("SUMMARY:x"), good), nine, ["no-start 1"]],
    ["a day that is none", feed(event("DTSTART:20261131T090000Z"), good), nine, ["bad-date 1"]],
    ["an hour that is none", feed(event("DTSTART:20261124T250000Z"), good), nine, ["bad-date 1"]],
    ["an end that is none", feed(event("DTSTART:20261124T090000Z", "DTEND:tomorrow")), [], ["bad-date 1"]],
    [
      "a date that is none among those left out",
      feed(event(...hour, "EXDATE:x", "RECURRENCE-ID:")),
      nine,
      ["bad-date 1"],
    ],
    [
      "an end before the start",
      feed(event("DTSTART:20261124T090000Z", "DTEND:20261124T080000Z")),
      [],
      ["ends-before-start 1"],
    ],
    ["a duration that goes back", feed(event("DTSTART:20261124T090000Z", "DURATION:-PT1H")), [], ["bad-duration 1"]],
    ["a duration of ages", feed(event("DTSTART:20261124T090000Z", "DURATION:P999999999W")), [], ["bad-duration 1"]],
    ["a rule that is none", feed(event(...hour, "RRULE:FREQ=SOMETIMES")), nine, ["bad-rule 1"]],
    ["every none days", feed(event(...hour, "RRULE:FREQ=DAILY;INTERVAL=0")), nine, ["bad-rule 1"]],
    ["a month that is none", feed(event(...hour, "RRULE:FREQ=YEARLY;BYMONTH=13")), nine, ["bad-rule 1"]],
    ["a rule by another calendar", feed(event(...hour, "RRULE:RSCALE=HEBREW;FREQ=YEARLY")), nine, ["bad-rule 1"]],
    [
      "a rule that ends before it starts",
      feed(event(...hour, "RRULE:FREQ=DAILY;UNTIL=20261101T000000Z")),
      [],
      ["rule-ends-before-start 1"],
    ],
    ["times as others write them", feed(event("DTSTART:2026-11-24T09:00:00Z", "DTEND:2026-11-24T10:00:00Z")), nine],
    [
      "midnight at the end of the day",
      feed(event("DTSTART:20261124T230000Z", "DTEND:20261124T240000Z")),
      ["11-24T23:00/11-25T00:00"],
    ],
    [
      "no UID",
      feed(good.replace(/UID.*\r\n/, ""), event("UID:", "DTSTART:20261125T090000Z", "DURATION:PT1H")),
      [...nine, "11-25T09:00/10:00"],
    ],
    [
      "years long past and to come",
      feed(
        event("DTSTART:10010101T000000Z", "RRULE:FREQ=YEARLY"),
        event("DTSTART;TZID=Europe/Zurich:99990101T000000", "DURATION:PT1H"),
        good,
      ),
      nine,
    ],
  ]);

  test.each([
    ["", "empty"],
    ["\r\n\r\n", "empty"],
    ["<!DOCTYPE html><html><body>BEGIN your week</body></html>", "web-page"],
    ['<?xml version="1.0"?>\n<html xmlns="x">', "web-page"],
    ["Not found", "no-calendar"],
    ['{"error":"gone"}', "no-calendar"],
    [new Uint8Array(mostOfFeed + 1), "too-large"],
    ["x".repeat(20 * 1024 * 1024), "too-large"],
    [new Uint8Array([0x1f, 0x8b, 8, 0, 0]), "no-calendar"],
  ])("%# what is no calendar is told as what it is", (content, reason) => {
    expect(busyIn(content)).toBe(reason);
  });

  test("nothing but moments, codes and numbers is told", () => {
    const secret = feed(
      "X-WR-CALNAME:Secret",
      event("SUMMARY:Secret", "DTSTART;TZID=Secret:20261124T090000", "RRULE:FREQ=SECRET", "DURATION:SECRET"),
    );
    expect(JSON.stringify(readBusy(secret, november))).not.toMatch(/secret/i);
  });

  test("events are counted, in the range or not", () => {
    const reading = readBusy(feed(event("DTSTART:20200101"), event(...hour), event("DTSTART:x")), november);
    expect(reading).toMatchObject({ isCalendar: true, events: 3 });
  });

  test("a range that is none is refused", () => {
    expect(() => readBusy(feed(), { ...november, to: november.from })).toThrow(RangeError);
  });
});
