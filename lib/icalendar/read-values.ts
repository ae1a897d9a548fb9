import type { ContentLine } from "./text-lines";

/** A day or a time of day as a calendar says it. */
export interface Stamp {
  /** What is shown, in seconds as if it were UTC; midnight of a day. */
  wall: number;
  /** A whole day, a moment in UTC, or what the clock shows in a zone. */
  kind: "day" | "utc" | "clock";
  /** The zone it names; where it names none, it is meant wherever one is. */
  zone: string | null;
}

/** The day or time of a line that holds one. Some write the name of a zone with a colon in it as if it had none: `TZID=(UTC+01:00) Bern:20261122T090000`. */
export function stampOf({ value, parameters: { TZID: zone = "" } }: ContentLine): Stamp | null {
  const colon = value.lastIndexOf(":");
  return (
    readStamp(value, zone) ?? (colon > 0 ? readStamp(value.slice(colon + 1), `${zone}:${value.slice(0, colon)}`) : null)
  );
}

/** Null for what is no day and no time of the calendar, as the 31st of November. */
export function readStamp(said: string, zone = ""): Stamp | null {
  const found = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?(Z)?)?$/i.exec(said.trim());
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const isDate = year >= 100 && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  const isTime = minute < 60 && second <= 60 && (hour < 24 || (hour === 24 && minute === 0 && second === 0));
  if (!isDate || !isTime) return null;
  const wall = midnight.getTime() / 1000 + hour * 3600 + minute * 60 + second;
  if (found[4] === undefined) return { wall, kind: "day", zone: null };
  if (found[7]) return { wall, kind: "utc", zone: null };
  return { wall, kind: "clock", zone: zone.trim() || null };
}

/** Days as the calendar counts them, and seconds on top. */
export interface Duration {
  days: number;
  seconds: number;
}

/** Longer than this is nothing that somebody meant. */
const longestDays = 36_600;

/** Null for what is no duration, for one that goes back, and for one of more than a hundred years. */
export function readDuration(said: string): Duration | null {
  const found = /^\+?P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(said.trim());
  if (!found) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  const duration = { days: weeks * 7 + days, seconds: hours * 3600 + minutes * 60 + seconds };
  return duration.days + duration.seconds / 86_400 > longestDays ? null : duration;
}

/** An offset as `+0545`, in seconds. */
export function readOffset(said: string): number | null {
  const found = /^([+-])(\d\d):?(\d\d):?(\d\d)?$/.exec(said.trim());
  if (!found) return null;
  const [, sign, hours, minutes, seconds = "0"] = found;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return size > 86_400 ? null : sign === "-" ? -size : size;
}
