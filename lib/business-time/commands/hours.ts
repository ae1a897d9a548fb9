import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { businessHours } from "@/db/schema/business-time";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { assertPlace, hoursFromFields, ofItsPlace } from "../hours-from-fields";
import { changeCalendar } from "../change-calendar";
import { hoursText } from "../hours-text";
import { rowsOf, type HoursRow } from "../load";
import { HoursId, SetHoursInput } from "../schemas";

/** Most changes that a calendar keeps. */
const mostChanges = 40;

/**
 * What holds from a day on: hours of the week, zone, holidays. What held before that day stays as it was; without a day it is what holds
 * since the beginning, which changes what was counted already.
 */
export const setHours = command({
  name: "business-time.setHours",
  permission: "calendars:write",
  input: SetHoursInput,
  example: ({ calendarId }) => ({
    ...{ calendarId, expectedVersion: 0, validFrom: "2027-01-01", timeZone: "Europe/Zurich" },
    week: [1, 2, 3, 4, 5, 6, 7].map((day) =>
      day < 6
        ? [
            { from: "08:30", to: "12:00" },
            { from: "13:00", to: "17:30" },
          ]
        : [],
    ),
    ...{ country: "CH", region: "ZH", workedHolidays: ["Tag der Arbeit"] },
    ownHolidays: [{ name: "Founding day", on: "12-24" }],
  }),
  async run(context, { calendarId, expectedVersion, ...fields }): Promise<{ id: string }> {
    const { tx, now, record } = context;
    await assertPlace(fields);
    return changeCalendar(context, calendarId, async () => {
      const { hours } = await rowsOf(context, calendarId);
      const said = await ofItsPlace(hoursFromFields(fields), now);
      const before = hours.find(({ validFrom }) => validFrom === said.validFrom);
      if (before) assertVersion(asFields(before), expectedVersion, "what holds from this day");
      if (!before && hours.length >= mostChanges)
        throw new Refusal("limit", `A calendar keeps at most ${mostChanges} changes.`, "validFrom");
      const [after] = before
        ? await tx
            .update(businessHours)
            .set({ ...said, version: before.version + 1, updatedAt: now })
            .where(eq(businessHours.id, before.id))
            .returning()
        : await tx
            .insert(businessHours)
            .values({ calendarId, ...said })
            .returning();
      record("business-hours", before ?? null, after!);
      return { id: after!.id };
    });
  },
});

/** What holds from a day, in the words of the form, for who saves it second. */
const asFields = ({ validFrom, week, ...row }: HoursRow) => ({
  ...row,
  validFrom: validFrom ?? "",
  week: week.map((day) => day.map(hoursText)),
});

/** Takes a change back: what held before it goes on. What holds since the beginning stays. */
export const removeHours = command({
  name: "business-time.removeHours",
  permission: "calendars:write",
  input: HoursId,
  example: ({ laterHoursId }) => ({ id: laterHoursId }),
  undo: ({ id }) => ({ operation: "business-time.restoreHours", input: { id } }),
  async run(context, { id }) {
    const { calendarId } = await hoursById(context, id, false);
    return changeCalendar(context, calendarId, async () => {
      const before = await hoursById(context, id, false);
      if (before.validFrom === null)
        throw new Refusal("state", "What holds since the beginning cannot be taken back, only changed.");
      await keep(context, before, context.now);
      return { id };
    });
  },
});

/** Brings a change back, unless another holds from its day by now. */
export const restoreHours = command({
  name: "business-time.restoreHours",
  permission: "calendars:write",
  input: HoursId,
  example: ({ laterHoursId }) => ({ id: laterHoursId }),
  async run(context, { id }) {
    const { calendarId, deletedAt } = await hoursById(context, id, true);
    if (!deletedAt) return { id };
    return changeCalendar(context, calendarId, async () => {
      const before = await hoursById(context, id, true);
      const { hours } = await rowsOf(context, calendarId);
      if (hours.some(({ validFrom }) => validFrom === before.validFrom))
        throw new Refusal("conflict", "Another change holds from this day by now.");
      await keep(context, before, null);
      return { id };
    });
  },
});

async function hoursById({ tx }: CommandContext, id: string, removedToo: boolean): Promise<HoursRow> {
  const [row] = await tx
    .select()
    .from(businessHours)
    .where(and(eq(businessHours.id, id), removedToo ? undefined : isNull(businessHours.deletedAt)));
  if (!row) throw notFound("this change");
  return row;
}

async function keep({ tx, now, record }: CommandContext, before: HoursRow, deletedAt: Date | null): Promise<void> {
  const [after] = await tx
    .update(businessHours)
    .set({ deletedAt, version: before.version + 1, updatedAt: now })
    .where(eq(businessHours.id, before.id))
    .returning();
  record("business-hours", before, after!);
}
