import type { SeriesRule } from "./event";
import { asMoment } from "./write-lines";

const frequencies = { day: "DAILY", week: "WEEKLY", month: "MONTHLY", year: "YEARLY" };

/** The rule of a series as it stands after RRULE. Throws a RangeError for one that says nothing sensible. */
export function writeRule(rule: SeriesRule): string {
  const { every, interval = 1, weekdays = [], monthDays = [], months = [], count, until } = rule;
  if (!isSensible(rule)) throw new RangeError("This is no rule by which a series can be held.");
  return [
    `FREQ=${frequencies[every]}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(months.length > 0 ? [`BYMONTH=${months.join(",")}`] : []),
    ...(monthDays.length > 0 ? [`BYMONTHDAY=${monthDays.join(",")}`] : []),
    ...(weekdays.length > 0 ? [`BYDAY=${weekdays.join(",")}`] : []),
    ...(count === undefined ? [] : [`COUNT=${count}`]),
    ...(until ? [`UNTIL=${asMoment(until)}`] : []),
  ].join(";");
}

function isSensible({ every, interval = 1, weekdays = [], monthDays = [], months = [], count, until }: SeriesRule) {
  const weekday =
    every === "month" || every === "year" ? /^([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)$/ : /^(MO|TU|WE|TH|FR|SA|SU)$/;
  const isWhole = (most: number) => (number: number) => Number.isInteger(number) && number >= 1 && number <= most;
  return (
    [interval, count ?? 1].every(isWhole(10_000)) &&
    !(count !== undefined && until) &&
    weekdays.every((day) => weekday.test(day)) &&
    monthDays.map(Math.abs).every(isWhole(31)) &&
    (monthDays.length === 0 || every !== "week") &&
    months.every(isWhole(12))
  );
}

const longest = { day: 1, week: 7, month: 31, year: 366 };

/** A moment by which a series is over; ten years on where it has no end. */
export function lastOf(start: Date, { every, interval = 1, count = Infinity, until }: SeriesRule): Date {
  const most = start.getTime() + 10 * 366 * 86_400_000;
  const last = until?.getTime() ?? start.getTime() + count * Math.max(1, interval) * longest[every] * 86_400_000;
  return new Date(Math.max(start.getTime(), Math.min(last, most)));
}
