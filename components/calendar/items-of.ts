import { cityOf } from "./civil-days";
import type { CalendarItem } from "./model";

/** A session as the calendar's query tells it. */
export interface FoundSession {
  id: string;
  version: number;
  title: string;
  state: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  placeKind: string;
  place: string;
  hosts: readonly { id: string; name: string }[];
  attendees: readonly { id: string; name: string; state: string | null }[];
  personIds: readonly string[];
  runs: boolean;
}

export interface ItemsAsked {
  sessions: readonly FoundSession[];
  /** In which zone people are. */
  zones: Readonly<Record<string, string>>;
  self: string;
  /** In which it is looked at. */
  zone: string;
  /** May move what they take part in themselves. */
  writes: boolean;
  /** Calendars of several people are looked at. */
  several: boolean;
  words: { with: (names: string) => string; places: (taken: number, capacity: number) => string };
}

/** Sessions as the person who looks should read them: a host reads whom they meet, an executive what it is and with whom. */
export function itemsOf({ sessions, zones, self, zone, writes, several, words }: ItemsAsked): CalendarItem[] {
  return sessions.map((session) => {
    const { id, version, title, capacity, hosts, attendees, runs, placeKind, place } = session;
    const own = attendees.find((one) => one.id === self);
    const group = capacity > 1;
    const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(", ");
    const coming = attendees.filter(({ state }) => session.state === "cancelled" || state !== "cancelled");
    const [name, about] =
      own || coming.length === 0
        ? [title, words.with(names(hosts))]
        : group
          ? [title, words.places(coming.filter(({ state }) => state !== "waiting").length, capacity)]
          : [names(coming), title];
    const other = own ? hosts[0] : group ? undefined : coming[0];
    const otherZone = other && zones[other.id];
    const isBooked = session.state === "booked";
    return {
      ...{ id, version, name, about, group, personIds: session.personIds },
      whose: several && !own && coming.length > 0 ? words.with(names(hosts)) : "",
      ...{ startsAt: session.startsAt.getTime(), endsAt: session.endsAt.getTime() },
      state: (own?.state === "waiting" && isBooked ? "waiting" : session.state) as CalendarItem["state"],
      moves: isBooked && (runs || (writes && !group && own?.state === "booked")),
      resizes: isBooked && runs,
      otherZone:
        otherZone && otherZone !== zone && wallOf(session.startsAt, otherZone) !== wallOf(session.startsAt, zone)
          ? { zone: otherZone, name: cityOf(otherZone) }
          : null,
      link: placeKind === "video" && place.startsWith("https://") ? place : null,
    };
  });
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock of a zone shows: two zones that show the same need not both be said. */
function wallOf(at: Date, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" });
  clocks.set(timeZone, clock);
  return clock.format(at);
}
