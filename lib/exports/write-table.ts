import "server-only";
import writeXlsxFile from "write-excel-file/node";
import { byteOrderMark, csvLine } from "@/lib/exports/csv";
import { textOf, type ExportValue } from "@/lib/exports/columns";
import type { ExportFormat } from "@/lib/exports/formats";

/** A sheet of typed cells: text is typed as text, so that no spreadsheet takes it for a formula. */
export function writeSheet(head: readonly string[], rows: ReadonlyArray<readonly ExportValue[]>): Promise<Buffer> {
  const cell = (value: ExportValue) => {
    if (value === null) return null;
    if (typeof value === "number") return { value, type: Number };
    return typeof value === "boolean" ? { value, type: Boolean } : { value, type: String };
  };
  const titles = head.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  return writeXlsxFile([titles, ...rows.map((row) => row.map(cell))], { stickyRowsCount: 1 }).toBuffer();
}

/** A small table that is no list, as a file: one page's figures that a person takes along. */
export async function writeTable(
  head: readonly string[],
  rows: ReadonlyArray<readonly ExportValue[]>,
  format: ExportFormat,
): Promise<Buffer> {
  if (format === "xlsx") return writeSheet(head, rows);
  return Buffer.from(byteOrderMark + [head, ...rows.map((row) => row.map(textOf))].map(csvLine).join(""));
}
