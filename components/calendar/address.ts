import { isZone } from "@/lib/scheduling/is-zone";
import { addDays } from "./civil-days";

/** How a calendar is looked at: all of it stands in the address. */
export interface CalendarAddress {
  /** None: the week where there is room for it, the agenda on a phone. */
  view: CalendarView | null;
  date: string;
  zone: string;
  /** A second zone beside it; "none" where somebody does not want the one that is shown by itself. */
  and: string | null;
  people: readonly string[];
  cancelled: boolean;
  /** All hours of a day, not those in which something is. */
  whole: boolean;
}

export const calendarViews = ["month", "week", "day", "agenda"] as const;
export type CalendarView = (typeof calendarViews)[number];

type Asked = Record<string, string | string[] | undefined>;

/** Reads an address; what is not understood counts as not said. */
export function readAddress(asked: Asked, { today, zone }: { today: string; zone: string }): CalendarAddress {
  const word = (key: string) => (typeof asked[key] === "string" ? asked[key] : "");
  const date = word("date");
  const people = word("people").split(",").filter(isId).slice(0, 6);
  return {
    view: calendarViews.find((view) => view === word("view")) ?? null,
    date: isDate(date) ? date : today,
    zone: isZone(word("zone")) ? word("zone") : zone,
    and: word("and") === "none" || isZone(word("and")) ? word("and") : null,
    people: [...new Set(people)],
    cancelled: word("cancelled") === "yes",
    whole: word("hours") === "all",
  };
}

/** The address of another look. What is as usual is left out. */
export function hrefOf(base: string, address: CalendarAddress, usual: { today: string; zone: string }): string {
  const { view, date, zone, and, people, cancelled, whole } = address;
  const said = new URLSearchParams();
  if (view) said.set("view", view);
  if (date !== usual.today) said.set("date", date);
  if (zone !== usual.zone) said.set("zone", zone);
  if (and) said.set("and", and);
  if (people.length > 0) said.set("people", people.join(","));
  if (cancelled) said.set("cancelled", "yes");
  if (whole) said.set("hours", "all");
  const query = said.toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
  return query ? `${base}?${query}` : base;
}

/** The days that are looked at, and where the ways back and on lead. */
export function daysOf({ view, date }: Pick<CalendarAddress, "view" | "date">): {
  first: string;
  last: string;
  before: string;
  after: string;
} {
  const monday = addDays(date, -((weekday(date) + 6) % 7));
  const sunday = addDays(monday, 6);
  const step = (days: number) => ({ before: addDays(date, -days), after: addDays(date, days) });
  if (view === "day") return { first: date, last: date, ...step(1) };
  if (view === "agenda") return { first: date, last: addDays(date, 13), ...step(14) };
  if (view === "week") return { first: monday, last: sunday, ...step(7) };
  if (view === null) return { first: monday, last: later(sunday, addDays(date, 13)), ...step(7) };
  const begin = `${date.slice(0, 7)}-01`;
  const next = `${addDays(begin, 31).slice(0, 7)}-01`;
  const end = addDays(next, -1);
  return {
    ...{ first: addDays(begin, -((weekday(begin) + 6) % 7)), last: addDays(end, (7 - weekday(end)) % 7) },
    ...{ before: `${addDays(begin, -1).slice(0, 7)}-01`, after: next },
  };
}

const weekday = (date: string) => new Date(`${date}T00:00Z`).getUTCDay();
const later = (one: string, other: string) => (one > other ? one : other);
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

function isDate(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
