import { describe } from "vitest";
import { eachFeed, event, feed, hour, nine } from "./testing/some-feeds";

describe("a series", () => {
  const weekly = [
    "UID:s",
    "DTSTART;TZID=Europe/Zurich:20261006T090000",
    "DTEND;TZID=Europe/Zurich:20261006T100000",
    "RRULE:FREQ=WEEKLY",
  ];
  const tuesdays = ["11-03T08:00/09:00", "11-10T08:00/09:00", "11-17T08:00/09:00", "11-24T08:00/09:00"];
  const without = (...places: readonly number[]): string[] => tuesdays.filter((_, place) => !places.includes(place));
  const id = (date: string): string => `RECURRENCE-ID;TZID=Europe/Zurich:${date}T090000`;
  eachFeed([
    ["keeps to the clock", feed(event(...weekly)), tuesdays],
    [
      "leaves out dates",
      feed(event(...weekly, "EXDATE;TZID=Europe/Zurich:20261103T090000,20261117T090000")),
      without(0, 2),
    ],
    ["leaves out dates in UTC", feed(event(...weekly, "EXDATE:20261103T080000Z")), without(0)],
    ["leaves out dates without a zone", feed(event(...weekly, "EXDATE:20261103T090000")), without(0)],
    ["leaves out whole days", feed(event(...weekly, "EXDATE;VALUE=DATE:20261103")), without(0)],
    [
      "has further dates",
      feed(event(...weekly, "RDATE;TZID=Europe/Zurich:20261105T150000")),
      ["11-03T08:00/09:00", "11-05T14:00/15:00", ...without(0)],
    ],
    [
      "has dates alone",
      feed(event("DTSTART:20261124T090000Z", "DURATION:PT1H", "RDATE:20261125T090000Z")),
      [...nine, "11-25T09:00/10:00"],
    ],
    [
      "has periods",
      feed(event(...hour, "RDATE;VALUE=PERIOD:20261125T090000Z/PT3H,20261126T090000Z/20261126T093000Z")),
      [...nine, "11-25T09:00/12:00", "11-26T09:00/09:30"],
    ],
    [
      "leaves out by a rule, as was once allowed",
      feed(event(...weekly, "EXRULE:FREQ=WEEKLY;INTERVAL=2")),
      ["11-10T08:00/09:00", "11-24T08:00/09:00"],
    ],
    [
      "moves an occurrence",
      feed(event(...weekly), event("UID:s", id("20261110"), "DTSTART:20261112T140000Z", "DURATION:PT2H")),
      ["11-03T08:00/09:00", "11-12T14:00/16:00", ...without(0, 1)],
    ],
    [
      "moves one out of the range",
      feed(event(...weekly), event("UID:s", id("20261124"), "DTSTART:20261203T140000Z", "DURATION:PT2H")),
      without(3),
    ],
    [
      "moves one into it",
      feed(
        event(...weekly, "EXDATE:20261103T080000Z"),
        event("UID:s", id("20261201"), "DTSTART:20261127T080000Z", "DURATION:PT1H"),
      ),
      [...without(0), "11-27T08:00/09:00"],
    ],
    [
      "calls one off",
      feed(
        event(...weekly),
        event("UID:s", id("20261110"), "STATUS:CANCELLED", "DTSTART:20261110T080000Z", "DURATION:PT1H"),
      ),
      without(1),
    ],
    [
      "frees one",
      feed(
        event("UID:s", id("20261110"), "TRANSP:TRANSPARENT", "DTSTART:20261110T080000Z", "DURATION:PT1H"),
        event(...weekly),
      ),
      without(1),
    ],
    [
      "is free but for one",
      feed(
        event(...weekly, "TRANSP:TRANSPARENT"),
        event("UID:s", id("20261110"), "DTSTART:20261110T080000Z", "DURATION:PT1H"),
      ),
      ["11-10T08:00/09:00"],
    ],
    [
      "has one that is otherwise, and the series is not there",
      feed(event("UID:s", id("20261110"), "DTSTART:20261110T080000Z", "DURATION:PT1H")),
      ["11-10T08:00/09:00"],
    ],
    [
      "is another from one on",
      feed(
        event(...weekly),
        event(
          "UID:s",
          "RECURRENCE-ID;RANGE=THISANDFUTURE:20261110T080000Z",
          "DTSTART:20261111T130000Z",
          "DURATION:PT30M",
        ),
      ),
      ["11-03T08:00/09:00", "11-11T13:00/13:30", "11-18T13:00/13:30", "11-25T13:00/13:30"],
    ],
    [
      "is over from one on",
      feed(
        event(...weekly),
        event(
          "UID:s",
          "RECURRENCE-ID;RANGE=THISANDFUTURE:20261110T080000Z",
          "STATUS:CANCELLED",
          "DTSTART:20261110T080000Z",
        ),
      ),
      ["11-03T08:00/09:00"],
    ],
    [
      "in another calendar of the same file",
      `${feed(event(...weekly))}${feed(event("UID:s", id("20261110"), "STATUS:CANCELLED", "DTSTART:20261110T080000Z"))}`,
      without(1),
    ],
    [
      "ends with a moment, that one included",
      feed(event(...weekly.slice(0, 3), "RRULE:FREQ=WEEKLY;UNTIL=20261110T080000Z")),
      ["11-03T08:00/09:00", "11-10T08:00/09:00"],
    ],
    [
      "ends with a moment in the hour that is shown twice, after the first time and before the second",
      feed(
        event(
          "DTSTART;TZID=America/New_York:20261030T013000",
          "DURATION:PT1M",
          "RRULE:FREQ=DAILY;UNTIL=20261101T061000Z",
        ),
      ),
      ["11-01T05:30/05:31"],
    ],
    [
      "ends with a day, that one included",
      feed(event(...weekly.slice(0, 3), "RRULE:FREQ=WEEKLY;UNTIL=20261110")),
      ["11-03T08:00/09:00", "11-10T08:00/09:00"],
    ],
    [
      "ends with a number",
      feed(event(...weekly.slice(0, 3), "RRULE:FREQ=WEEKLY;COUNT=6")),
      ["11-03T08:00/09:00", "11-10T08:00/09:00"],
    ],
    [
      "of days",
      feed(
        event(
          "DTSTART;VALUE=DATE:20200102",
          "DTEND;VALUE=DATE:20200104",
          "RRULE:FREQ=MONTHLY;BYDAY=1TH",
          "EXDATE;VALUE=DATE:20261203",
        ),
      ),
      ["11-04T23:00/11-06T23:00"],
    ],
    [
      "of birthdays, long ago",
      feed(event("DTSTART;VALUE=DATE:19501124", "RRULE:FREQ=YEARLY")),
      ["11-23T23:00/11-24T23:00"],
    ],
    [
      "of nights that reach into the range",
      feed(event("DTSTART:20261001T200000Z", "DURATION:PT10H", "RRULE:FREQ=WEEKLY;BYDAY=TH,SA")),
      [
        "11-01T00:00/06:00",
        ...["05", "07", "12", "14", "19", "21", "26", "28"].map(
          (date) => `11-${date}T20:00/11-${String(Number(date) + 1).padStart(2, "0")}T06:00`,
        ),
      ],
    ],
  ]);
});
