import { businessDaysBetween } from "@/lib/business-time/business-days";
import type { BusinessCalendar } from "@/lib/business-time/calendar";
import { addDays, daysBetween } from "@/lib/platform/civil-dates";

/** What a programme gets back for the days on which it stood still: business days for due dates, days for its last day. */
export interface Standstill {
  businessDays: number;
  days: number;
}

/**
 * How long a programme stood still from one day to the day on which it goes on. On that day as many business days are left until each due date
 * as there were on the first, and as many days until the last one.
 */
export const standstill = (from: string, to: string, calendar: BusinessCalendar): Standstill =>
  to <= from
    ? { businessDays: 0, days: 0 }
    : { businessDays: businessDaysBetween(from, to, calendar), days: daysBetween(from, to) };

/** The last day after a standstill; a programme without one has none after it either. */
export const movedEnd = (endsOn: string | null, { days }: Standstill): string | null => endsOn && addDays(endsOn, days);
