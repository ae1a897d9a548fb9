import "server-only";
import { CsvError, parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";
import { decodeText } from "@/lib/files/inspection/inspect-text";
import { delimiterOf, tableOf, type Table } from "@/lib/imports/table";
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
  const { text, encoding } = decodeText(bytes);
  const delimiter = delimiterOf(text);
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      info: true,
    }) as unknown as Array<{ record: string[]; info: { lines: number } }>;
    // `lines` counts to the end of a record; one with line breaks in quotation marks began earlier.
    const lines = records.map(({ record, info }) => ({
      line: info.lines - record.join("").split("\n").length + 1,
      cells: record,
    }));
    return tableOf(lines, { kind: "csv", encoding, delimiter });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal(
      "invalid",
      `From line ${String(error.lines ?? "?")} on this file cannot be read: a quotation mark is not closed.`,
      "fileId",
    );
  }
}

async function readSheet(bytes: Uint8Array): Promise<Table | null> {
  let sheets;
  try {
    sheets = await readXlsxFile(Buffer.from(bytes));
  } catch {
    throw new Refusal("invalid", "This spreadsheet cannot be read. Open it in Excel, save it and try again.", "fileId");
  }
  for (const { sheet, data } of sheets) {
    const lines = data.map((cells, at) => ({ line: at + 1, cells: cells.map(textOf) }));
    const table = tableOf(lines, { kind: "xlsx", sheet });
    if (table) return table;
  }
  return null;
}

/** A cell as a person would type it: dates as 2026-11-21, moments with their time. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) {
    const iso = cell.toISOString();
    return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso;
  }
  return String(cell);
}
