import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";

/*
 * What other programs read in a calendar: ical.js (Thunderbird, Nextcloud), which takes zones from the calendar itself, and node-ical, which
 * takes them from the runtime and expands series with rrule-temporal.
 */

export interface Occurrence {
  from: string;
  to: string;
}

const iso = (date: Date): string => new Date(date).toISOString();

/** The calendar as ical.js has it, its zones known. */
export function icalJs(text: string): { calendar: ICAL.Component; events: ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as ConstructorParameters<typeof ICAL.Component>[0]);
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const masters = events.filter((event) => !event.isRecurrenceException());
  for (const event of events)
    if (event.isRecurrenceException()) masters.find(({ uid }) => uid === event.uid)?.relateException(event);
  return { calendar, events };
}

/** The occurrences of the first event as ical.js sees them, what was moved or called off as it is now. */
export function icalJsOccurrences(text: string, most = 200): Occurrence[] {
  const [event] = icalJs(text).events;
  const found: Occurrence[] = [];
  const times = event!.iterator();
  for (let time = times.next(); time && found.length < most; time = times.next()) {
    const { item, startDate, endDate } = event!.getOccurrenceDetails(time);
    if (item.component.getFirstPropertyValue("status") !== "CANCELLED")
      found.push({ from: iso(startDate.toJSDate()), to: iso(endDate.toJSDate()) });
  }
  return found.sort((one, other) => one.from.localeCompare(other.from));
}

export const nodeIcalEvents = (text: string): VEvent[] =>
  Object.values(nodeIcal.sync.parseICS(text)).filter((part): part is VEvent => part?.type === "VEVENT");

/** The occurrences of the first event as node-ical sees them. */
export function nodeIcalOccurrences(text: string, from: Date, to: Date): Occurrence[] {
  const [event] = nodeIcalEvents(text);
  return nodeIcal
    .expandRecurringEvent(event!, { from, to })
    .filter((found) => found.event.status !== "CANCELLED")
    .map((found) => ({ from: iso(found.start), to: iso(found.end) }));
}
