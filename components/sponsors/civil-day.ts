import type { useFormatter } from "next-intl";

/** A civil date as a person reads it: "3 Dec 2026". */
export const civilDay = (format: ReturnType<typeof useFormatter>, date: string): string =>
  format.dateTime(new Date(`${date}T12:00:00Z`), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
