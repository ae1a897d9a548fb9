import { DateTime } from "luxon";
import { secondShowing } from "@/lib/business-time/zone-offsets";
import { Refusal } from "@/lib/platform/refusal";
import { monthWeeksOf, occurrences, type Ends, type Occurrence, type Repeats, type WallTime } from "./rules/series";

/** A series as somebody books it. */
export interface AskedSeries {
  /** When the first one begins. */
  startsAt: Date;
  /** By whose clock it keeps its time of day. */
  timeZone: string;
  repeats: Repeats;
  ends: Ends;
  lengthMinutes: number;
}

/** The clock on the wall at a moment. */
export function wallOf(at: Date, timeZone: string): WallTime {
  const there = DateTime.fromJSDate(at, { zone: timeZone });
  return { date: there.toISODate()!, minute: there.hour * 60 + there.minute };
}

/** The moment at which the clock on a wall shows a time; where it shows it twice, the first. */
export const momentOf = ({ date, minute }: WallTime, timeZone: string): Date =>
  new Date(secondShowing((Date.parse(date) + minute * 60_000) / 1000, timeZone) * 1000);

/** How many sessions a series has at most. */
export const mostSessions = 52;

/**
 * When the sessions of a series would be, by its rule alone.
 * @throws Refusal where the first date is not one that the rule names, or there would be fewer than two or more than 52.
 */
export function timesOfSeries({ startsAt, timeZone, lengthMinutes, repeats, ends }: AskedSeries): Occurrence[] {
  const first = wallOf(startsAt, timeZone);
  if (repeats.every === "month" && !monthWeeksOf(first.date).includes(repeats.which))
    throw new Refusal("invalid", "The first session is in another week of its month.", "repeats");
  const times = occurrences({ timeZone, first, lengthMinutes, repeats, ends, exceptions: [] });
  const field = "until" in ends ? "until" : "count";
  if (times.length < 2) throw new Refusal("invalid", "Until then there is only one: choose a later day.", field);
  if (times.length > mostSessions)
    throw new Refusal("invalid", `At most ${mostSessions} sessions: choose an earlier day.`, field);
  return times;
}

/** How far a session is moved, in days and to which time of day, so that others of its series are moved alike. */
export function movedAlike({ from, to }: { from: Date; to: Date }, timeZone: string): (other: Date) => Date {
  const [before, after] = [wallOf(from, timeZone), wallOf(to, timeZone)];
  const days = Date.parse(after.date) - Date.parse(before.date);
  return (other) => {
    const date = new Date(Date.parse(wallOf(other, timeZone).date) + days).toISOString().slice(0, 10);
    return momentOf({ date, minute: after.minute }, timeZone);
  };
}
