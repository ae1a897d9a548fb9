import { holidaysOn, hoursOn, usualHours, type BusinessCalendar, type Window } from "./calendar";

/** A day as its calendar has it. */
export interface CalendarDay {
  date: string;
  hours: readonly Window[];
  /** What the week alone would say. */
  usual: readonly Window[];
  /** The holidays that are given on it. */
  holidays: readonly string[];
}

/** A day that is otherwise in another calendar. */
export interface ChangedDay {
  date: string;
  before: readonly Window[];
  after: readonly Window[];
}

const dayLength = 86_400_000;

/** Each day from a first to a last one, both of them included. */
export function daysFrom(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(`${first}T00:00Z`), end = Date.parse(`${last}T00:00Z`); at <= end; at += dayLength)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

/** The days of a calendar from a first to a last one. */
export const calendarDays = (first: string, last: string, calendar: BusinessCalendar): CalendarDay[] =>
  daysFrom(first, last).map((date) => ({
    date,
    hours: hoursOn(date, calendar),
    usual: usualHours(date, calendar),
    holidays: holidaysOn(date, calendar).map(({ name }) => name),
  }));

/** The days on which two calendars do not say the same. A calendar that changes its zone alone changes none: the same hours are worked. */
export const changedDays = (
  first: string,
  last: string,
  before: BusinessCalendar,
  after: BusinessCalendar,
): ChangedDay[] =>
  daysFrom(first, last).flatMap((date) => {
    const change = { date, before: hoursOn(date, before), after: hoursOn(date, after) };
    return sameHours(change.before, change.after) ? [] : [change];
  });

/** Whether two days are worked alike. */
export const sameHours = (some: readonly Window[], others: readonly Window[]): boolean =>
  some.length === others.length && some.every(({ from, to }, at) => from === others[at]!.from && to === others[at]!.to);
