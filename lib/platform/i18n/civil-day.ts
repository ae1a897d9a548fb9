import type { DateTimeFormatOptions, useFormatter } from "next-intl";

const usual: DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric" };

/** A civil date ("2026-12-03") as a person reads it, "3 Dec 2026" where nothing else is asked for; a day has no zone that could move it. */
export function civilDay(
  format: ReturnType<typeof useFormatter>,
  date: string,
  look: DateTimeFormatOptions = usual,
): string {
  return format.dateTime(new Date(`${date}T12:00:00Z`), { ...look, timeZone: "UTC" });
}
