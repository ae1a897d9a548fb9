import { lineOf, readComponents } from "./components";
import type { Attendee, Person } from "./event";
import { decode, fromText } from "./text-lines";
import { asMail, asMoment, asParameter, asText, line } from "./write-lines";

/**
 * The answer to an invitation, as a calendar program sends it: to which it is, by whom, and what. Null where what is answered is no invitation.
 */
export function writeReply(
  invitation: string,
  by: Person,
  { answer, stamp, comment }: { answer: NonNullable<Attendee["answer"]>; stamp: Date; comment?: string },
): string | null {
  const { calendars } = readComponents(decode(invitation).text, new Set(["UID", "SEQUENCE", "METHOD"]));
  const event = calendars.flatMap(({ parts }) => parts).find(({ name }) => name === "VEVENT");
  const uid = event && fromText(lineOf(event, "UID")?.value ?? "");
  if (!event || !uid) return null;
  const sequence = Math.max(0, Math.trunc(Number(lineOf(event, "SEQUENCE")?.value)) || 0);
  return [
    line("BEGIN", "VCALENDAR"),
    line("VERSION", "2.0"),
    line("PRODID", "-//Landfall//Calendar//EN"),
    line("METHOD", "REPLY"),
    line("BEGIN", "VEVENT"),
    line("UID", asText(uid)),
    line("SEQUENCE", String(sequence)),
    line("DTSTAMP", asMoment(stamp)),
    line("ATTENDEE", asMail(by.mail), { PARTSTAT: answer.toUpperCase(), CN: asParameter(by.name) }),
    ...(comment ? [line("COMMENT", asText(comment))] : []),
    line("END", "VEVENT"),
    line("END", "VCALENDAR"),
    "",
  ].join("\r\n");
}
