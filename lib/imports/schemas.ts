import { z } from "zod";

export const importStates = [
  "uploaded",
  "mapped",
  "previewed",
  "running",
  "done",
  "cancelled",
  "undoing",
  "undone",
  "failed",
] as const;
export type ImportState = (typeof importStates)[number];

export const rowStatuses = [
  "staged",
  "valid",
  "faulty",
  "repeated",
  "known",
  "created",
  "refused",
  "undone",
  "kept",
] as const;
export type RowStatus = (typeof rowStatuses)[number];

export type RowCounts = Partial<Record<RowStatus, number>>;

export const ImportId = z.strictObject({ importId: z.uuid() });

export const CreateImport = z.strictObject({
  target: z.string().min(1, "Choose what to import."),
  fileId: z.uuid("Upload a file first."),
  /** The record that all rows belong to, so that none of them must name it. */
  withinId: z.uuid("This is not a known record.").optional(),
});

/** A kind of import, on the page of a record. */
export const WithinInput = z.strictObject({ target: z.string(), withinId: z.uuid("This is not a known record.") });

export const MapImport = z.strictObject({
  importId: z.uuid(),
  /** Field → place of the column, from 0. Fields that are left out are not imported. */
  mapping: z.record(z.string(), z.int().min(0)),
});

/** Where one stands in an import: what its page and its entry in the list show. */
export interface ImportView {
  id: string;
  target: string;
  fileName: string;
  /** The record that all rows belong to; null without one, and for whom does not see it. */
  within: ImportWithin | null;
  state: ImportState;
  columns: Array<{ name: string; samples: string[]; target: string | null }>;
  rows: number;
  counts: RowCounts;
  startedBy: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

/** The record on whose page an import was begun. */
export interface ImportWithin {
  id: string;
  title: string;
  /** Below `/[organisation]`. */
  path: string;
}

/** One value that cannot be taken. */
export interface ImportProblem {
  row: number;
  /** Field of the target; "" for the row as a whole. */
  field: string;
  value: string;
  problem: string;
}
