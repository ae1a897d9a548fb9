import "server-only";
import type { z } from "zod";
import type { QueryContext } from "@/lib/platform/operation";
import { assertPlace, dayFromFields, hoursFromFields, ofItsPlace } from "./hours-from-fields";
import { calendarById, rowsOf, type CalendarRows } from "./load";
import type { WhatChangesInput } from "./schemas";
import type { StoredCalendar } from "./stored-calendar";

/** A calendar as it is, and as it would be if somebody saved what they are about to. */
export async function askedChange(
  context: Pick<QueryContext, "tx" | "now">,
  { calendarId, hours, day, dayId }: z.output<typeof WhatChangesInput>,
): Promise<{ isDefault: boolean; before: CalendarRows; after: StoredCalendar }> {
  const { isDefault } = await calendarById(context, calendarId);
  const before = await rowsOf(context, calendarId);
  const after: StoredCalendar = { ...before };
  if (hours) {
    await assertPlace(hours);
    const said = await ofItsPlace(hoursFromFields(hours), context.now);
    after.hours = [...before.hours.filter(({ validFrom }) => validFrom !== said.validFrom), said];
  }
  if (day) after.days = [...before.days.filter(({ id }) => id !== dayId), dayFromFields(day)];
  else if (dayId) after.days = before.days.filter(({ id }) => id !== dayId);
  return { isDefault, before, after };
}
