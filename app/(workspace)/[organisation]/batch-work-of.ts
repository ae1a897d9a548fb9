import "server-only";
import { batchProgress, prepareRows, retryRows, startRows, stopRows, undoRows } from "./batch-actions";
import type { BatchSteps, BatchWork } from "@/components/batches/types";

/** What can be done with a batch that was started. */
export const batchStepsOf = (organisation: string): BatchSteps => ({
  progress: batchProgress.bind(null, organisation),
  stop: stopRows.bind(null, organisation),
  retry: retryRows.bind(null, organisation),
  undo: undoRows.bind(null, organisation),
  home: `/${organisation}`,
});

/** What the table of a list does to many rows of it. */
export const batchWorkOf = (organisation: string, list: string): BatchWork => ({
  prepare: prepareRows.bind(null, organisation, list),
  start: startRows.bind(null, organisation, list),
  steps: batchStepsOf(organisation),
});
