import { z } from "zod";
import { ListState } from "@/lib/platform/list";

/** Rows in one batch. */
export const mostRows = 10_000;

export const batchStatuses = ["running", "stopped", "done", "failed"] as const;

const Given = z.record(z.string().max(40), z.string().max(10_000));

const Asked = {
  list: z.string().min(1).max(80),
  action: z.string().min(1).max(80),
  /** Which rows: chosen ones (`only`), or all that match but some (`except`). */
  state: ListState.omit({ after: true, before: true, limit: true }),
};

export const PrepareBatch = z.strictObject({ ...Asked, given: Given.default({}) });
export const StartBatch = z.strictObject({
  ...Asked,
  given: Given.default({}),
  /** How many rows the person was told. */
  expected: z.int().min(1),
});
export const BatchId = z.strictObject({ batchId: z.uuid("This is not a known batch.") });
