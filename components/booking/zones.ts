import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The zone of this browser; before the page has come alive, the one that the server wrote the page in. */
export const useOwnZone = (served: string): string =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone || served,
    () => served,
  );

const dates = new Map<string, Intl.DateTimeFormat>();

/** The civil date of a moment by the clock of a zone: `2026-11-24`. */
export function dateIn(at: Date, timeZone: string): string {
  let format = dates.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    dates.set(timeZone, format);
  }
  return format.format(at);
}

/** Whether clocks of two zones show the same at a moment. */
export const showsSame = (at: Date, one: string, other: string): boolean => {
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at);
  return clock(one) === clock(other);
};

export const zoneName = (timeZone: string): string => timeZone.replaceAll("_", " ");
