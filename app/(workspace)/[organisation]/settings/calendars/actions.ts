"use server";

import type { Ahead, AheadAsked } from "@/components/business-time/changes-ahead";
import { addCalendar, chooseDefault, removeCalendar, renameCalendar } from "@/lib/business-time/commands/calendars";
import { addDay, editDay, removeDay } from "@/lib/business-time/commands/days";
import { removeHours, setHours } from "@/lib/business-time/commands/hours";
import { holidaysOfPlace, whatChanges } from "@/lib/business-time/queries";
import { action } from "@/lib/entry/action";
import { question } from "@/lib/entry/question";
import type { ActionResult } from "@/lib/platform/result";
import { tasksDueOn } from "@/lib/programmes/queries/due-on";
import { whatIfCalendar } from "@/lib/sla/queries/what-if";

export const add = action(addCalendar);
export const rename = action(renameCalendar);
export const makeMain = action(chooseDefault);
export const remove = action(removeCalendar);
export const save = action(setHours);
export const takeBack = action(removeHours);
export const newDay = action(addDay);
export const changeDay = action(editDay);
export const dropDay = action(removeDay);

export async function holidays(
  organisation: string,
  place: { country: string; region: string },
): Promise<ActionResult<{ key: string; name: string; date: string }[]>> {
  return question(holidaysOfPlace)(organisation, place);
}

/** What a change of a calendar would say otherwise: its days, the tasks that are due on days that are closed then, and the promises that run. */
export async function ahead(organisation: string, asked: AheadAsked): Promise<ActionResult<Ahead>> {
  const result = await question(whatChanges)(organisation, asked);
  if (!result.ok) return result;
  const { days, total, earlier, zone, closed, counts } = result.data;
  const due = counts && closed.length > 0 ? await question(tasksDueOn)(organisation, { dates: closed }) : null;
  const clocks = await question(whatIfCalendar)(organisation, asked);
  return {
    ok: true,
    data: { days, total, earlier, zone, due: due?.ok ? due.data.tasks : 0, clocks: clocks.ok ? clocks.data : null },
  };
}
