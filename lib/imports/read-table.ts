import "server-only";
import { OpenQuotation, readCsvRows, readSheetRows } from "@/lib/imports/read-rows";
import { tableOf, type Table } from "@/lib/imports/table";
import { Refusal } from "@/lib/platform/refusal";

/** Reads the table of a CSV or XLSX file (the first sheet that holds something). Refuses what holds none. */
export async function readTable(bytes: Uint8Array, mediaType: string): Promise<Table> {
  const table = mediaType.includes("spreadsheetml") ? await readSheet(bytes) : readCsv(bytes, mediaType);
  if (!table) throw new Refusal("invalid", "This file is empty.", "fileId");
  if (table.rows.length === 0)
    throw new Refusal("invalid", "This file has a line of titles, but no rows below it.", "fileId");
  return table;
}

function readCsv(bytes: Uint8Array, mediaType: string): Table | null {
  if (!mediaType.startsWith("text/"))
    throw new Refusal("invalid", "This is no table. Use a CSV or an Excel file (XLSX).", "fileId");
  try {
    const { rows, encoding, delimiter } = readCsvRows(bytes);
    return tableOf(rows, { kind: "csv", encoding, delimiter });
  } catch (error) {
    if (!(error instanceof OpenQuotation)) throw error;
    throw new Refusal(
      "invalid",
      `From line ${String(error.line ?? "?")} on this file cannot be read: a quotation mark is not closed.`,
      "fileId",
    );
  }
}

async function readSheet(bytes: Uint8Array): Promise<Table | null> {
  const sheets = await readSheetRows(bytes);
  if (!sheets)
    throw new Refusal("invalid", "This spreadsheet cannot be read. Open it in Excel, save it and try again.", "fileId");
  for (const { sheet, rows } of sheets) {
    const table = tableOf(rows, { kind: "xlsx", sheet });
    if (table) return table;
  }
  return null;
}
