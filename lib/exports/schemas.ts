import { z } from "zod";
import { exportFormats, type ExportFormat } from "@/lib/exports/formats";
import { ListState } from "@/lib/platform/list";

/** How far a file is that is written in the background. */
export const exportStatuses = ["waiting", "running", "done", "failed"] as const;

/** Above this many rows a file is made in the background. */
export const rowsAtOnce = 5000;

export const ExportList = z.strictObject({
  list: z.string().min(1),
  format: z.enum(exportFormats, "Choose CSV or Excel."),
  state: ListState.omit({ after: true, before: true, limit: true }),
});

export const NoteExport = z.strictObject({ ...ExportList.shape, rows: z.int().min(0) });

export const mediaTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
