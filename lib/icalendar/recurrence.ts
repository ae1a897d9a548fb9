import type { Budget } from "./budget";
import { daySeconds, dayOf, dayTest, monthsOf, weekBegin } from "./matching-days";
import type { Frequency, Rule } from "./recurrence-rule";

/*
 * The times at which something recurs, by the clock on the wall. ical.js and rrule do this too, but a rule that names no day keeps ical.js within one
 * step for ever, and neither can be told how much work a rule is worth (docs/modules.md).
 */

export interface Recurring {
  rule: Rule;
  /** The first time, which always counts. */
  start: number;
  /** Between these it is asked for, both included. */
  from: number;
  to: number;
  /** With none left, no more times are told. */
  budget: Budget;
}

/** The times in order. Those before `from` are passed over, without looking at each where the rule has no count. */
export function* occurrences(recurring: Recurring): Generator<number> {
  const { rule, start, from, to, budget } = recurring;
  if (start > to) return;
  let left = rule.count ?? Infinity;
  if (start >= from) yield start;
  left -= 1;
  for (const period of periods(recurring)) {
    for (const time of rule.places.length > 0 ? placed(period, rule.places) : period) {
      if (left <= 0 || time > to || !budget.spend()) return;
      if (time <= start) continue;
      left -= 1;
      if (time >= from) yield time;
    }
    if (left <= 0 || budget.isOver) return;
  }
}

/** Those of a period that stand at the places asked for. */
function placed(times: Iterable<number>, places: readonly number[]): number[] {
  const all = [...times];
  const found = places.flatMap((place) => all.at(place > 0 ? place - 1 : place) ?? []);
  return [...new Set(found)].sort((one, other) => one - other);
}

/** The times of each period of the rule, until the last that may hold some. */
const periods = (recurring: Recurring): Generator<Iterable<number>> =>
  recurring.rule.frequency in unitSeconds ? shortPeriods(recurring) : longPeriods(recurring);

/** Years, months, weeks and days: some days, and the same times on each. */
function* longPeriods({ rule, start, from, to, budget }: Recurring): Generator<Iterable<number>> {
  const first = Math.floor(start / daySeconds);
  const times = timesOfDay(rule, rest(start, daySeconds), budget);
  const [isNamed, months] = [dayTest(rule, first), monthsOf(rule, first)];
  // Without a count one begins where it is asked for; a period early, as a period holds more than one time.
  const reached = rule.count === null ? Math.max(first, Math.floor(from / daySeconds)) : first;
  const skipped = Math.max(0, Math.floor(unitsBetween(first, reached, rule) / rule.interval) - 1);
  for (let at = skipped; ; at += 1) {
    const spans = daysOf(at * rule.interval, first, rule, months);
    // Also where a year is beyond what can be counted.
    if (!(spans.begin * daySeconds <= to)) return;
    const days: number[] = [];
    for (const [begin, end] of spans.stretches)
      for (let day = begin; day < end; day += 1) {
        if (!budget.spend()) return;
        if (isNamed(day)) days.push(day);
      }
    if (!budget.spend()) return;
    yield timesOn(days, times, budget);
  }
}

function* timesOn(days: readonly number[], times: readonly number[], budget: Budget): Generator<number> {
  for (const day of days) for (const time of times) if (budget.spend()) yield day * daySeconds + time;
}

/** How many whole units of a rule lie between two days. */
function unitsBetween(first: number, day: number, { frequency, weekStart }: Rule): number {
  if (frequency === "DAILY") return day - first;
  if (frequency === "WEEKLY") return (weekBegin(day, weekStart) - weekBegin(first, weekStart)) / 7;
  const [one, other] = [first, day].map((of) => new Date(of * daySeconds * 1000)) as [Date, Date];
  const years = other.getUTCFullYear() - one.getUTCFullYear();
  return frequency === "YEARLY" ? years : years * 12 + other.getUTCMonth() - one.getUTCMonth();
}

