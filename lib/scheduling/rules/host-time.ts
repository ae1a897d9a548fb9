import { type BusinessCalendar, type Closure } from "@/lib/business-time/calendar";
import { hoursBetween } from "@/lib/business-time/open-hours";
import { offsetAt } from "@/lib/business-time/zone-offsets";
import type { Availability } from "./question";

/*
 * A host's hours and days. Moments within these rules are milliseconds since the epoch, civil days are numbered from 1 January 1970.
 */

export const minute = 60_000;
export const day = 1440 * minute;

/** From one moment to another; the first belongs to it, the last does not. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Stretches in order, those that touch or overlap as one. Beginnings and ends are put in order apart from one another, which numbers alone are quick to be:
 * what is one ends where as many have ended as began.
 */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const [begins, ends] = [new Float64Array(stretches.length), new Float64Array(stretches.length)];
  for (let place = 0; place < stretches.length; place += 1) {
    begins[place] = stretches[place]!.from;
    ends[place] = stretches[place]!.to;
  }
  begins.sort();
  ends.sort();
  const whole: Stretch[] = [];
  let first = 0;
  for (let place = 0; place < ends.length; place += 1)
    if (place === ends.length - 1 || begins[place + 1]! > ends[place]!) {
      whole.push({ from: begins[first]!, to: ends[place]! });
      first = place + 1;
    }
  return whole;
}

/** Hours of one day that are open. */
export interface Hours extends Stretch {
  /** From where steps are counted in them: when they began by the clock on the wall. */
  began: number;
  /** Until when it stays open, over hours that follow at once. */
  openUntil: number;
}

/** A host's hours as a calendar. What stands for a date of its own replaces the weekday's hours and what is closed. */
export function calendarOf(
  { timeZone, week, overrides }: Availability,
  closures: readonly Closure[],
): BusinessCalendar {
  const replaced = overrides.map(({ date }) => ({ from: date, to: date }));
  return { timeZone, week, holidays: () => [], closures: [...closures, ...replaced], openings: overrides };
}

/** The hours between two moments in order of their beginning, cut off at both. */
export function hoursOf(calendar: BusinessCalendar, from: number, to: number): Hours[] {
  const hours = hoursBetween(Math.floor(from / 1000), Math.ceil(to / 1000), calendar)
    .map((open) => ({ from: open.from * 1000, to: open.to * 1000, began: open.began * 1000 }))
    .sort((one, other) => one.from - other.from);
  const open = joined(hours);
  let place = 0;
  return hours.map((one) => {
    while (open[place]!.to < one.to) place += 1;
    return { ...one, openUntil: open[place]!.to };
  });
}

/** The moments from one until another at which a slot can begin by the clock alone, in order. */
export function stepsIn(hours: readonly Hours[], stepMinutes: number, from: number, to: number): number[] {
  const step = stepMinutes * minute;
  if (!(step > 0)) throw new RangeError("Slots begin at least a minute apart.");
  const steps: number[] = [];
  let last = -Infinity;
  let isOrdered = true;
  for (const open of hours) {
    const first = Math.max(open.from, from);
    const end = Math.min(open.to, to);
    for (let at = open.began + Math.ceil((first - open.began) / step) * step; at < end; at += step) {
      isOrdered &&= at > last;
      last = at;
      steps.push(at);
    }
  }
  // The hours of a night may overlap those of the next day.
  return isOrdered ? steps : inOrder(steps);
}

/** Moments in order, each once. */
export function inOrder(moments: readonly number[]): number[] {
  const once: number[] = [];
  let last = Number.NaN;
  for (const at of new Float64Array(moments).sort()) {
    if (at !== last) once.push(at);
    last = at;
  }
  return once;
}

/** Tells the civil day of moments in a zone. Asked in order it looks up an offset only where clocks change. */
export function daysIn(timeZone: string): (moment: number) => number {
  let span = { from: 0, to: 0, offset: 0 };
  return (moment) => {
    const at = Math.floor(moment / 1000);
    if (at < span.from || at >= span.to) span = offsetAt(at, timeZone);
    return Math.floor((moment + span.offset * 1000) / day);
  };
}

/** Weeks begin on Mondays; 1 January 1970 was a Thursday. */
export const weekOf = (dayNumber: number): number => Math.floor((dayNumber + 3) / 7);

export const dateOf = (dayNumber: number): string => new Date(dayNumber * day).toISOString().slice(0, 10);
