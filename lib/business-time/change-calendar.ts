import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { businessCalendarPasts, businessCalendars } from "@/db/schema/business-time";
import { addDays, civilDate } from "@/lib/platform/civil-dates";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { changedDays } from "./calendar-days";
import { rowsOf, type CalendarRow } from "./load";
import { calendarFrom, sayingOf, type StoredCalendar } from "./stored-calendar";

type Changes = Partial<typeof businessCalendars.$inferInsert>;

/**
 * Changes what a calendar says; whoever changes it too waits. What it said until now is kept. Its version rises, so that two who change it do not write
 * over each other, and what is counted by it hears of the days of the coming year that are closed from now on.
 */
export async function changeCalendar<Output>(
  context: CommandContext,
  id: string,
  change: (calendar: CalendarRow) => Promise<Output>,
): Promise<Output> {
  const calendar = await calendarToChange(context, id);
  const before = await rowsOf(context, id);
  const output = await change(calendar);
  await context.tx.insert(businessCalendarPasts).values({ calendarId: id, until: context.now, said: sayingOf(before) });
  await touch(context, calendar);
  await announce(context, calendar, before, await rowsOf(context, id));
  return output;
}

/** A calendar that was not taken away, held until the transaction ends. */
export async function calendarToChange({ tx }: CommandContext, id: string): Promise<CalendarRow> {
  const [row] = await tx
    .select()
    .from(businessCalendars)
    .where(and(eq(businessCalendars.id, id), isNull(businessCalendars.deletedAt)))
    .for("update");
  if (!row) throw notFound("this calendar");
  return row;
}

/** Writes down a change of the calendar's own row. */
export async function touch(
  { tx, now, record }: CommandContext,
  before: CalendarRow,
  changes: Changes = {},
): Promise<void> {
  const [after] = await tx
    .update(businessCalendars)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(businessCalendars.id, before.id))
    .returning();
  record("business-calendar", before, after!);
}

/** Tells who counts by a calendar that it says something else, and which days of the coming year are closed that were not. */
export async function announce(
  { now, organisation, emit }: CommandContext,
  { id, isDefault }: Pick<CalendarRow, "id" | "isDefault">,
  before: StoredCalendar,
  after: StoredCalendar,
): Promise<void> {
  const today = civilDate(now, organisation.timeZone);
  const changed = changedDays(today, addDays(today, 365), await calendarFrom(before), await calendarFrom(after));
  const closed = changed.filter((day) => day.after.length === 0).map(({ date }) => date);
  emit("business-time.calendar-changed", { calendarId: id, counts: isDefault, closed });
}
