import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { businessCalendars, businessDays, businessHours } from "@/db/schema/business-time";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { announce, calendarToChange, touch } from "../change-calendar";
import { rowsOf, type CalendarRow } from "../load";
import { firstHours } from "../organisation-calendar";
import { CalendarId, CalendarName, RenameCalendarInput } from "../schemas";

/** Most calendars that an organisation keeps. */
const mostCalendars = 50;

/**
 * The calendar with which an organisation begins: Monday to Friday, nine to five in its zone, less the public holidays of its place. Made where
 * there never was one.
 */
export const beginCalendars = command({
  name: "business-time.begin",
  permission: "calendars:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context): Promise<{ id: string }> {
    const { tx, organisation } = context;
    await oneAfterTheOther(context);
    const [known] = await tx
      .select({ id: businessCalendars.id })
      .from(businessCalendars)
      .where(eq(businessCalendars.isDefault, true));
    if (known) return known;
    const made = await insertCalendar(context, "Office hours", true);
    const [hours] = await tx
      .insert(businessHours)
      .values({ calendarId: made.id, ...(await firstHours(organisation)) })
      .returning();
    context.record("business-hours", null, hours!);
    return { id: made.id };
  },
});

/** Another calendar, which says at first what the default one does. */
export const addCalendar = command({
  name: "business-time.addCalendar",
  permission: "calendars:write",
  input: CalendarName,
  example: () => ({ name: "Office in Lyon" }),
  undo: (_input, { id }: { id: string }) => ({ operation: "business-time.removeCalendar", input: { id } }),
  async run(context, { name }): Promise<{ id: string }> {
    const { tx, record } = context;
    await oneAfterTheOther(context);
    const all = await tx.select().from(businessCalendars).where(isNull(businessCalendars.deletedAt));
    if (all.length >= mostCalendars)
      throw new Refusal("limit", `There is room for ${mostCalendars} calendars. Take one away first.`, "name");
    await assertFreeName(context, name);
    const standard = all.find(({ isDefault }) => isDefault) ?? { id: (await context.call(beginCalendars, {})).id };
    const { hours, days } = await rowsOf(context, standard.id);
    const made = await insertCalendar(context, name, false);
    for (const { validFrom, timeZone, week, country, region, workedHolidays, ownHolidays } of hours) {
      const says = { validFrom, timeZone, week, country, region, workedHolidays, ownHolidays };
      const [row] = await tx
        .insert(businessHours)
        .values({ calendarId: made.id, ...says })
        .returning();
      record("business-hours", null, row!);
    }
    for (const { kind, name: of, fromOn, toOn, hours: some } of days) {
      const says = { kind, name: of, fromOn, toOn, hours: some };
      const [row] = await tx
        .insert(businessDays)
        .values({ calendarId: made.id, ...says })
        .returning();
      record("business-day", null, row!);
    }
    return { id: made.id };
  },
});

export const renameCalendar = command({
  name: "business-time.renameCalendar",
  permission: "calendars:write",
  input: RenameCalendarInput,
  example: ({ calendarId }) => ({ id: calendarId, expectedVersion: 1, name: "Office in Basel" }),
  async run(context, { id, expectedVersion, name }) {
    const before = await calendarToChange(context, id);
    assertVersion(before, expectedVersion, "this calendar");
    await assertFreeName(context, name, id);
    await touch(context, before, { name, nameKey: nameKey(name) });
    return { id };
  },
});

/** By which calendar all is counted that names none. */
export const chooseDefault = command({
  name: "business-time.chooseDefault",
  permission: "calendars:write",
  input: CalendarId,
  example: ({ otherCalendarId }) => ({ id: otherCalendarId }),
  undo: (_input, { former }: { id: string; former: string | null }) =>
    former ? { operation: "business-time.chooseDefault", input: { id: former } } : null,
  async run(context, { id }): Promise<{ id: string; former: string | null }> {
    await oneAfterTheOther(context);
    const chosen = await calendarToChange(context, id);
    if (chosen.isDefault) return { id, former: null };
    const [former] = await context.tx
      .select()
      .from(businessCalendars)
      .where(eq(businessCalendars.isDefault, true))
      .for("update");
    if (former) await touch(context, former, { isDefault: false });
    await touch(context, chosen, { isDefault: true });
    if (former)
      await announce(context, { id, isDefault: true }, await rowsOf(context, former.id), await rowsOf(context, id));
    return { id, former: former?.id ?? null };
  },
});

/** Takes a calendar away. The default one stays: there is always one to count by. */
export const removeCalendar = command({
  name: "business-time.removeCalendar",
  permission: "calendars:write",
  input: CalendarId,
  example: ({ otherCalendarId }) => ({ id: otherCalendarId }),
  undo: ({ id }) => ({ operation: "business-time.restoreCalendar", input: { id } }),
  async run(context, { id }) {
    const before = await calendarToChange(context, id);
    if (before.isDefault)
      throw new Refusal("state", "This calendar holds wherever none is chosen. Choose another for that first.");
    await touch(context, before, { deletedAt: context.now });
    return { id };
  },
});

/** Brings a calendar back, unless another has its name by now. */
export const restoreCalendar = command({
  name: "business-time.restoreCalendar",
  permission: "calendars:write",
  input: CalendarId,
  example: ({ otherCalendarId }) => ({ id: otherCalendarId }),
  async run(context, { id }) {
    const [before] = await context.tx
      .select()
      .from(businessCalendars)
      .where(eq(businessCalendars.id, id))
      .for("update");
    if (!before) throw notFound("this calendar");
    if (!before.deletedAt) return { id };
    await assertFreeName(context, before.name);
    await touch(context, before, { deletedAt: null });
    return { id };
  },
});

async function insertCalendar({ tx, record }: CommandContext, name: string, isDefault: boolean): Promise<CalendarRow> {
  const [made] = await tx
    .insert(businessCalendars)
    .values({ name, nameKey: nameKey(name), isDefault })
    .returning();
  record("business-calendar", null, made!);
  return made!;
}

/** Two who make or choose calendars at the same moment wait for one another. */
const oneAfterTheOther = ({ tx, organisation }: CommandContext) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`business-time/${organisation.id}`}, 0))`);

async function assertFreeName({ tx }: CommandContext, name: string, but?: string): Promise<void> {
  const [taken] = await tx
    .select({ id: businessCalendars.id })
    .from(businessCalendars)
    .where(
      and(
        eq(businessCalendars.nameKey, nameKey(name)),
        isNull(businessCalendars.deletedAt),
        but ? ne(businessCalendars.id, but) : undefined,
      ),
    );
  if (taken) throw new Refusal("conflict", "Another calendar has this name.", "name");
}
