"use server";

import { unstable_rethrow } from "next/navigation";
import { action } from "@/lib/entry/action";
import { refusalResult } from "@/lib/entry/refusal-result";
import { requestFacts } from "@/lib/entry/request";
import { currentActor } from "@/lib/identity/current-actor";
import { finishInventory, saveInventory, shareInventory } from "@/lib/inventories/commands/fill";
import type { Inventory, ItemAnswers } from "@/lib/inventories/items";
import { execute } from "@/lib/platform/execute";
import type { ActionResult } from "@/lib/platform/result";

export const share = action(shareInventory);
const end = action(finishInventory);

/** Keeps answers. The page shows them already, so it is not read anew. */
export async function keep(
  organisation: string,
  inventory: Inventory,
  answers: ItemAnswers,
): Promise<ActionResult<unknown>> {
  const request = await requestFacts();
  try {
    const actor = await currentActor(organisation);
    const { output } = await execute(saveInventory, actor, { inventory, answers: { ...answers } }, request);
    return { ok: true, data: output };
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, refusal: refusalResult(error, request.requestId) };
  }
}

export async function finish(organisation: string, inventory: Inventory): Promise<ActionResult<unknown>> {
  return end(organisation, { inventory });
}
