import "server-only";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import { byteOrderMark, csvLine } from "@/lib/exports/csv";
import { exportColumns, textOf, type ExportColumn } from "@/lib/exports/columns";
import type { ExportFormat } from "@/lib/exports/schemas";
import type { PersonActor } from "@/lib/platform/actor";
import { withFields } from "@/lib/platform/list-fields";
import { readAll, type List, type ListState } from "@/lib/platform/list";
import type { ListRow } from "@/lib/platform/list-types";
import type { QueryContext } from "@/lib/platform/operation";

/** Rows that fit into a sheet that is still opened quickly; a CSV has no such limit. */
const mostRowsOfSheet = 200_000;

export interface WriteList {
  definition: List;
  state: ListState;
  format: ExportFormat;
  /** Called after every thousand rows. */
  onProgress?(rows: number): Promise<void>;
}

/**
 * A list as a file, exactly the rows that its reader may see with this state, read page by page in the context's
 * transaction. The only exporter there is, so that the guard against formulas cannot be forgotten.
 */
export async function* writeList(
  context: QueryContext & { actor: PersonActor },
  { definition: declared, state, format, onProgress }: WriteList,
): AsyncGenerator<Uint8Array> {
  const definition = await withFields(context, declared);
  const columns = await exportColumns(definition, context.actor);
  const rows = counted(
    readAll(context, definition, state, format === "xlsx" ? mostRowsOfSheet : undefined),
    onProgress,
  );
  const keys = definition.columns.map(({ key }) => key);
  if (format === "csv") yield* csvOf(columns, keys, rows);
  else yield* sheetOf(columns, keys, rows);
}

async function* csvOf(
  columns: readonly ExportColumn[],
  keys: readonly string[],
  rows: AsyncIterable<ListRow>,
): AsyncGenerator<Uint8Array> {
  let text = byteOrderMark + csvLine(columns.map(({ title }) => title));
  for await (const { cells } of rows) {
    text += csvLine(columns.map((column, at) => textOf(column.valueOf(cells[keys[at]!]))));
    if (text.length < 64 * 1024) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text) yield Buffer.from(text);
}

/** Text cells are typed as text, so that no spreadsheet takes them for formulas. */
async function* sheetOf(
  columns: readonly ExportColumn[],
  keys: readonly string[],
  rows: AsyncIterable<ListRow>,
): AsyncGenerator<Uint8Array> {
  const cell = (value: ReturnType<ExportColumn["valueOf"]>) => {
    if (value === null) return null;
    if (typeof value === "number") return { value, type: Number };
    return typeof value === "boolean" ? { value, type: Boolean } : { value, type: String };
  };
  const data: SheetData = [columns.map(({ title }) => ({ value: title, type: String, fontWeight: "bold" }))];
  for await (const { cells } of rows) data.push(columns.map((column, at) => cell(column.valueOf(cells[keys[at]!]))));
  const buffer = await writeXlsxFile(data, { stickyRowsCount: 1 }).toBuffer();
  yield buffer;
}

async function* counted(
  rows: AsyncIterable<ListRow>,
  onProgress?: (rows: number) => Promise<void>,
): AsyncGenerator<ListRow> {
  let count = 0;
  for await (const row of rows) {
    yield row;
    count += 1;
    if (onProgress && count % 1000 === 0) await onProgress(count);
  }
  if (onProgress) await onProgress(count);
}
