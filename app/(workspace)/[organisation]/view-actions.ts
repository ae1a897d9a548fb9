"use server";

import { action } from "@/lib/entry/action";
import type { ActionResult } from "@/lib/platform/result";
import { deleteView, renameView, saveView, updateView } from "@/lib/records/commands/views";

/* Saved views of any list, in the shape in which the table asks for them. */

export async function saveListView(
  organisation: string,
  list: string,
  { name, search }: { name: string; search: string },
): Promise<ActionResult<unknown>> {
  return action(saveView)(organisation, { list, name, state: search });
}

export async function renameListView(
  organisation: string,
  { id, name }: { id: string; name: string },
): Promise<ActionResult<unknown>> {
  return action(renameView)(organisation, { id, name });
}

export async function updateListView(
  organisation: string,
  { id, search }: { id: string; search: string },
): Promise<ActionResult<unknown>> {
  return action(updateView)(organisation, { id, state: search });
}

export async function removeListView(organisation: string, { id }: { id: string }): Promise<ActionResult<unknown>> {
  return action(deleteView)(organisation, { id });
}
