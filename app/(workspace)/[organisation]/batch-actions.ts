"use server";

import { action } from "@/lib/entry/action";
import { question } from "@/lib/entry/question";
import type { BatchRows, BatchView, PreparedBatch } from "@/components/batches/types";
import { retryBatch, startBatch, stopBatch, undoBatch } from "@/lib/batches/commands";
import { oneBatch, prepareBatch } from "@/lib/batches/queries";
import type { ActionResult } from "@/lib/platform/result";

/* What a table does to many rows of its list, in the shape in which it asks for it. */

interface Asked {
  action: string;
  state: BatchRows;
  given: Record<string, string>;
}

export async function prepareRows(
  organisation: string,
  list: string,
  asked: Asked,
): Promise<ActionResult<PreparedBatch>> {
  return question(prepareBatch)(organisation, { list, ...asked });
}

export async function startRows(
  organisation: string,
  list: string,
  asked: Asked & { expected: number },
): Promise<ActionResult<{ batchId: string; total: number }>> {
  return action(startBatch)(organisation, { list, ...asked });
}

export async function batchProgress(organisation: string, id: { batchId: string }): Promise<ActionResult<BatchView>> {
  return question(oneBatch)(organisation, id);
}

export async function stopRows(organisation: string, id: { batchId: string }): Promise<ActionResult<unknown>> {
  return action(stopBatch)(organisation, id);
}

export async function retryRows(organisation: string, id: { batchId: string }): Promise<ActionResult<unknown>> {
  return action(retryBatch)(organisation, id);
}

export async function undoRows(
  organisation: string,
  id: { batchId: string },
): Promise<ActionResult<{ batchId: string }>> {
  return action(undoBatch)(organisation, id);
}
