import type { Attendee, CalendarEvent, Person } from "./event";
import { writeEvent, type Manner } from "./write-event";
import { asText, line } from "./write-lines";
import { lastOf } from "./write-rule";
import { isUtc, writeZone } from "./write-zone";
import { yearOf } from "./zone";

/** A meeting that people are asked to: its organizer gets the answers. */
export interface Invitation extends CalendarEvent {
  organizer: Person;
  attendees: readonly Attendee[];
}

/** What a feed is called, and after how many minutes it is worth reading again. */
export interface Feed {
  name: string;
  refreshMinutes: number;
  events: readonly CalendarEvent[];
}

/**
 * An invitation, or its update with a higher sequence: one meeting, or a series together with those of its occurrences that are otherwise. They have one
 * UID, and mail programs take no other.
 */
export function writeInvitation(events: readonly Invitation[]): string {
  return write("REQUEST", [], ofOneUid(events), { attendees: true, alarms: true, cancelled: false });
}

/** Calls off what is given: a meeting, a whole series, or with `occurrence` single ones of it. */
export function writeCancellation(events: readonly Invitation[]): string {
  return write("CANCEL", [], ofOneUid(events), { attendees: true, alarms: false, cancelled: true });
}

/** A calendar that others subscribe to. Who takes part is not in it: whoever has the address reads it. */
export function writeFeed({ name, refreshMinutes, events }: Feed): string {
  const often = `PT${Math.max(1, Math.round(refreshMinutes))}M`;
  const about = [
    line("NAME", asText(name)),
    line("X-WR-CALNAME", asText(name)),
    line("REFRESH-INTERVAL", often, { VALUE: "DURATION" }),
    line("X-PUBLISHED-TTL", often),
  ];
  return write("PUBLISH", about, events, { attendees: false, alarms: true, cancelled: false });
}

/** What the part of a mail is that holds an invitation or a cancellation. */
export const contentTypeOf = (method: "REQUEST" | "CANCEL" | "PUBLISH"): string =>
  `text/calendar; charset=utf-8; method=${method}`;

function write(method: string, about: readonly string[], events: readonly CalendarEvent[], manner: Manner): string {
  const series = new Map(events.flatMap((event) => (event.occurrence ? [] : [[event.uid, event.timeZone]])));
  const zoneOf = (event: CalendarEvent): string => series.get(event.uid) ?? event.timeZone;
  return [
    line("BEGIN", "VCALENDAR"),
    line("VERSION", "2.0"),
    line("PRODID", "-//Landfall//Calendar//EN"),
    line("CALSCALE", "GREGORIAN"),
    line("METHOD", method),
    ...about,
    ...[...zonesOf(events, zoneOf)].flatMap(([timeZone, [first, last]]) => writeZone(timeZone, first, last)),
    ...events.flatMap((event) => writeEvent(event, zoneOf(event), manner)),
    line("END", "VCALENDAR"),
    "",
  ].join("\r\n");
}

/** The zones that events name, with the first and the last year for which each must be right. */
function zonesOf(events: readonly CalendarEvent[], seriesZone: (event: CalendarEvent) => string) {
  const zones = new Map<string, [number, number]>();
  const reach = (timeZone: string, ...moments: readonly Date[]): void => {
    if (isUtc(timeZone)) return;
    // What the clocks show may be of the day before or after.
    const years = moments.flatMap((moment) => [-86_400, 86_400].map((day) => yearOf(moment.getTime() / 1000 + day)));
    const known = zones.get(timeZone) ?? [];
    zones.set(timeZone, [Math.min(...known, ...years), Math.max(...known, ...years)]);
  };
  for (const event of events) {
    reach(event.timeZone, event.start, event.end, ...(event.series ? [lastOf(event.start, event.series.rule)] : []));
    if (event.occurrence) reach(seriesZone(event), event.occurrence);
  }
  return zones;
}

function ofOneUid(events: readonly Invitation[]): readonly Invitation[] {
  if (new Set(events.map(({ uid }) => uid)).size !== 1)
    throw new RangeError("An invitation is of one meeting or of one series.");
  return events;
}
