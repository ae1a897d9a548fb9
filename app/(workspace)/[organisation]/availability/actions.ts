"use server";

import { action } from "@/lib/entry/action";
import { question } from "@/lib/entry/question";
import type { ActionResult } from "@/lib/platform/result";
import type { Outside } from "@/components/scheduling/outside-notice";
import { addHostDay, dropHostHours, removeHostDay, setHostHours } from "@/lib/scheduling/commands/availability";
import { outsideHours } from "@/lib/scheduling/outside-hours-query";
import type { OutsideInput } from "@/lib/scheduling/schemas";
import type { z } from "zod";

export const save = action(setHostHours);
export const drop = action(dropHostHours);
export const addDay = action(addHostDay);
export const dropDay = action(removeHostDay);

export async function outside(
  organisation: string,
  asked: z.input<typeof OutsideInput>,
): Promise<ActionResult<Outside>> {
  return question(outsideHours)(organisation, asked);
}
