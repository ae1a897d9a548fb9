import { describe } from "vitest";
import { eachFeed, event, feed, hour, nine } from "./testing/some-feeds";

const inZurich = ["DTSTART;TZID=Europe/Zurich:20261124T090000", "DTEND;TZID=Europe/Zurich:20261124T100000"];
const eight = ["11-24T08:00/09:00"];

describe("an event takes its time", () => {
  eachFeed([
    ["in UTC", feed(event(...hour)), nine],
    ["in a zone", feed(event(...inZurich)), eight],
    ["without a zone, where the reader is", feed(event("DTSTART:20261124T090000", "DTEND:20261124T100000")), eight],
    ["by a duration", feed(event("DTSTART:20261124T090000Z", "DURATION:PT1H30M")), ["11-24T09:00/10:30"]],
    ["by a duration in weeks", feed(event("DTSTART:20261102T090000Z", "DURATION:P1W")), ["11-02T09:00/11-09T09:00"]],
    ["not at all where it has none", feed(event("DTSTART:20261124T090000Z")), []],
    ["all day", feed(event("DTSTART;VALUE=DATE:20261124")), ["11-23T23:00/11-24T23:00"]],
    [
      "several days",
      feed(event("DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261127")),
      ["11-23T23:00/11-26T23:00"],
    ],
    ["all day without saying so", feed(event("DTSTART:20261124", "DTEND:20261124")), ["11-23T23:00/11-24T23:00"]],
    ["only within the range", feed(event("DTSTART:20261031T220000Z", "DTEND:20261101T020000Z")), ["11-01T00:00/02:00"]],
    [
      "from before it to after it",
      feed(event("DTSTART:20200101T000000Z", "DTEND:20300101T000000Z")),
      ["11-01T00:00/12-01T00:00"],
    ],
    [
      "together with those that touch it",
      feed(event(...hour), event("DTSTART:20261124T100000Z", "DURATION:PT1H")),
      ["11-24T09:00/11:00"],
    ],
    ["tentative or not", feed(event(...hour, "STATUS:TENTATIVE", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE")), nine],
    ["but not when it is transparent", feed(event(...hour, "TRANSP:TRANSPARENT")), []],
    ["but not when it is cancelled", feed(event(...hour, "STATUS:CANCELLED")), []],
    ["but not when Outlook says that it is free", feed(event(...hour, "X-MICROSOFT-CDO-BUSYSTATUS:FREE")), []],
    ["but not in a cancellation", feed("METHOD:CANCEL", event(...hour)), []],
    ["but not as a task", feed("BEGIN:VTODO", ...hour, "END:VTODO"), []],
    [
      "whatever its alarms say",
      feed(event(...hour, "BEGIN:VALARM", "DURATION:PT9H", "TRIGGER:-PT5M", "END:VALARM")),
      nine,
    ],
    [
      "of two versions the later one",
      feed(
        event("UID:a", "SEQUENCE:1", "DTSTART:20261124T090000Z", "DTEND:20261124T100000Z"),
        event("UID:a", "DTSTART:20261125T090000Z", "DTEND:20261125T100000Z"),
      ),
      nine,
    ],
    [
      "also where two that are not one have the same UID",
      feed(event("UID:a", ...hour), event("UID:a", "DTSTART:20261125T090000Z", "DURATION:PT1H")),
      [...nine, "11-25T09:00/10:00"],
    ],
  ]);
});

describe("a zone", () => {
  const at = (zone: string): string[] => [`DTSTART;TZID=${zone}:20261124T090000`, "DURATION:PT1H"];
  const own = (name: string, ...lines: readonly string[]): string[] => [
    "BEGIN:VTIMEZONE",
    `TZID:${name}`,
    ...lines,
    "END:VTIMEZONE",
  ];
  const part = (kind: string, start: string, from: string, to: string, ...more: readonly string[]): string[] => [
    ...[`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, ...more, `END:${kind}`],
  ];
  const kathmandu = part("STANDARD", "16010101T000000", "+0545", "+0545");
  const summer = [
    ...part("STANDARD", "16011028T030000", "+0300", "+0200", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
    ...part("DAYLIGHT", "16010325T020000", "+0200", "+0300", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
  ];
  eachFeed([
    ["by its Windows name", feed(event(...at("W. Europe Standard Time"))), eight],
    ["by its Windows name in quotation marks", feed(event(...at('"Nepal Standard Time"'))), ["11-24T03:15/04:15"]],
    ["with a prefix", feed(event(...at("/mozilla.org/20050126_1/Europe/Berlin"))), eight],
    ["in other letters", feed(event(...at("europe/zurich"))), eight],
    [
      "that the calendar describes",
      feed(...own("Office", ...kathmandu), event(...at("Office"))),
      ["11-24T03:15/04:15"],
    ],
    [
      "that it describes with summer time",
      feed(...own("Home", ...summer), event(...at("Home"))),
      ["11-24T07:00/08:00"],
    ],
    [
      "that it describes only from later on is as it was before that",
      feed(...own("Home", ...part("STANDARD", "20270101T000000", "+0300", "+0200")), event(...at("Home"))),
      ["11-24T06:00/07:00"],
    ],
    [
      "that it describes after it is named",
      feed(event(...at("Home")), ...own("Home", ...summer)),
      ["11-24T07:00/08:00"],
    ],
    [
      "that it names by a place",
      feed(...own("X", "X-LIC-LOCATION:Asia/Kathmandu"), event(...at("X"))),
      ["11-24T03:15/04:15"],
    ],
    [
      "that it describes badly is known by its name",
      feed(...own("Europe/Zurich", ...kathmandu), event(...at("Europe/Zurich"))),
      eight,
    ],
    ["with a colon in its name", feed(event(...at("(UTC+01:00) Bern"))), eight, ["unknown-zone 1"]],
    [
      "that nobody knows is the reader's",
      feed(event(...at("Mars/Base")), event(...at("Mars/Base"), "STATUS:CONFIRMED")),
      eight,
      ["unknown-zone 1"],
    ],
    [
      "without a rule that can be followed is the reader's",
      feed(...own("Home", "BEGIN:STANDARD", "END:STANDARD"), event(...at("Home"))),
      eight,
      ["unknown-zone 1"],
    ],
    [
      "that changes each second is not followed",
      feed(
        ...own("Home", ...part("STANDARD", "16010101T000000", "+0200", "+0200", "RRULE:FREQ=SECONDLY")),
        event(...at("Home")),
      ),
      ["11-24T07:00/08:00"],
    ],
  ]);
});

describe("busy time that somebody publishes", () => {
  const busy = (...lines: readonly string[]): string => feed("BEGIN:VFREEBUSY", ...lines, "END:VFREEBUSY");
  eachFeed([
    [
      "is taken as it is",
      busy("FREEBUSY:20261124T090000Z/PT1H,20261125T090000Z/20261125T100000Z"),
      [...nine, "11-25T09:00/10:00"],
    ],
    ["also when it is tentative", busy("FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261124T090000Z/PT1H"), nine],
    ["not when it is free", busy("FREEBUSY;FBTYPE=FREE:20261124T090000Z/PT1H"), []],
    [
      "not where it is broken",
      busy("FREEBUSY:20261124T090000Z", "FREEBUSY:x/y", "FREEBUSY:20261124T090000Z/-PT1H"),
      [],
      ["bad-date 3"],
    ],
  ]);
});
