import type { Window } from "./calendar";

/** Hours as people write them, `HH:MM` on the clock; an end that is not after its beginning lies on the next day, `24:00` is midnight. */
export interface HoursText {
  from: string;
  to: string;
}

/** A time on the clock; midnight at the end of a day is `24:00`. */
export const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Hours in minutes from the midnight of their day. From a time to the same one is a whole day. */
export function windowOf({ from, to }: HoursText): Window {
  const begin = minutesOf(from) % 1440;
  const end = minutesOf(to);
  return { from: begin, to: end > begin ? end : end + 1440 };
}

export const windowsOf = (hours: readonly HoursText[]): Window[] =>
  hours.map(windowOf).sort((one, other) => one.from - other.from);

/** Hours as they are written: what ends at midnight or past it shows the time of the next day, as clocks and browsers do. */
export const hoursText = ({ from, to }: Window): HoursText => ({ from: timeOf(from), to: timeOf(to % 1440) });

/** Whether two of some hours of one day lie upon each other. */
export const overlap = (hours: readonly HoursText[]): boolean =>
  windowsOf(hours).some(({ from }, at, all) => at > 0 && from < all[at - 1]!.to);
