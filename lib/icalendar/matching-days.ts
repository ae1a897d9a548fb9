import type { Rule } from "./recurrence-rule";

/*
 * Which days a rule names. Days are counted from 1970-01-01.
 */

export const daySeconds = 86_400;

/** Asks of a day whether the rule names it. What the rule leaves open is as on the day on which it starts, as RFC 5545 says. */
export function dayTest(rule: Rule, start: number): (day: number) => boolean {
  const { months, monthDays, yearDays, weeks, weekdays, weekStart } = completed(rule, start);
  const inMonth = rule.frequency === "MONTHLY" || (rule.frequency === "YEARLY" && months.length > 0);
  // Only in months and years is there a second Tuesday; elsewhere each Tuesday is meant.
  const hasPlaces = (rule.frequency === "YEARLY" && weeks.length === 0) || rule.frequency === "MONTHLY";
  return (day) => {
    const date = new Date(day * daySeconds * 1000);
    const [year, month, ofMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
    if (months.length > 0 && !months.includes(month + 1)) return false;
    const monthLength = dayOf(year, month + 1) - dayOf(year, month);
    if (monthDays.length > 0 && !named(monthDays, ofMonth, monthLength)) return false;
    const ofYear = day - dayOf(year, 0) + 1;
    const yearLength = dayOf(year + 1, 0) - dayOf(year, 0);
    if (yearDays.length > 0 && !named(yearDays, ofYear, yearLength)) return false;
    if (weeks.length > 0) {
      const { week, of } = weekOf(day, year, weekStart);
      if (!named(weeks, week, of)) return false;
    }
    if (weekdays.length === 0) return true;
    const weekday = weekdayOf(day);
    const [place, length] = inMonth ? [ofMonth, monthLength] : [ofYear, yearLength];
    return weekdays.some(
      (asked) =>
        asked.day === weekday &&
        (asked.place === 0 ||
          !hasPlaces ||
          asked.place === Math.ceil(place / 7) ||
          asked.place === -Math.ceil((length - place + 1) / 7)),
    );
  };
}

/** The months that a rule stays within; empty for all. */
export function monthsOf(rule: Rule, start: number): readonly number[] {
  return completed(rule, start).months;
}

function completed(rule: Rule, start: number): Rule {
  const { frequency, months, monthDays, yearDays, weeks, weekdays } = rule;
  const date = new Date(start * daySeconds * 1000);
  if (weekdays.length > 0 || monthDays.length > 0 || yearDays.length > 0) return rule;
  const sameWeekday = [{ day: weekdayOf(start), place: 0 }];
  if (frequency === "WEEKLY" || (frequency === "YEARLY" && weeks.length > 0)) return { ...rule, weekdays: sameWeekday };
  if (frequency === "MONTHLY") return { ...rule, monthDays: [date.getUTCDate()] };
  if (frequency !== "YEARLY") return rule;
  return {
    ...rule,
    months: months.length > 0 ? months : [date.getUTCMonth() + 1],
    monthDays: [date.getUTCDate()],
  };
}

/** Whether a place is among those asked for, counted from the first or from the last. */
const named = (asked: readonly number[], place: number, length: number): boolean =>
  asked.includes(place) || asked.includes(place - length - 1);

/** The week of a day and how many its year has: the first is the one with at least four days in the year. */
function weekOf(day: number, year: number, weekStart: number): { week: number; of: number } {
  const own = [year + 1, year, year - 1].find((candidate) => firstWeek(candidate, weekStart) <= day)!;
  const first = firstWeek(own, weekStart);
  return { week: Math.floor((day - first) / 7) + 1, of: (firstWeek(own + 1, weekStart) - first) / 7 };
}

/** The day on which the first week of a year begins. */
const firstWeek = (year: number, weekStart: number): number => weekBegin(dayOf(year, 0) + 3, weekStart);

/** The first day of a day's week. */
export const weekBegin = (day: number, weekStart: number): number => day - ((weekdayOf(day) - weekStart + 7) % 7);

/** 0 for Monday: 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The first day of a month, from 0; months beyond the year's are of the next one. */
export const dayOf = (year: number, month: number): number => Date.UTC(year, month, 1) / 1000 / daySeconds;
