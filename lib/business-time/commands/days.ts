import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import { businessDays } from "@/db/schema/business-time";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { dayFromFields } from "../hours-from-fields";
import { hoursText } from "../hours-text";
import { changeCalendar } from "../change-calendar";
import type { DayRow } from "../load";
import { AddDayInput, DayId, EditDayInput } from "../schemas";

/** Most single days, or rows of them, that a calendar keeps. */
const mostDays = 500;

/** A day that is closed, or worked although the week says otherwise; or several in a row. */
export const addDay = command({
  name: "business-time.addDay",
  permission: "calendars:write",
  input: AddDayInput,
  example: ({ calendarId }) => ({
    ...{
      calendarId,
      kind: "closed" as const,
      name: "Move to the new office",
      fromOn: "2027-03-04",
      toOn: "2027-03-05",
    },
    hours: [{ from: "13:00", to: "18:00" }],
  }),
  undo: (_input, { id }: { id: string }) => ({ operation: "business-time.removeDay", input: { id } }),
  async run(context, { calendarId, ...fields }): Promise<{ id: string }> {
    return changeCalendar(context, calendarId, async () => {
      const [{ kept } = { kept: 0 }] = await context.tx
        .select({ kept: count() })
        .from(businessDays)
        .where(and(eq(businessDays.calendarId, calendarId), isNull(businessDays.deletedAt)));
      if (kept >= mostDays) throw new Refusal("limit", `A calendar keeps at most ${mostDays} days.`, "fromOn");
      const [made] = await context.tx
        .insert(businessDays)
        .values({ calendarId, ...dayFromFields(fields) })
        .returning();
      context.record("business-day", null, made!);
      return { id: made!.id };
    });
  },
});

export const editDay = command({
  name: "business-time.editDay",
  permission: "calendars:write",
  input: EditDayInput,
  example: ({ businessDayId }) => ({
    ...{ id: businessDayId, expectedVersion: 1, kind: "closed" as const, name: "Company outing" },
    ...{ fromOn: "2027-06-18", toOn: "2027-06-18", hours: [] },
  }),
  run: (context, { id, expectedVersion, ...fields }) =>
    changeDay(context, id, (before) => {
      assertVersion({ ...before, hours: (before.hours ?? []).map(hoursText) }, expectedVersion, "this day");
      return dayFromFields(fields);
    }),
});

export const removeDay = command({
  name: "business-time.removeDay",
  permission: "calendars:write",
  input: DayId,
  example: ({ businessDayId }) => ({ id: businessDayId }),
  undo: ({ id }) => ({ operation: "business-time.restoreDay", input: { id } }),
  run: (context, { id }) => changeDay(context, id, () => ({ deletedAt: context.now })),
});

export const restoreDay = command({
  name: "business-time.restoreDay",
  permission: "calendars:write",
  input: DayId,
  example: ({ businessDayId }) => ({ id: businessDayId }),
  run: (context, { id }) => changeDay(context, id, () => ({ deletedAt: null }), true),
});

async function dayById({ tx }: CommandContext, id: string, removedToo: boolean): Promise<DayRow> {
  const [row] = await tx
    .select()
    .from(businessDays)
    .where(and(eq(businessDays.id, id), removedToo ? undefined : isNull(businessDays.deletedAt)));
  if (!row) throw notFound("this day");
  return row;
}

/** Changes a day of a calendar that is held meanwhile. */
async function changeDay(
  context: CommandContext,
  id: string,
  changes: (before: DayRow) => Partial<typeof businessDays.$inferInsert>,
  removedToo = false,
): Promise<{ id: string }> {
  const { calendarId } = await dayById(context, id, removedToo);
  return changeCalendar(context, calendarId, async () => {
    const before = await dayById(context, id, removedToo);
    const [after] = await context.tx
      .update(businessDays)
      .set({ ...changes(before), version: before.version + 1, updatedAt: context.now })
      .where(eq(businessDays.id, id))
      .returning();
    context.record("business-day", before, after!);
    return { id };
  });
}
