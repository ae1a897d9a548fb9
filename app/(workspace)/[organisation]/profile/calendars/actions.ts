"use server";

import type { z } from "zod";
import { action } from "@/lib/entry/action";
import { currentActor } from "@/lib/identity/current-actor";
import { logger } from "@/lib/platform/log";
import type { ActionResult } from "@/lib/platform/result";
import type { CalendarFields } from "@/lib/scheduling/outside/calendar-schema";
import { addCalendar, askCalendar, removeCalendar } from "@/lib/scheduling/outside/calendars";
import { makeFeed, revokeFeed } from "@/lib/scheduling/outside/feed";
import { readCalendar } from "@/lib/scheduling/outside/read-calendar";

export const make = action(makeFeed);
export const revoke = action(revokeFeed);
export const remove = action(removeCalendar);

const addOne = action(addCalendar);
const askOne = action(askCalendar);

/** A calendar that was added is read at once, so that one sees whether it works. */
export async function add(
  organisation: string,
  input: z.input<typeof CalendarFields>,
): Promise<ActionResult<{ id: string }>> {
  const added = await addOne(organisation, input);
  if (added.ok) await readNow(organisation, added.data.id);
  return added;
}

export async function ask(organisation: string, input: { id: string }): Promise<ActionResult<{ id: string }>> {
  const asked = await askOne(organisation, input);
  if (asked.ok) await readNow(organisation, asked.data.id);
  return asked;
}

/** Where this fails the background does it in a minute. */
async function readNow(organisation: string, id: string): Promise<void> {
  try {
    await readCalendar((await currentActor(organisation)).organisation.id, id);
  } catch (error) {
    logger.error({ code: "scheduling.calendar_fault", calendarId: id, err: String(error) });
  }
}
