import { DateTime } from "luxon";
import { ianaZone, wallAt, yearOf } from "./zone";
import { asWall, line } from "./write-lines";

/** A change of the clocks: the moment, and how far they are ahead of UTC before and after, in seconds. */
interface Onset {
  at: number;
  before: number;
  after: number;
}

/**
 * A VTIMEZONE that is right from the first year to the last. Outlook reads only a yearly rule by weekday, so the changes are said by one where
 * there is one that gives just the changes of those years, and one by one where there is none.
 */
export function writeZone(timeZone: string, first: number, last: number): string[] {
  // The year before the first, so that there is a change before all that is written in the zone.
  const years = range(first - 1, last);
  const onsets = years.flatMap((year) => onsetsOf(year, timeZone));
  return [
    line("BEGIN", "VTIMEZONE"),
    line("TZID", timeZone),
    line("X-LIC-LOCATION", timeZone),
    ...(yearly(onsets, years, timeZone) ?? oneByOne(onsets, first, timeZone)),
    line("END", "VTIMEZONE"),
  ];
}

/** Whether times in a zone are written in UTC, which needs no VTIMEZONE. */
export const isUtc = (timeZone: string): boolean => /^(Etc\/)?(UTC|UCT|Zulu|Universal|GMT|Greenwich)$/i.test(timeZone);

/** The changes that a year of a zone has. */
function onsetsOf(year: number, timeZone: string): Onset[] {
  const spans = ianaZone(timeZone).spansAround(year);
  return spans.slice(1).flatMap((span, at) => {
    const before = spans[at]!.offset;
    const inYear = yearOf(span.from + before) === year;
    return inYear && before !== span.offset ? [{ at: span.from, before, after: span.offset }] : [];
  });
}

/** Two changes a year, by rules; null where the years are not like that. */
function yearly(onsets: readonly Onset[], years: readonly number[], timeZone: string): string[] | null {
  const forward = onsets.filter(({ before, after }) => after > before);
  const back = onsets.filter(({ before, after }) => after < before);
  if (forward.length !== years.length || back.length !== years.length) return null;
  const said = [back, forward].map((changes) => {
    const rule = ruleOf(changes, timeZone);
    return rule === null ? null : observance(changes[0]!, timeZone, changes === forward, rule);
  });
  return said.includes(null) ? null : said.flatMap((lines) => lines ?? []);
}

/** The rule that some changes follow, one in each year; null where there is none. */
function ruleOf(changes: readonly Onset[], timeZone: string): string | null {
  const [first] = changes;
  if (!first) return null;
  const fits = (place: number, change: Onset): boolean =>
    change.before === first.before &&
    change.after === first.after &&
    placeOf(change).month === placeOf(first).month &&
    placeOf(change).day === placeOf(first).day &&
    placeOf(change).time === placeOf(first).time &&
    placeOf(change).places.includes(place);
  const places = [-1, 1, 2, 3, 4].filter((place) => changes.every((change) => fits(place, change)));
  // The fourth Sunday may be the last one for some years: the zone's later years tell which is meant.
  const later = range(yearOf(changes.at(-1)!.at), yearOf(changes.at(-1)!.at) + 20).map((year) =>
    onsetsOf(year, timeZone),
  );
  const lasts = (place: number): number => {
    const broken = later.findIndex((year) => !year.some((change) => fits(place, change)));
    return broken < 0 ? later.length : broken;
  };
  const [best] = places.sort((one, other) => lasts(other) - lasts(one));
  if (best === undefined) return null;
  return `FREQ=YEARLY;BYMONTH=${placeOf(first).month + 1};BYDAY=${best}${days[placeOf(first).day]}`;
}

const days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** Where a change lies in its year, by the clocks before it: the how-manieth of its weekdays in the month, also from the end. */
function placeOf({ at, before }: Onset) {
  const wall = new Date((at + before) * 1000);
  const date = wall.getUTCDate();
  const inMonth = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  const places = [Math.ceil(date / 7), ...(date + 7 > inMonth ? [-1] : [])];
  return { month: wall.getUTCMonth(), day: wall.getUTCDay(), time: (at + before) % 86_400, places };
}

/**
 * Each change for itself; before them what held until then. Several changes could be one with RDATE, but ical.js forgets the first of such, and
 * Outlook all.
 */
function oneByOne(onsets: readonly Onset[], first: number, timeZone: string): string[] {
  const begin = Date.UTC(first - 1, 0, 1) / 1000;
  const offset = wallAt(begin, ianaZone(timeZone)) - begin;
  return [{ at: begin - offset, before: offset, after: offset }, ...onsets].flatMap((change) =>
    observance(change, timeZone, change.after > change.before && onsets.some((later) => takesBack(later, change))),
  );
}

/** Whether a change takes back within a year what another brought, so that it was summer time in between. */
const takesBack = (later: Onset, { at, after }: Onset): boolean =>
  later.at > at && later.at < at + 366 * 86_400 && later.before === after && later.after < after;

function observance({ at, before, after }: Onset, timeZone: string, summer: boolean, rule?: string): string[] {
  const name = summer ? "DAYLIGHT" : "STANDARD";
  return [
    line("BEGIN", name),
    line("DTSTART", asWall(at + before)),
    line("TZOFFSETFROM", asOffset(before)),
    line("TZOFFSETTO", asOffset(after)),
    line("TZNAME", DateTime.fromSeconds(at, { zone: timeZone, locale: "en-US" }).toFormat("ZZZZ")),
    ...(rule ? [line("RRULE", rule)] : []),
    line("END", name),
  ];
}

function asOffset(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, ...(size % 60 ? [size % 60] : [])];
  return `${seconds < 0 ? "-" : "+"}${parts.map((part) => String(part).padStart(2, "0")).join("")}`;
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, after) => first + after);
