import { dayAxis, emptyRows, without } from "@/lib/scheduling/rules/calendar/day-axis";
import { piecesOf, type Spanning } from "@/lib/scheduling/rules/calendar/pieces";
import type { CalendarAxis, CalendarColumn, CalendarItem } from "./model";

export interface CalendarPerson {
  id: string;
  name: string;
  /** Hours of work; null of somebody who holds no sessions. */
  hours: readonly Spanning[] | null;
  busy: readonly Spanning[];
  off: readonly { date: string; name: string; other: boolean }[];
}

export interface ColumnsAsked {
  dates: readonly string[];
  timeZone: string;
  people: readonly CalendarPerson[];
  holidays: readonly { date: string; name: string }[];
  items: readonly CalendarItem[];
  /** All hours of the day. */
  whole: boolean;
  /** What a day off says that has no name. */
  offWord: string;
}

/** What is shown where there is nothing to show: hours of a usual day. */
const usual = { from: 8 * 60, to: 18 * 60 };

/** The columns of a view: each day of each person, with what is shaded in it, on one axis. */
export function columnsOf(asked: ColumnsAsked): { axis: CalendarAxis; columns: CalendarColumn[] } {
  const { dates, timeZone, people, holidays, items, whole, offWord } = asked;
  const { days, length, hours } = dayAxis(dates, timeZone);
  const rects = (stretches: readonly Spanning[], day: (typeof days)[number]) =>
    piecesOf(stretches, day).map(({ top, bottom }) => ({ top, bottom }));
  const columns = days.flatMap((day) =>
    people.map((person): CalendarColumn => {
      const off = person.off.find(({ date, other }) => date === day.date && !other);
      const holiday = holidays.find(({ date }) => date === day.date);
      return {
        ...{ key: `${day.date}/${person.id}`, date: day.date, parts: day.parts },
        person: { id: person.id, name: person.name },
        closed: person.hours ? without(length, rects(person.hours, day)) : [],
        empty: emptyRows(day, length),
        busy: rects(person.busy, day),
        note: off ? off.name || offWord : (holiday?.name ?? ""),
      };
    }),
  );
  const taken = days.flatMap((day) => [
    ...rects(items, day),
    ...people.flatMap((person) => rects(person.hours ?? [], day)),
  ]);
  const least = Math.min(usual.from, ...taken.map(({ top }) => top));
  const most = Math.max(usual.to, ...taken.map(({ bottom }) => bottom));
  const axis = whole
    ? { from: 0, to: length }
    : { from: Math.max(0, Math.floor(least / 60) * 60), to: Math.min(length, Math.ceil(most / 60) * 60) };
  return { axis: { length, hours, ...axis }, columns };
}

/** One column a day, whosever sessions stand in it: days off are told where they are everybody's. */
export function dayColumns(people: readonly CalendarPerson[]): CalendarPerson[] {
  return people.slice(0, 1).map((person) => (people.length > 1 ? { ...person, off: [] } : person));
}
