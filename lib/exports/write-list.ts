import "server-only";
import { sql } from "drizzle-orm";
import { byteOrderMark, csvLine } from "@/lib/exports/csv";
import { exportColumns, textOf, type ExportColumn, type ExportValue } from "@/lib/exports/columns";
import type { ExportFormat } from "@/lib/exports/formats";
import { writeSheet } from "@/lib/exports/write-table";
import type { PersonActor } from "@/lib/platform/actor";
import { withFields } from "@/lib/platform/list-fields";
import { readAll, rowsMatching, type List, type ListState } from "@/lib/platform/list";
import type { ListRow } from "@/lib/platform/list-types";
import type { QueryContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

/** Rows that fit into a sheet that is still opened quickly; a CSV has no such limit. */
const mostRowsOfSheet = 200_000;

export interface WriteList {
  definition: List;
  state: ListState;
  format: ExportFormat;
  /** Rows that a sheet may have, {@link mostRowsOfSheet} unless said. */
  mostInSheet?: number;
  /** Called after every thousand rows. */
  onProgress?(rows: number): Promise<void>;
}

/**
 * A list as a file, exactly the rows that its reader may see with this state, read page by page in the context's
 * transaction. The only exporter there is, so that the guard against formulas cannot be forgotten. Refuses a sheet of more rows
 * than it holds before the first one is read: a file that ends early looks like the whole list.
 */
export async function* writeList(
  context: QueryContext & { actor: PersonActor },
  { definition: declared, state, format, mostInSheet = mostRowsOfSheet, onProgress }: WriteList,
): AsyncGenerator<Uint8Array> {
  const definition = await withFields(context, declared);
  const columns = await exportColumns(definition, context.actor);
  if (format === "xlsx") await assertFitsSheet(context, definition, state, mostInSheet);
  const rows = counted(readAll(context, definition, state), onProgress);
  const keys = definition.columns.map(({ key }) => key);
  if (format === "csv") yield* csvOf(columns, keys, rows);
  else yield* sheetOf(columns, keys, rows);
}

async function assertFitsSheet(context: QueryContext, definition: List, state: ListState, most: number): Promise<void> {
  const { from, where } = await rowsMatching(context, definition, state);
  const found = await context.tx.execute(sql`
    select count(*)::int as rows from (select 1 from ${from} where ${where} limit ${most + 1}) as matching`);
  const { rows } = (found as unknown as { rows: [{ rows: number }] }).rows[0];
  if (rows <= most) return;
  const words = `An Excel file holds at most ${most.toLocaleString("en")} rows, and this list has more.`;
  throw new Refusal("limit", `${words} Take it as CSV, or narrow the filters.`);
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

async function* sheetOf(
  columns: readonly ExportColumn[],
  keys: readonly string[],
  rows: AsyncIterable<ListRow>,
): AsyncGenerator<Uint8Array> {
  const data: ExportValue[][] = [];
  for await (const { cells } of rows) data.push(columns.map((column, at) => column.valueOf(cells[keys[at]!])));
  yield await writeSheet(
    columns.map(({ title }) => title),
    data,
  );
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
