import type { Closure, Opening, Window } from "@/lib/business-time/calendar";

/** A stretch of time from one moment to another; the first belongs to it, the last does not. */
export interface Span {
  startsAt: Date;
  endsAt: Date;
}

/** When a host can be booked, by the clock on the wall where they are. */
export interface Availability {
  /** IANA name. */
  timeZone: string;
  /** Hours from Monday to Sunday, several a day if need be, also past midnight. */
  week: readonly (readonly Window[])[];
  /** Dates that have hours of their own in place of the weekday's; without any the day is off. They stand against closures too. */
  overrides: readonly Opening[];
}

/** A session that takes place, took place, or is being booked. Those that were cancelled are left out. */
export interface HostSession extends Span {
  id: string;
  /** Minutes that its host keeps free around it. */
  bufferBefore: number;
  bufferAfter: number;
  typeId: string;
  /** How many people can take part, and how many do. */
  capacity: number;
  taken: number;
  /** Set while somebody is still booking it: from that moment on it occupies nothing. */
  heldUntil?: Date | null;
}

/**
 * Somebody who holds sessions. What they have in their calendars is given for the whole range and for the weeks (Monday to Sunday) that it touches,
 * because of the limits by day and week.
 */
export interface Host {
  id: string;
  availability: Availability;
  /** How long before a session it must be booked. */
  noticeMinutes: number;
  /** How many days ahead one may book: 0 is today alone, each day as a whole. */
  horizonDays: number;
  mostPerDay: number | null;
  mostPerWeek: number | null;
  /** What their other calendars say. */
  busy: readonly Span[];
  sessions: readonly HostSession[];
}

export interface SessionType {
  id: string;
  lengthMinutes: number;
  /** Slots begin a whole number of these after the hours of a day did, by the clock on the wall. */
  stepMinutes: number;
  bufferBefore: number;
  bufferAfter: number;
  capacity: number;
  noticeMinutes: number;
  horizonDays: number;
  /** How many of this type one host holds a day. */
  mostPerDay: number | null;
}

/** What is asked when somebody looks for a time. */
export interface Question {
  /** One host is enough, or all of them take part. */
  mode: "any" | "all";
  hosts: readonly Host[];
  type: SessionType;
  /** When the person who books has sessions already. */
  attendee: readonly Span[];
  /** Days, or hours of days, on which the organisation is closed. */
  closures?: readonly Closure[];
  /** Whether group sessions that are full are offered too, to wait for a place. */
  waitingList?: boolean;
  now: Date;
}

/** A time that can be booked. */
export interface Slot extends Span {
  /** Who is free then, in the order in which they were given; of a session that one joins, those who hold it. */
  hostIds: readonly string[];
  /** The session that one joins; not there where a new one begins. */
  joins?: string;
  placesLeft: number;
  /** Set where one can only wait for a place. */
  waits?: true;
}
