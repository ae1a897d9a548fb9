import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { icalJs, icalJsOccurrences, nodeIcalEvents, nodeIcalOccurrences } from "./testing/other-readers";
import { someEvent, someZones } from "./testing/some-events";
import { contentTypeOf, writeCancellation, writeFeed, writeInvitation } from "./write-calendar";

const lines = (text: string): string[] => text.replaceAll("\r\n ", "").split("\r\n");

describe("an invitation", () => {
  const full = someEvent({
    sequence: 3,
    description: "What we talk about:\n- salary; bonus, shares\n- C:\\new",
    location: "Room 3, Bahnhofstrasse 1; Zürich",
    url: "https://landfall.example/sessions/1?a=1&b=2",
    conference: "https://meet.example/abc;x=1,2",
    attendees: [
      { name: "Novák, Jan; MBA", mail: "jan@mail.example" },
      { name: 'Ann "Annie" Lee', mail: "ann@mail.example", role: "optional", answer: "accepted", asked: false },
    ],
    alarms: [15, 1440],
    visibility: "private",
    created: new Date("2026-11-01T08:00:00Z"),
    modified: new Date("2026-11-20T08:00:00Z"),
  });

  test("is read by ical.js as it was meant", () => {
    const { calendar, events } = icalJs(writeInvitation([full]));
    const [event] = events;
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(event!.uid).toBe(full.uid);
    expect(event!.sequence).toBe(3);
    expect(event!.startDate.toJSDate()).toEqual(full.start);
    expect(event!.endDate.toJSDate()).toEqual(full.end);
    expect([event!.summary, event!.description, event!.location]).toEqual([
      full.summary,
      full.description,
      full.location,
    ]);
    const value = (name: string) => String(event!.component.getFirstPropertyValue(name));
    expect([value("url"), value("conference"), value("status"), value("class"), value("transp")]).toEqual([
      full.url,
      full.conference,
      "CONFIRMED",
      "PRIVATE",
      "OPAQUE",
    ]);
    expect([value("dtstamp"), value("created"), value("last-modified")]).toEqual([
      "2026-11-22T10:00:00Z",
      "2026-11-01T08:00:00Z",
      "2026-11-20T08:00:00Z",
    ]);
    expect(event!.organizer).toBe("mailto:ruth@firm.example");
    const said = ["cn", "role", "partstat", "rsvp"];
    expect(event!.attendees.map((one) => [one.getFirstValue(), ...said.map((name) => one.getParameter(name))])).toEqual(
      [
        ["mailto:jan@mail.example", "Novák, Jan; MBA", "REQ-PARTICIPANT", "NEEDS-ACTION", "TRUE"],
        ["mailto:ann@mail.example", 'Ann "Annie" Lee', "OPT-PARTICIPANT", "ACCEPTED", "FALSE"],
      ],
    );
    const alarms = event!.component.getAllSubcomponents("valarm");
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue("trigger")))).toEqual(["-PT15M", "-PT1440M"]);
  });

  test("is read by node-ical as it was meant", () => {
    const [event] = nodeIcalEvents(writeInvitation([full]));
    expect(event).toMatchObject({
      ...{ uid: full.uid, method: "REQUEST", sequence: 3, summary: full.summary, location: full.location },
      ...{ status: "CONFIRMED", class: "PRIVATE" },
      organizer: { params: { CN: "Ruth Keller" }, val: "mailto:ruth@firm.example" },
      alarms: [{ trigger: "-PT15M" }, { trigger: "-PT1440M" }],
    });
    expect([event!.start, event!.end].map((date) => new Date(date!))).toEqual([full.start, full.end]);
    expect((event!.attendee as { val: string }[]).map(({ val }) => val)).toEqual([
      "mailto:jan@mail.example",
      "mailto:ann@mail.example",
    ]);
  });

  test("has the type that mail programs take for one", () => {
    expect(contentTypeOf("REQUEST")).toBe("text/calendar; charset=utf-8; method=REQUEST");
  });

  test("of two meetings is refused", () => {
    expect(() => writeInvitation([someEvent(), someEvent({ uid: "other" })])).toThrow(RangeError);
    expect(() => writeInvitation([])).toThrow(RangeError);
  });

  test("in UTC needs no zone, and one whose zone is not known is refused", () => {
    const text = writeInvitation([someEvent({ timeZone: "Etc/UTC" })]);
    expect(text).toContain("\r\nDTSTART:20261124T090000Z\r\n");
    expect(text).not.toContain("VTIMEZONE");
    expect(() => writeInvitation([someEvent({ timeZone: "Nowhere/At_All" })])).toThrow(RangeError);
  });

  test("names the hour that is shown twice so that nobody takes it for the other", () => {
    const [first, second] = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"].map((at) => new Date(at));
    const text = writeInvitation([someEvent({ start: first!, end: second! })]);
    expect(lines(text)).toContain("DTSTART:20261025T003000Z");
    const [event] = icalJs(text).events;
    expect([event!.startDate.toJSDate(), event!.endDate.toJSDate()]).toEqual([first, second]);
  });
});

