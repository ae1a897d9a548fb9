/*
 * What is told of a meeting to other calendars. Words are as somebody typed them; how they are written down is for write-lines.ts.
 */

export type Answer = "needs-action" | "accepted" | "declined" | "tentative" | "delegated";

export interface Person {
  name: string;
  mail: string;
}

export interface Attendee extends Person {
  /** Required unless said otherwise. */
  role?: "chair" | "required" | "optional" | "informed";
  /** Not answered yet unless said otherwise. */
  answer?: Answer;
  /** Whether an answer is asked for; it is unless said otherwise. */
  asked?: boolean;
}

/**
 * How often a series is held, by the clock on the wall of the event's zone; weeks begin on Monday. The event itself is the first one, and for other programs it is
 * one whether the rule names its day or not.
 */
export interface SeriesRule {
  every: "day" | "week" | "month" | "year";
  /** Every how many of them: 2 for each second week. */
  interval?: number;
  /** Weekdays (`MO`), in months and years also the how-manieth (`2TU`, `-1FR`). */
  weekdays?: readonly string[];
  /** Days of the month, from 1 or backwards from -1. */
  monthDays?: readonly number[];
  /** Months, from 1. */
  months?: readonly number[];
  /** How many there are; or the last moment at which one may begin. Neither for a series without end. */
  count?: number;
  until?: Date;
}

export interface CalendarEvent {
  /** The same for as long as the meeting lives, and for all of a series. */
  uid: string;
  /** Raised with each change of time or place. */
  sequence: number;
  /** When this was written. */
  stamp: Date;
  start: Date;
  end: Date;
  /** IANA name of the zone whose clock the meeting follows. */
  timeZone: string;
  summary: string;
  description?: string;
  location?: string;
  /** The page of the meeting. */
  url?: string;
  /** The link by which one joins. */
  conference?: string;
  organizer?: Person;
  attendees?: readonly Attendee[];
  status?: "confirmed" | "cancelled" | "tentative";
  visibility?: "public" | "private" | "confidential";
  /** Whether its time stays free in the calendar of who has it. */
  free?: boolean;
  /** Minutes before the start at which one is reminded. */
  alarms?: readonly number[];
  created?: Date;
  modified?: Date;
  series?: { rule: SeriesRule; /** Starts of occurrences that are not held. */ except?: readonly Date[] };
  /** For one occurrence of a series that is otherwise than the rest: when it began by the series. */
  occurrence?: Date;
}
