import type { AxisHour, AxisPart } from "@/lib/scheduling/rules/calendar/day-axis";

/** A session as a calendar shows it. Moments are milliseconds since the epoch. */
export interface CalendarItem {
  id: string;
  version: number;
  startsAt: number;
  endsAt: number;
  state: "booked" | "done" | "no_show" | "cancelled" | "waiting";
  /** What stands first: whom one meets, or what a group is about. */
  name: string;
  /** What it is: its kind, or with whom. */
  about: string;
  group: boolean;
  /** Who holds it, where calendars of several are looked at. */
  whose: string;
  /** Whose columns it stands in. */
  personIds: readonly string[];
  moves: boolean;
  resizes: boolean;
  /** The zone of the other side, where its clocks show something else. */
  otherZone: { zone: string; name: string } | null;
  /** Where one joins it. */
  link: string | null;
}

export interface Rect {
  top: number;
  bottom: number;
}

/** A day of one person. */
export interface CalendarColumn {
  key: string;
  date: string;
  person: { id: string; name: string };
  parts: readonly AxisPart[];
  /** Outside of hours of work. */
  closed: readonly Rect[];
  /** Hours that this day does not have. */
  empty: readonly Rect[];
  busy: readonly Rect[];
  /** A holiday, or why the person is off. */
  note: string;
}

export interface CalendarAxis {
  length: number;
  hours: readonly AxisHour[];
  /** What is shown of it. */
  from: number;
  to: number;
}
