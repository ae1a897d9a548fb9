import { CsvError, parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";
import { decodeText, type TextEncodingName } from "@/lib/files/inspection/inspect-text";
import { delimiterOf } from "@/lib/imports/table";

/** A row of a file as it stands there: its line (from 1) and its cells. */
export interface RawRow {
  line: number;
  cells: string[];
}

export interface CsvRows {
  rows: RawRow[];
  encoding: TextEncodingName;
  delimiter: string;
}

/** A quotation mark that opens in this line and never closes. */
export class OpenQuotation extends Error {
  constructor(readonly line: number | null) {
    super("A quotation mark is not closed.");
    this.name = "OpenQuotation";
  }
}

/** Reads the rows of a CSV file. `delimiter` is found where none is given. Throws {@link OpenQuotation}, and nothing else for any bytes. */
export function readCsvRows(bytes: Uint8Array, given?: string): CsvRows {
  const { text, encoding } = decodeText(bytes);
  const delimiter = given ?? delimiterOf(text);
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      info: true,
    }) as unknown as Array<{ record: string[]; info: { lines: number } }>;
    // `lines` counts to the end of a record; one with line breaks in quotation marks began earlier.
    const rows = records.map(({ record, info }) => ({
      line: info.lines - record.join("").split("\n").length + 1,
      cells: record,
    }));
    return { rows, encoding, delimiter };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new OpenQuotation(typeof error.lines === "number" ? error.lines : null);
  }
}

/** Reads the rows of every sheet of an XLSX file, as people would type the cells; null where the file is damaged. */
export async function readSheetRows(bytes: Uint8Array): Promise<{ sheet: string; rows: RawRow[] }[] | null> {
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes));
    return sheets.map(({ sheet, data }) => ({
      sheet,
      rows: data.map((cells, at) => ({ line: at + 1, cells: cells.map(textOf) })),
    }));
  } catch {
    return null;
  }
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
