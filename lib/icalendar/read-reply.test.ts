import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readReply } from "./read-reply";
import { feed } from "./testing/some-feeds";

const answered = (...lines: readonly string[]): string => feed("METHOD:REPLY", "BEGIN:VEVENT", ...lines, "END:VEVENT");
const from = (partstat: string): string => `ATTENDEE;CN="Novák, Jan";PARTSTAT=${partstat}:mailto:jan@mail.example`;
const about = ["UID:session-1@landfall.example", "SEQUENCE:2", "DTSTAMP:20261122T101500Z"];
const read = (content: string | Uint8Array) => readReply(content, "Europe/Zurich");

const accepted = {
  uid: "session-1@landfall.example",
  sequence: 2,
  occurrence: null,
  attendeeMail: "jan@mail.example",
  answer: "accepted",
  comment: null,
  stamp: new Date("2026-11-22T10:15:00Z"),
};

describe("an answer", () => {
  test.each([
    ["ACCEPTED", "accepted"],
    ["DECLINED", "declined"],
    ["TENTATIVE", "tentative"],
    ["DELEGATED", "delegated"],
    ["accepted", "accepted"],
  ])("%s is %s", (partstat, answer) => {
    expect(read(answered(...about, from(partstat)))).toEqual({ kind: "reply", replies: [{ ...accepted, answer }] });
  });

  test("of Outlook, with a comment and an occurrence by a Windows zone", () => {
    const text = [
      ...["BEGIN:VCALENDAR", "METHOD:REPLY", "PRODID:Microsoft Exchange Server 2010", "VERSION:2.0", "BEGIN:VTIMEZONE"],
      ...["TZID:W. Europe Standard Time", "BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0200"],
      ...["TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", "END:STANDARD", "END:VTIMEZONE"],
      ...["BEGIN:VEVENT", "ATTENDEE;PARTSTAT=DECLINED;CN=Jan Novak:MAILTO:Jan@Mail.example"],
      ...["COMMENT;LANGUAGE=en-US:Sorry\\, I am away\\nuntil Monday.\\n", "UID:session-1@land", " fall.example"],
      ...["SUMMARY;LANGUAGE=en-US:Declined: First session", "DTSTART;TZID=W. Europe Standard Time:20270330T100000"],
      ...["RECURRENCE-ID;TZID=W. Europe Standard Time:20270330T100000", "DTSTAMP:20261122T101500Z", "SEQUENCE:2"],
      ...["X-MICROSOFT-CDO-APPT-SEQUENCE:2", "END:VEVENT", "END:VCALENDAR", ""],
    ].join("\r\n");
    expect(read(text)).toEqual({
      kind: "reply",
      replies: [
        {
          ...accepted,
          answer: "declined",
          occurrence: new Date("2027-03-30T08:00:00Z"),
          comment: "Sorry, I am away\nuntil Monday.",
        },
      ],
    });
  });

  test("of Google, with all who are asked in it", () => {
    const others =
      "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:ruth@firm.example";
    expect(read(answered(...about, others, from("ACCEPTED")))).toEqual({ kind: "reply", replies: [accepted] });
  });

  test("for a series and for one of its occurrences are two", () => {
    const reading = read(
      feed(
        ...["METHOD:REPLY", "BEGIN:VEVENT", ...about, from("ACCEPTED"), "END:VEVENT"],
        ...["BEGIN:VEVENT", ...about, "RECURRENCE-ID:20270330T080000Z", from("DECLINED"), "END:VEVENT"],
      ),
    );
    expect(reading).toEqual({
      kind: "reply",
      replies: [accepted, { ...accepted, answer: "declined", occurrence: new Date("2027-03-30T08:00:00Z") }],
    });
  });

  test("without a sequence, a stamp or the word mailto is one", () => {
    const reading = read(answered("UID:x", "ATTENDEE;PARTSTAT=ACCEPTED;EMAIL=jan@mail.example:urn:uuid:1"));
    expect(reading).toEqual({ kind: "reply", replies: [{ ...accepted, uid: "x", sequence: 0, stamp: null }] });
    expect(
      read(answered("UID:x", "SEQUENCE:-3.5e", "DTSTAMP:now", "ATTENDEE;PARTSTAT=ACCEPTED:jan@mail.example")),
    ).toEqual(reading);
  });

  test("says no more than is kept, and nothing that is not text", () => {
    const reading = read(answered(...about, from("ACCEPTED"), `COMMENT:a\u0007b${"c".repeat(9_000)}`, "COMMENT:d"));
    expect(reading.kind === "reply" && reading.replies[0].comment).toBe(`ab${"c".repeat(3_998)}`);
  });
});

describe("another time", () => {
  test("is told as a proposal", () => {
    const text = answered(
      ...[...about, from("TENTATIVE"), "COMMENT:An hour later?"],
      ...["DTSTART;TZID=Europe/Zurich:20261124T110000", "DTEND;TZID=Europe/Zurich:20261124T120000"],
    ).replace("METHOD:REPLY", "METHOD:COUNTER");
    const { answer: _answer, ...same } = accepted;
    expect(read(text)).toEqual({
      kind: "proposal",
      proposal: {
        ...{ ...same, comment: "An hour later?" },
        ...{ from: new Date("2026-11-24T10:00:00Z"), to: new Date("2026-11-24T11:00:00Z") },
      },
    });
    expect(read(text.replace(/DTSTART.*\r\n/, ""))).toEqual({ kind: "not-a-reply", reason: "no-time" });
  });
});

describe("what is no answer is told as such", () => {
  test.each([
    ["", "no-calendar"],
    ["I accept", "no-calendar"],
    ["<html>", "no-calendar"],
    [feed("BEGIN:VEVENT", ...about, from("ACCEPTED"), "END:VEVENT"), "other-method"],
    [feed("METHOD:REQUEST", "BEGIN:VEVENT", ...about, from("ACCEPTED"), "END:VEVENT"), "other-method"],
    [feed("METHOD:REPLY"), "no-event"],
    [feed("METHOD:REPLY", "BEGIN:VTODO", ...about, from("ACCEPTED"), "END:VTODO"), "no-event"],
    [answered(from("ACCEPTED")), "no-uid"],
    [answered(...about), "no-attendee"],
    [answered(...about, "ATTENDEE;PARTSTAT=ACCEPTED:nobody"), "no-attendee"],
    [answered(...about, from("NEEDS-ACTION")), "no-answer"],
    [answered(...about, from("X-MAYBE")), "no-answer"],
    [answered(...about, "ATTENDEE:mailto:jan@mail.example"), "no-answer"],
    [answered(...about, from("ACCEPTED"), "RECURRENCE-ID:soon"), "no-time"],
    ["x".repeat(2_000_000), "too-large"],
  ])("%# %s", (content, reason) => {
    expect(read(content)).toEqual({ kind: "not-a-reply", reason });
  });

  test("and whatever else comes survives", () => {
    const whole = answered(...about, from("ACCEPTED"), "COMMENT:x", "RECURRENCE-ID;TZID=Europe/Zurich:20270330T100000");
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(40), fc.string({ unit: "binary", maxLength: 20 }), (at, less, more) => {
        const reading = read(`${whole.slice(0, at)}${more}${whole.slice(at + less)}`);
        expect(["reply", "not-a-reply"]).toContain(reading.kind);
        expect(read(new TextEncoder().encode(whole).subarray(at)).kind).toBe(at === 0 ? "reply" : "not-a-reply");
      }),
    );
  });
});