describe("a cancellation", () => {
  test("calls off, reminds nobody and frees the time", () => {
    const text = lines(writeCancellation([someEvent({ sequence: 4, alarms: [15] })]));
    for (const line of ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:4", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"])
      expect(text).toContain(line);
    expect(text).not.toContain("BEGIN:VALARM");
    expect(text.filter((line) => line.startsWith("ATTENDEE"))).toHaveLength(1);
  });

  test("of one occurrence names it by the series' clock", () => {
    const occurrence = new Date("2027-03-30T08:00:00Z");
    const text = writeCancellation([
      someEvent({ occurrence, start: occurrence, end: new Date("2027-03-30T09:00:00Z") }),
    ]);
    expect(lines(text)).toContain("RECURRENCE-ID;TZID=Europe/Zurich:20270330T100000");
  });
});

describe("a series", () => {
  const at = (timeZone: string, date: string) => DateTime.fromISO(date, { zone: timeZone }).toJSDate();

  test.each(someZones)("in %s keeps to the clock for other programs too", (timeZone) => {
    const of = (date: string, hour = "10:00") => ({
      from: at(timeZone, `${date}T${hour}`).toISOString(),
      to: at(timeZone, `${date}T${hour}`.replace(":00", ":45")).toISOString(),
    });
    const weekly = (more: Partial<ReturnType<typeof someEvent>>) =>
      someEvent({ timeZone, start: at(timeZone, "2027-02-23T10:00"), end: at(timeZone, "2027-02-23T10:45"), ...more });
    const text = writeInvitation([
      weekly({ series: { rule: { every: "week", count: 8 }, except: [at(timeZone, "2027-03-09T10:00")] } }),
      weekly({
        occurrence: at(timeZone, "2027-03-16T10:00"),
        start: at(timeZone, "2027-03-17T14:00"),
        end: at(timeZone, "2027-03-17T14:45"),
      }),
      weekly({
        occurrence: at(timeZone, "2027-04-06T10:00"),
        start: at(timeZone, "2027-04-06T10:00"),
        end: at(timeZone, "2027-04-06T10:45"),
        status: "cancelled",
      }),
    ]);
    const held = [
      ...[of("2027-02-23"), of("2027-03-02"), of("2027-03-17", "14:00"), of("2027-03-23"), of("2027-03-30")],
      of("2027-04-13"),
    ];
    expect(icalJsOccurrences(text)).toEqual(held);
    expect(nodeIcalOccurrences(text, new Date("2027-01-01"), new Date("2028-01-01"))).toEqual(held);
  });

  test("ends when it was said to, and says by which days it goes", () => {
    const rule = { every: "month", interval: 2, weekdays: ["-1FR"], until: new Date("2027-06-01T00:00:00Z") } as const;
    const text = writeInvitation([
      someEvent({ start: new Date("2026-11-27T09:00Z"), end: new Date("2026-11-27T10:00Z"), series: { rule } }),
    ]);
    expect(lines(text)).toContain("RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;UNTIL=20270601T000000Z");
    const starts = ["2026-11-27T09", "2027-01-29T09", "2027-03-26T09", "2027-05-28T08"].map(
      (hour) => `${hour}:00:00.000Z`,
    );
    expect(icalJsOccurrences(text).map(({ from }) => from)).toEqual(starts);
  });

  test("that says nothing sensible is refused", () => {
    for (const rule of [
      { every: "week", weekdays: ["MO\r\nX:1"] },
      { every: "day", interval: 0 },
      { every: "day", count: 1.5 },
      { every: "day", count: 2, until: new Date() },
      { every: "year", months: [13] },
      { every: "month", monthDays: [0] },
    ] as const)
      expect(() => writeInvitation([someEvent({ series: { rule } })])).toThrow(RangeError);
  });
});

