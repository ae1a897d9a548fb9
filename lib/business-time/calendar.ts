/** Hours of work, in minutes from midnight of the day on which they begin; past midnight they go on beyond 1440. */
export interface Window {
  from: number;
  to: number;
}

/** A public holiday: a civil date (`YYYY-MM-DD`), and the date in whose place it is given, as when Boxing Day falls on a Saturday. */
export interface Holiday {
  date: string;
  name: string;
  insteadOf: string | null;
}

/** Days from a first to a last one that are closed, or only some hours of each, as on an afternoon before a holiday. */
export interface Closure {
  from: string;
  to: string;
  hours?: readonly Window[];
}

/** Hours that are worked on one day, whatever else is said of it. */
export interface Opening {
  date: string;
  hours: readonly Window[];
}

/**
 * When work is done: hours by weekday, less public holidays and closures, plus openings. Dates are civil dates in its zone. Hours belong to the
 * day on which they begin: a night that begins on a working day is worked to its end.
 */
export interface BusinessCalendar {
  /** IANA name. */
  timeZone: string;
  /** Hours from Monday to Sunday, in any order; a day without any is not worked. */
  week: readonly (readonly Window[])[];
  /** The public holidays of a year. A day that is given for another counts where the other is not worked anyway, so that each is given once. */
  holidays: (year: number) => readonly Holiday[];
  closures: readonly Closure[];
  openings: readonly Opening[];
  /** What held on days before a date. A day has the calendar that held on it, so that what was counted then stays as it was. */
  earlier?: { until: string; calendar: BusinessCalendar };
}

const nineToFive: readonly Window[] = [{ from: 9 * 60, to: 17 * 60 }];

/** Monday to Friday, nine to five. */
export const usualWeek: BusinessCalendar["week"] = [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? nineToFive : []));

/** The calendar that held on a date. */
export function calendarOn(date: string, calendar: BusinessCalendar): BusinessCalendar {
  let held = calendar;
  while (held.earlier && date < held.earlier.until) held = held.earlier.calendar;
  return held;
}

/** The hours that the week alone gives a date, in order and apart from one another. */
export const usualHours = (date: string, calendar: BusinessCalendar): readonly Window[] =>
  together(calendarOn(date, calendar).week[weekdayOf(date)] ?? []);

/** The hours that begin on a date, in order and apart from one another. */
export function hoursOn(date: string, calendar: BusinessCalendar): readonly Window[] {
  const held = calendarOn(date, calendar);
  let hours = holidaysOn(date, held).length > 0 ? [] : (held.week[weekdayOf(date)] ?? []);
  for (const closure of held.closures)
    if (closure.from <= date && date <= closure.to) hours = closure.hours ? without(hours, closure.hours) : [];
  return together([...hours, ...held.openings.flatMap((opening) => (opening.date === date ? opening.hours : []))]);
}

/** Whether a date is worked. */
export const isBusinessDay = (date: string, calendar: BusinessCalendar): boolean => hoursOn(date, calendar).length > 0;

/** The holidays that are given on a date. */
export function holidaysOn(on: string, calendar: BusinessCalendar): Holiday[] {
  const { holidays, week } = calendarOn(on, calendar);
  return holidays(Number(on.slice(0, 4))).filter(
    ({ date, insteadOf }) => date === on && (insteadOf === null || !week[weekdayOf(insteadOf)]?.length),
  );
}

/** Windows without what lies in others. */
function without(windows: readonly Window[], taken: readonly Window[]): Window[] {
  let left = [...windows];
  for (const { from, to } of taken)
    left = left.flatMap((window) =>
      [
        { from: window.from, to: Math.min(window.to, from) },
        { from: Math.max(window.from, to), to: window.to },
      ].filter((piece) => piece.from < piece.to),
    );
  return left;
}

/** Windows in order, those that touch or overlap as one. */
function together(windows: readonly Window[]): Window[] {
  const ordered = windows.filter(({ from, to }) => from < to).sort((one, other) => one.from - other.from);
  const joined: Window[] = [];
  for (const { from, to } of ordered) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** 0 for Monday to 6 for Sunday. */
const weekdayOf = (date: string): number => (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