/** The days of a unit, so many units after the first, as stretches; of a year only the months that the rule names. */
function daysOf(units: number, first: number, { frequency, weekStart }: Rule, months: readonly number[]) {
  const date = new Date(first * daySeconds * 1000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const stretch = (begin: number, end: number) => ({ begin, stretches: [[begin, end]] as [number, number][] });
  if (frequency === "DAILY") return stretch(first + units, first + units + 1);
  if (frequency === "WEEKLY") {
    const begin = weekBegin(first, weekStart) + units * 7;
    return stretch(begin, begin + 7);
  }
  if (frequency === "MONTHLY") return stretch(dayOf(year, month + units), dayOf(year, month + units + 1));
  const ofYear = year + units;
  if (months.length === 0) return stretch(dayOf(ofYear, 0), dayOf(ofYear + 1, 0));
  const stretches = months.map((of): [number, number] => [dayOf(ofYear, of - 1), dayOf(ofYear, of)]);
  return { begin: dayOf(ofYear, 0), stretches };
}

/** The times of a day in order. */
function timesOfDay(rule: Rule, start: number, budget: Budget): number[] {
  const or = (asked: readonly number[], own: number): readonly number[] => (asked.length > 0 ? asked : [own]);
  const [hours, minutes, seconds] = [
    or(rule.hours, Math.floor(start / 3600)),
    or(rule.minutes, Math.floor(start / 60) % 60),
    or(rule.seconds, start % 60),
  ];
  if (!budget.spend(hours.length * minutes.length * seconds.length)) return [];
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => hour * 3600 + minute * 60 + second)),
  );
}

const unitSeconds: Partial<Record<Frequency, number>> = { HOURLY: 3600, MINUTELY: 60, SECONDLY: 1 };

/** Hours, minutes and seconds. Where a day, an hour or a minute is not named, one goes on after it. */
function* shortPeriods({ rule, start, from, to, budget }: Recurring): Generator<Iterable<number>> {
  const unit = unitSeconds[rule.frequency]!;
  const step = unit * rule.interval;
  const base = start - rest(start, unit);
  const isNamed = dayTest(rule, Math.floor(start / daySeconds));
  const minutes = unit < 3600 ? [] : rule.minutes.length > 0 ? rule.minutes : [rest(Math.floor(start / 60), 60)];
  const seconds = unit < 60 ? [] : rule.seconds.length > 0 ? rule.seconds : [rest(start, 60)];
  let at = rule.count === null ? Math.max(0, Math.floor((from - base) / step) - 1) : 0;
  while (budget.spend()) {
    const time = base + at * step;
    if (time > to) return;
    const passed = passedOver(time, rule, isNamed, unit);
    if (passed > 0) at = Math.max(at + 1, Math.ceil((time - rest(time, passed) + passed - base) / step));
    else {
      at += 1;
      yield timesIn(time, minutes, seconds, budget);
    }
  }
}

/** The unit that is not named and that one may pass over whole; 0 where all is named. */
function passedOver(
  time: number,
  { hours, minutes, seconds }: Rule,
  isNamed: (day: number) => boolean,
  unit: number,
): number {
  if (!isNamed(Math.floor(time / daySeconds))) return daySeconds;
  if (hours.length > 0 && !hours.includes(rest(Math.floor(time / 3600), 24))) return 3600;
  if (unit < 3600 && minutes.length > 0 && !minutes.includes(rest(Math.floor(time / 60), 60))) return 60;
  return unit < 60 && seconds.length > 0 && !seconds.includes(rest(time, 60)) ? 1 : 0;
}

function* timesIn(
  time: number,
  minutes: readonly number[],
  seconds: readonly number[],
  budget: Budget,
): Generator<number> {
  for (const minute of minutes.length > 0 ? minutes : [0])
    for (const second of seconds.length > 0 ? seconds : [0]) if (budget.spend()) yield time + minute * 60 + second;
}

/** What is left over, also before 1970. */
const rest = (number: number, of: number): number => ((number % of) + of) % of;