describe("a feed", () => {
  test("of a thousand events has each zone once and nobody who takes part", () => {
    const events = Array.from({ length: 1000 }, (_, place) =>
      someEvent({
        uid: `session-${place}@landfall.example`,
        timeZone: someZones[place % someZones.length]!,
        start: new Date(Date.UTC(2026, 0, 1 + place, 9)),
        end: new Date(Date.UTC(2026, 0, 1 + place, 10)),
      }),
    );
    const text = writeFeed({ name: "Sessions; Ruth", refreshMinutes: 30, events });
    const { calendar, events: read } = icalJs(text);
    expect(
      calendar
        .getAllSubcomponents("vtimezone")
        .map((zone) => zone.getFirstPropertyValue("tzid"))
        .sort(),
    ).toEqual([...someZones].sort());
    expect(read.map(({ startDate, endDate }) => [startDate.toJSDate(), endDate.toJSDate()])).toEqual(
      events.map(({ start, end }) => [start, end]),
    );
    expect(text).not.toMatch(/ATTENDEE|jan@/);
    for (const line of ["X-WR-CALNAME:Sessions\\; Ruth", "REFRESH-INTERVAL;VALUE=DURATION:PT30M", "METHOD:PUBLISH"])
      expect(lines(text)).toContain(line);
  });

  test("of nothing is a calendar all the same", () => {
    expect(icalJs(writeFeed({ name: "", refreshMinutes: 60, events: [] })).events).toEqual([]);
  });
});

/** Text of all kinds, with much of what means something in a calendar. */
const someWords = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.constantFrom("\r\n", "\n", "\r", "\\", "\\n", ";", ",", ":", '"', "^", "^'", "\t", " ", "\u0085", "\ud800"),
      fc.constantFrom("\r\nBEGIN:VEVENT\r\n", "END:VCALENDAR", "👩‍👩‍👧", "Zürich", "日本"),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

/** Words as they come back: line breaks of one kind, no control characters, no halves of letters. */
const kept = (words: string): string =>
  words
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\x08\x0B-\x1F\x7F-\x9F]/g, "")
    .toWellFormed();

describe("whatever is typed", () => {
  test("comes back as typed, in lines that are not too long, and adds no line", () => {
    const plain = lines(writeInvitation([someEvent({ description: "x", location: "x" })])).length;
    fc.assert(
      fc.property(someWords, someWords, (words, name) => {
        const text = writeInvitation([
          someEvent({
            ...{ summary: words, description: `x${words}`, location: `x${words}`, uid: `x${name}` },
            attendees: [{ name, mail: "jan@mail.example" }],
          }),
        ]);
        expect(lines(text)).toHaveLength(plain);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
        expect(text.isWellFormed()).toBe(true);
        const [event] = icalJs(text).events;
        expect(event!.summary).toBe(kept(words));
        expect([event!.description, event!.location]).toEqual([`x${kept(words)}`, `x${kept(words)}`]);
        expect(event!.uid).toBe(`x${kept(name)}`);
        // ical.js takes a backslash in a name for the sign of an escape, which there are none of in parameters.
        if (!name.includes("\\"))
          expect(event!.attendees[0]!.getParameter("cn")).toBe(kept(name).replaceAll("\n", " "));
        expect(nodeIcalEvents(text)).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  test("in an address stays in it", () => {
    fc.assert(
      fc.property(someWords, (words) => {
        const text = writeInvitation([
          someEvent({ url: `https://x/${words}`, conference: words, organizer: { name: "x", mail: `x@${words}` } }),
        ]);
        expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
        expect(text).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
        expect(icalJs(text).events).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});
