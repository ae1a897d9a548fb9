import "server-only";
import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import { businessCalendars, businessDays, businessHours } from "@/db/schema/business-time";
import type { QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import type { StoredCalendar } from "./stored-calendar";

export type CalendarRow = typeof businessCalendars.$inferSelect;
export type HoursRow = typeof businessHours.$inferSelect;
export type DayRow = typeof businessDays.$inferSelect;

/** A calendar's rows: what holds from when, in order, and its single days. */
export interface CalendarRows extends StoredCalendar {
  hours: HoursRow[];
  days: DayRow[];
}

/** One calendar that was not taken away. */
export async function calendarById({ tx }: Pick<QueryContext, "tx">, id: string): Promise<CalendarRow> {
  const [row] = await tx
    .select()
    .from(businessCalendars)
    .where(and(eq(businessCalendars.id, id), isNull(businessCalendars.deletedAt)));
  if (!row) throw notFound("this calendar");
  return row;
}

/** What a calendar says; nothing of one that is not there. */
export async function rowsOf({ tx }: Pick<QueryContext, "tx">, calendarId: string | SQL): Promise<CalendarRows> {
  const hours = await tx
    .select()
    .from(businessHours)
    .where(and(eq(businessHours.calendarId, calendarId), isNull(businessHours.deletedAt)))
    .orderBy(asc(businessHours.validFrom));
  const days = await tx
    .select()
    .from(businessDays)
    .where(and(eq(businessDays.calendarId, calendarId), isNull(businessDays.deletedAt)))
    .orderBy(asc(businessDays.fromOn), asc(businessDays.id));
  // Postgres puts the row without a date last; it holds first.
  return {
    hours: [...hours.filter(({ validFrom }) => !validFrom), ...hours.filter(({ validFrom }) => validFrom)],
    days,
  };
}
