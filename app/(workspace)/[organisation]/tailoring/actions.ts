"use server";

import { getTranslations } from "next-intl/server";
import { action } from "@/lib/entry/action";
import { question } from "@/lib/entry/question";
import { candidatesToTailor } from "@/lib/tailoring/candidates/to-tailor";
import { retryBatch, startBatch, stopBatch } from "@/lib/tailoring/tailored/batch-commands";
import type { ActionResult } from "@/lib/platform/result";
import { oneTailoringBatch } from "@/lib/tailoring/tailored/batch-queries";
import { batchInWords } from "@/lib/tailoring/tailored/tailoring-in-words";
import type { BatchView } from "@/lib/tailoring/tailored/tailoring-view";

export const start = action(startBatch);
export const stop = action(stopBatch);
export const everybody = question(candidatesToTailor);
export const retry = action(retryBatch);
const batchNow = question(oneTailoringBatch);

/** How far a batch is, in the reader's words. */
export async function progress(organisation: string, input: { id: string }): Promise<ActionResult<BatchView>> {
  const found = await batchNow(organisation, input);
  return found.ok ? { ok: true, data: batchInWords(await getTranslations(), found.data) } : found;
}
