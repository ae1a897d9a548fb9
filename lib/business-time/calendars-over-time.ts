import "server-only";
import { and, asc, inArray, isNull, sql } from "drizzle-orm";
import { businessCalendarPasts, businessDays, businessHours } from "@/db/schema/business-time";
import type { QueryContext } from "@/lib/platform/operation";
import type { BusinessCalendar } from "./calendar";
import { calendarFrom } from "./stored-calendar";

/** What a calendar said until a moment at which it was changed; the last one, which it says now, has no end. */
export interface CalendarOverTime {
  until: Date | null;
  calendar: BusinessCalendar;
}

/** All that some calendars ever said, each in order of time. Calendars that were taken away go on being counted by. */
export async function calendarsOverTime(
  { tx }: Pick<QueryContext, "tx">,
  ids: readonly string[],
): Promise<Map<string, CalendarOverTime[]>> {
  const found = new Map<string, CalendarOverTime[]>();
  if (ids.length === 0) return found;
  const pasts = await tx
    .select()
    .from(businessCalendarPasts)
    .where(inArray(businessCalendarPasts.calendarId, [...ids]))
    .orderBy(asc(businessCalendarPasts.until), asc(businessCalendarPasts.id));
  const hours = await tx
    .select()
    .from(businessHours)
    .where(and(inArray(businessHours.calendarId, [...ids]), isNull(businessHours.deletedAt)))
    .orderBy(sql`${businessHours.validFrom} asc nulls first`);
  const days = await tx
    .select()
    .from(businessDays)
    .where(and(inArray(businessDays.calendarId, [...ids]), isNull(businessDays.deletedAt)))
    .orderBy(asc(businessDays.fromOn), asc(businessDays.id));
  for (const id of ids) {
    const over: CalendarOverTime[] = [];
    for (const { calendarId, until, said } of pasts)
      if (calendarId === id) over.push({ until, calendar: await calendarFrom(said) });
    const now = {
      hours: hours.filter(({ calendarId }) => calendarId === id),
      days: days.filter(({ calendarId }) => calendarId === id),
    };
    if (now.hours.length > 0) over.push({ until: null, calendar: await calendarFrom(now) });
    found.set(id, over);
  }
  return found;
}
