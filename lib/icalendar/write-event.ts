import { asAddress, asMail, asMoment, asParameter, asText, asWall, line } from "./write-lines";
import { writeRule } from "./write-rule";
import { isUtc } from "./write-zone";
import { ianaZone, isShownOnce, wallAt, type Zone } from "./zone";
import type { Attendee, CalendarEvent, Person } from "./event";

/** How an event is written: a feed names nobody who takes part and what was called off reminds nobody, as RFC 5546 has it. */
export interface Manner {
  attendees: boolean;
  alarms: boolean;
  cancelled: boolean;
}

/** The lines of an event. `seriesZone` is the zone of the series that it is an occurrence of. */
export function writeEvent(event: CalendarEvent, seriesZone: string, manner: Manner): string[] {
  const { status = "confirmed", visibility = "public", free = false } = event;
  const standing = manner.cancelled ? "cancelled" : status;
  const time = timeWriter(event.timeZone);
  return [
    line("BEGIN", "VEVENT"),
    line("UID", asText(event.uid)),
    line("SEQUENCE", String(event.sequence)),
    line("DTSTAMP", asMoment(event.stamp)),
    time("DTSTART", event.start, event.series !== undefined),
    time("DTEND", event.end),
    ...(event.occurrence ? [timeWriter(seriesZone)("RECURRENCE-ID", event.occurrence)] : []),
    ...(event.series && !event.occurrence ? writeSeries(event.series, time) : []),
    line("SUMMARY", asText(event.summary)),
    ...(event.description ? [line("DESCRIPTION", asText(event.description))] : []),
    ...(event.location ? [line("LOCATION", asText(event.location))] : []),
    ...(event.url ? [line("URL", asAddress(event.url))] : []),
    ...(event.conference ? [line("CONFERENCE", asAddress(event.conference), { VALUE: "URI", FEATURE: "VIDEO" })] : []),
    ...(event.organizer ? [writeOrganizer(event.organizer)] : []),
    ...(manner.attendees ? (event.attendees ?? []).map(writeAttendee) : []),
    line("STATUS", standing.toUpperCase()),
    line("CLASS", visibility.toUpperCase()),
    line("TRANSP", free ? "TRANSPARENT" : "OPAQUE"),
    line(
      "X-MICROSOFT-CDO-BUSYSTATUS",
      free || standing === "cancelled" ? "FREE" : standing === "tentative" ? "TENTATIVE" : "BUSY",
    ),
    ...(event.created ? [line("CREATED", asMoment(event.created))] : []),
    ...(event.modified ? [line("LAST-MODIFIED", asMoment(event.modified))] : []),
    ...(manner.alarms && standing !== "cancelled"
      ? (event.alarms ?? []).flatMap((minutes) => writeAlarm(minutes, event.summary))
      : []),
    line("END", "VEVENT"),
  ];
}

/**
 * Writes moments by the clock of a zone. What the clock shows twice is written in UTC, as programs differ in which of the two they take it for; but not
 * where a series begins, which keeps to the clock.
 */
function timeWriter(timeZone: string): (name: string, moment: Date, keepsClock?: boolean) => string {
  if (isUtc(timeZone)) return (name, moment) => line(name, asMoment(moment));
  const zone: Zone = ianaZone(timeZone);
  return (name, moment, keepsClock = false) => {
    const wall = wallAt(Math.floor(moment.getTime() / 1000), zone);
    return keepsClock || isShownOnce(wall, zone)
      ? line(name, asWall(wall), { TZID: timeZone })
      : line(name, asMoment(moment));
  };
}

function writeSeries({ rule, except = [] }: NonNullable<CalendarEvent["series"]>, time: ReturnType<typeof timeWriter>) {
  return [line("RRULE", writeRule(rule)), ...except.map((moment) => time("EXDATE", moment))];
}

const writeOrganizer = ({ name, mail }: Person): string => line("ORGANIZER", asMail(mail), { CN: asParameter(name) });

const roles = {
  chair: "CHAIR",
  required: "REQ-PARTICIPANT",
  optional: "OPT-PARTICIPANT",
  informed: "NON-PARTICIPANT",
};

const writeAttendee = ({ name, mail, role = "required", answer = "needs-action", asked = true }: Attendee): string =>
  line("ATTENDEE", asMail(mail), {
    CUTYPE: "INDIVIDUAL",
    ROLE: roles[role],
    PARTSTAT: answer.toUpperCase(),
    RSVP: asked ? "TRUE" : "FALSE",
    CN: asParameter(name),
  });

const writeAlarm = (minutes: number, words: string): string[] => [
  line("BEGIN", "VALARM"),
  line("ACTION", "DISPLAY"),
  line("DESCRIPTION", asText(words)),
  line("TRIGGER", `-PT${Math.round(minutes)}M`),
  line("END", "VALARM"),
];
