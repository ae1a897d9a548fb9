import type { BatchView as WholeView } from "@/lib/batches/queries";
import type { ListState } from "@/lib/platform/list";
import type { ActionResult } from "@/lib/platform/result";

type Answer<Data> = Promise<ActionResult<Data>>;

/** Which rows: chosen ones, or all that match but some. */
export type BatchRows = Pick<ListState, "q" | "filters" | "only" | "except">;

export interface PreparedBatch {
  total: number;
  most: number;
  refused: { reason: string; count: number; names: string[] }[];
  fields: {
    name: string;
    kind: "choice" | "text";
    options?: readonly { value: string; label: string; hint?: string }[];
  }[];
}

/** How far a batch is; of which list and since when is shown elsewhere. */
export type BatchView = Omit<WholeView, "list" | "at">;

/** What a table does to many rows of its list. */
export interface BatchWork {
  prepare: (input: { action: string; state: BatchRows; given: Record<string, string> }) => Answer<PreparedBatch>;
  start: (input: {
    action: string;
    state: BatchRows;
    given: Record<string, string>;
    expected: number;
  }) => Answer<{ batchId: string; total: number }>;
  steps: BatchSteps;
}

/** What can be done with a batch that was started. */
export interface BatchSteps {
  progress: (input: { batchId: string }) => Answer<BatchView>;
  stop: (input: { batchId: string }) => Answer<unknown>;
  retry: (input: { batchId: string }) => Answer<unknown>;
  undo: (input: { batchId: string }) => Answer<{ batchId: string }>;
  /** The organisation's address: "/alder-quay". */
  home: string;
}
