import { IANAZone } from "luxon";
import type { BusinessCalendar, Window } from "../calendar";

/*
 * Business time the slow and obvious way: look at the clock on the wall at every minute, and at the hours of the day. Shares no code with
 * the other way. Hours and changes of clocks are at whole minutes, so a minute is open as a whole or not at all.
 */

const minute = 60_000;
const day = 1440 * minute;

/** Whether the minute is open in which a moment lies. */
export function openAt(moment: number, calendar: BusinessCalendar): boolean {
  let until = "9999-12-31";
  for (let version: BusinessCalendar | undefined = calendar; version;) {
    const from = version.earlier?.until ?? "0000-01-01";
    const wall = moment + offset(version.timeZone, moment);
    const today = Math.floor(wall / day);
    // Hours that go on now may have begun today or yesterday.
    for (const began of [today, today - 1]) {
      const hours = minutesOf(began, version);
      if (from <= hours.date && hours.date < until && hours.open[Math.floor((wall - began * day) / minute)])
        return true;
    }
    until = from;
    version = version.earlier?.calendar;
  }
  return false;
}

interface Minutes {
  date: string;
  /** For each minute from midnight, over two days, whether hours that began on the date cover it. */
  open: Uint8Array;
}

const days = new WeakMap<BusinessCalendar, Map<number, Minutes>>();

function minutesOf(number: number, calendar: BusinessCalendar): Minutes {
  const known = days.get(calendar) ?? new Map<number, Minutes>();
  days.set(calendar, known);
  const found = known.get(number) ?? minutesFrom(new Date(number * day).toISOString().slice(0, 10), calendar);
  known.set(number, found);
  return found;
}

function minutesFrom(date: string, calendar: BusinessCalendar): Minutes {
  const open = new Uint8Array(2 * 1440);
  const set = (windows: readonly Window[], value: 0 | 1) => {
    for (const { from, to } of windows) open.fill(value, from, to);
  };
  const isHoliday = calendar
    .holidays(Number(date.slice(0, 4)))
    .some(
      (holiday) =>
        holiday.date === date &&
        (holiday.insteadOf === null || calendar.week[weekday(holiday.insteadOf)]!.length === 0),
    );
  if (!isHoliday) set(calendar.week[weekday(date)]!, 1);
  for (const { from, to, hours = [{ from: 0, to: 2 * 1440 }] } of calendar.closures)
    if (from <= date && date <= to) set(hours, 0);
  for (const opening of calendar.openings) if (opening.date === date) set(opening.hours, 1);
  return { date, open };
}

/** The open seconds between two moments, the first of which is not after the second. */
export function secondsByTheMinute(from: number, to: number, calendar: BusinessCalendar): number {
  let seconds = 0;
  for (let at = from; at < to;) {
    const next = Math.min((Math.floor(at / minute) + 1) * minute, to);
    if (openAt(at, calendar)) seconds += (next - at) / 1000;
    at = next;
  }
  return seconds;
}

/** The first moment until which so many open seconds passed, or null where that takes longer than `most` minutes. */
export function addedByTheMinute(
  from: number,
  seconds: number,
  calendar: BusinessCalendar,
  most: number,
): number | null {
  let left = seconds;
  for (let at = from; at < from + most * minute;) {
    const next = (Math.floor(at / minute) + 1) * minute;
    if (openAt(at, calendar)) {
      if (left <= (next - at) / 1000) return at + left * 1000;
      left -= (next - at) / 1000;
    }
    at = next;
  }
  return null;
}

const weekday = (date: string): number => (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;

const offsets = new Map<string, Map<number, number>>();

/** Clocks change at quarters of an hour. */
function offset(zone: string, moment: number): number {
  const quarters = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, quarters);
  const quarter = Math.floor(moment / (15 * minute));
  const found = quarters.get(quarter) ?? IANAZone.create(zone).offset(quarter * 15 * minute) * minute;
  quarters.set(quarter, found);
  return found;
}
