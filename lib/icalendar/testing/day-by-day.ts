import type { DateTime } from "luxon";

/*
 * The second way to find when something recurs: each day is looked at and asked whether it is one. It shares no code with the first and takes its time.
 */

export interface SimpleRule {
  frequency: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  /** Weekdays, 1 for Monday; with a place in months. None for the day of the start. */
  weekdays: readonly number[];
  place: number;
  /** Days of the month; none for the day of the start. */
  monthDays: readonly number[];
  count: number | null;
  /** The last day. */
  until: string | null;
}

const names = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

export const asRule = (rule: SimpleRule): string =>
  [
    `FREQ=${rule.frequency};INTERVAL=${rule.interval}`,
    ...(rule.weekdays.length > 0
      ? [`BYDAY=${rule.weekdays.map((day) => `${rule.place || ""}${names[day]}`).join(",")}`]
      : []),
    ...(rule.monthDays.length > 0 ? [`BYMONTHDAY=${rule.monthDays.join(",")}`] : []),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === null ? [] : [`UNTIL=${rule.until.replaceAll("-", "")}`]),
  ].join(";");

/** The days on which it recurs until a day; the first is always one. */
export function daysOf(first: DateTime, last: DateTime, rule: SimpleRule): DateTime[] {
  const found: DateTime[] = [];
  for (let day = first; day <= last; day = day.plus({ days: 1 })) {
    if (rule.until !== null && day.toISODate()! > rule.until) break;
    if (rule.count !== null && found.length === rule.count) break;
    if (day.equals(first) || isOne(day, first, rule)) found.push(day);
  }
  return found;
}

function isOne(
  day: DateTime,
  first: DateTime,
  { frequency, interval, weekdays, place, monthDays }: SimpleRule,
): boolean {
  const unit = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" } as const;
  const name = unit[frequency];
  if (Math.round(day.startOf(name).diff(first.startOf(name), `${name}s`).as(`${name}s`)) % interval !== 0) return false;
  const isDay = weekdays.length === 0 || (weekdays.includes(day.weekday) && isPlace(day, place));
  const isDate =
    monthDays.length === 0 || monthDays.includes(day.day) || monthDays.includes(day.day - day.daysInMonth! - 1);
  if (weekdays.length > 0 || monthDays.length > 0 || frequency === "DAILY") return isDay && isDate;
  if (frequency === "WEEKLY") return day.weekday === first.weekday;
  return day.day === first.day && (frequency === "MONTHLY" || day.month === first.month);
}

/** The how-manieth such weekday of the month it is, by counting them. */
function isPlace(day: DateTime, place: number): boolean {
  if (place === 0) return true;
  let others = 1;
  for (let other = day; (other = other.plus({ weeks: place < 0 ? 1 : -1 })).month === day.month;) others += 1;
  return others === Math.abs(place);
}
