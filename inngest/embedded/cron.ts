import { DateTime, IANAZone } from "luxon";

/** A schedule in the five fields of cron, in a zone (UTC unless `TZ=…` stands before). */
export interface Schedule {
  readonly source: string;
  readonly zone: string;
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly dates: readonly number[];
  readonly months: readonly number[];
  readonly weekdays: readonly number[];
}

/** Reads `[TZ=zone ]minute hour date month weekday` (numbers, `*`, `a-b`, `/n`, lists; Sunday is 0 or 7). Refuses with a RangeError. */
export function parseSchedule(source: string): Schedule {
  const parts = source.trim().split(/\s+/);
  const zone = parts[0]?.startsWith("TZ=") ? (parts.shift() ?? "").slice(3) : "UTC";
  if (!IANAZone.isValidZone(zone)) throw new RangeError(`“${zone}” is not a time zone`);
  const [minute, hour, date, month, weekday, ...further] = parts;
  if (minute === undefined || hour === undefined || date === undefined || month === undefined || weekday === undefined)
    throw new RangeError(`“${source}” has fewer than five fields`);
  if (further.length > 0) throw new RangeError(`“${source}” has more than five fields`);
  return {
    source,
    zone,
    minutes: field(minute, 0, 59),
    hours: field(hour, 0, 23),
    dates: field(date, 1, 31),
    months: field(month, 1, 12),
    weekdays: [...new Set(field(weekday, 0, 7).map((day) => day % 7))],
  };
}

/**
 * The first moment after `after` that the schedule names, or null where it names none within five years (30 February). A wall time
 * that a change of the clocks skips is left out that day; one that happens twice is taken once.
 */
export function nextSlot(schedule: Schedule, after: Date): Date | null {
  const start = DateTime.fromJSDate(after, { zone: schedule.zone });
  for (let days = 0; days < 366 * 5; days++) {
    const day = start.startOf("day").plus({ days });
    if (!onDay(schedule, day)) continue;
    for (const hour of schedule.hours) {
      if (days === 0 && hour < start.hour) continue;
      for (const minute of schedule.minutes) {
        const slot = day.set({ hour, minute });
        if (slot.hour === hour && slot.minute === minute && slot.toMillis() > after.getTime()) return slot.toJSDate();
      }
    }
  }
  return null;
}

// Where both the date and the weekday are narrowed down, either is enough, as cron has always done.
function onDay(schedule: Schedule, day: DateTime): boolean {
  if (!schedule.months.includes(day.month)) return false;
  const date = schedule.dates.includes(day.day);
  const weekday = schedule.weekdays.includes(day.weekday % 7);
  return schedule.dates.length < 31 && schedule.weekdays.length < 7 ? date || weekday : date && weekday;
}

function field(text: string, least: number, most: number): number[] {
  const numbers = new Set<number>();
  for (const part of text.split(",")) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw new RangeError(`“${part}” is not understood`);
    const from = match[1] === undefined ? least : Number(match[1]);
    const to = match[2] !== undefined ? Number(match[2]) : match[1] === undefined || match[3] ? most : from;
    const every = match[3] === undefined ? 1 : Number(match[3]);
    if (from < least || to > most || from > to || every < 1)
      throw new RangeError(`“${part}” is outside ${least} to ${most}`);
    for (let number = from; number <= to; number += every) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}
