"use server";

import { action } from "@/lib/entry/action";
import { question } from "@/lib/entry/question";
import type { ActionResult } from "@/lib/platform/result";
import {
  deleteView,
  renameView,
  restoreView,
  saveView,
  setDefaultView,
  shareView,
  updateView,
} from "@/lib/records/commands/views";
import { removedViews, viewSharing } from "@/lib/records/queries/views";

/* Saved views of any list, in the shape in which the table asks for them. */

export async function saveListView(
  organisation: string,
  list: string,
  { name, search }: { name: string; search: string },
): Promise<ActionResult<{ id: string }>> {
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

export async function shareListView(
  organisation: string,
  input: { id: string; with: "nobody" | "everybody" | "team"; teamId?: string },
): Promise<ActionResult<unknown>> {
  return action(shareView)(organisation, input);
}

export async function listViewSharing(
  organisation: string,
): Promise<ActionResult<{ everybody: boolean; teams: { id: string; name: string }[] }>> {
  return question(viewSharing)(organisation, {});
}

export async function setDefaultListView(
  organisation: string,
  list: string,
  { id }: { id: string | null },
): Promise<ActionResult<unknown>> {
  return action(setDefaultView)(organisation, { list, viewId: id });
}

export async function removeListView(organisation: string, { id }: { id: string }): Promise<ActionResult<unknown>> {
  return action(deleteView)(organisation, { id });
}

export async function restoreListView(organisation: string, { id }: { id: string }): Promise<ActionResult<unknown>> {
  return action(restoreView)(organisation, { id });
}

export async function removedListViews(
  organisation: string,
  list: string,
): Promise<ActionResult<{ id: string; name: string; removedAt: Date | null }[]>> {
  return question(removedViews)(organisation, { list });
}
