import { sameHours, type CalendarDay } from "@/lib/business-time/calendar-days";

/** How a day stands in a calendar, as it is marked there. */
export const looks = ["worked", "off", "holiday", "closed", "otherwise", "extra"] as const;

export type DayLook = (typeof looks)[number];

/** A day that the week leaves out and that is a holiday too is one that is never worked. */
export function dayLook({ hours, usual, holidays }: CalendarDay): DayLook {
  if (usual.length === 0) return hours.length === 0 ? "off" : "extra";
  if (hours.length === 0) return holidays.length > 0 ? "holiday" : "closed";
  return sameHours(hours, usual) ? "worked" : "otherwise";
}
