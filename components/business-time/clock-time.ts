import type { useFormatter } from "next-intl";
import type { HoursText } from "@/lib/business-time/hours-text";

type Format = ReturnType<typeof useFormatter>;

/** A time on the clock, "09:30", as a person reads it. */
export const clockTime = (format: Format, time: string): string =>
  format.dateTime(new Date(`2024-01-01T${time.replace("24:", "00:")}Z`), {
    ...{ hour: "numeric", minute: "2-digit", timeZone: "UTC" },
  });

/** Hours of a day in a row: "09:00–12:30, 13:30–17:00". */
export const hoursInRow = (format: Format, hours: readonly HoursText[]): string =>
  hours.map(({ from, to }) => `${clockTime(format, from)}–${clockTime(format, to)}`).join(", ");

/** A weekday by its place from Monday. */
export const weekdayName = (format: Format, day: number, length: "short" | "long"): string =>
  format.dateTime(new Date(Date.UTC(2024, 0, 1 + day)), { weekday: length, timeZone: "UTC" });
