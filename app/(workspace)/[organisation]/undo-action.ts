"use server";

import { takeBack } from "@/lib/entry/take-back";
import type { Undo } from "@/lib/platform/operation";
import type { ActionResult } from "@/lib/platform/result";

/** Takes a change back, as the result of the change said how. It is a command like any other, with its own permission. */
export async function undoAction(organisation: string, undo: Undo): Promise<ActionResult<unknown>> {
  return takeBack(organisation, undo);
}
