import { inspectUpload } from "@/lib/documents/package/inspect";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { OpenQuotation, readCsvRows, readSheetRows, type RawRow } from "@/lib/imports/read-rows";
import { delimiterOf } from "@/lib/imports/table";
import { plainText, readDocumentText } from "@/lib/tailoring/document-text";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { PointCollection } from "./collect-points";
import { columnKind } from "./column-names";
import { parsePoints } from "./parse-points";
import { longestTechnology, type ReadPoints } from "./points";
import { readPointsJson } from "./read-points-json";
import { readPointsTable } from "./read-points-table";

const none: readonly OwnTechnology[] = [];

export type PointsFormat = "json" | "csv" | "xlsx" | "document" | "text";

/**
 * Reads points from a file: JSON, CSV (any usual delimiter and encoding), XLSX (all sheets), DOCX, PDF or text. What the file is, its content
 * says; the name only tells CSV from text. Problems name the line: of the text, the row of a sheet, the paragraph of a document. Throws
 * {@link UnreadableFile} for files that cannot be read at all, and nothing else. `own` as in parsePoints.
 */
export async function readPointsFile(
  bytes: Uint8Array,
  fileName: string,
  own: readonly OwnTechnology[] = none,
): Promise<ReadPoints & { format: PointsFormat }> {
  const { kind } = inspectUpload(bytes, fileName);
  if (kind === "xlsx") return { ...(await readSheets(bytes, own)), format: "xlsx" };
  if (kind !== "other") return { ...parsePoints(await readDocumentText(bytes, fileName), own), format: "document" };
  const text = plainText(bytes, fileName).replace(/^\ufeff/, "");
  if (/^\s*[[{]/.test(text) && !/^\s*\[[^"{[\]\n]*\]\s*\S/.test(text))
    return { ...readPointsJson(text), format: "json" };
  const titled = titledBy(text);
  if (titled !== null || /\.(?:csv|tsv)$/i.test(fileName))
    return { ...readCsv(bytes, titled ?? delimiterFor(text), own), format: "csv" };
  return { ...parsePoints(text, own), format: "text" };
}

async function readSheets(bytes: Uint8Array, own: readonly OwnTechnology[]): Promise<ReadPoints> {
  const sheets = await readSheetRows(bytes);
  if (!sheets) throw new UnreadableFile("damaged-archive");
  const collection = new PointCollection();
  for (const { sheet, rows } of sheets) collection.take(readPointsTable(rows, own, sheet));
  return collection.result();
}

/** What can be read up to a quotation mark that never closes is kept. */
function readCsv(bytes: Uint8Array, delimiter: string, own: readonly OwnTechnology[]): ReadPoints {
  const rows = csvRows(bytes, delimiter);
  if (rows) return readPointsTable(rows, own);
  const text = plainText(bytes, "");
  const open = openQuotation(text, delimiter);
  const before = text
    .split(/\r\n?|\n/)
    .slice(0, open - 1)
    .join("\n");
  const collection = new PointCollection();
  collection.take(readPointsTable(csvRows(new TextEncoder().encode(before), delimiter) ?? [], own));
  collection.problem("open-quotation", open);
  return collection.result();
}

function csvRows(bytes: Uint8Array, delimiter: string): RawRow[] | null {
  try {
    return readCsvRows(bytes, delimiter).rows;
  } catch (error) {
    if (!(error instanceof OpenQuotation)) throw error;
    return null;
  }
}

/** The line of the cell whose quotation mark stays open. */
function openQuotation(text: string, delimiter: string): number {
  let line = 1;
  let opened: number | null = null;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "\n" || (sign === "\r" && text.charAt(at + 1) !== "\n")) line++;
    if (sign !== '"') continue;
    if (opened === null) {
      const before = text.charAt(at - 1);
      if (at === 0 || before === delimiter || before === "\n" || before === "\r") opened = line;
    } else if (text.charAt(at + 1) === '"') at++;
    else opened = null;
  }
  return opened ?? line;
}

const delimiters = [",", ";", "\t", "|"];

/** The delimiter that parts the first line into titles, or null where there are none. */
function titledBy(text: string): string | null {
  const first = text.split(/\r\n?|\n/).find((line) => line.trim() !== "") ?? "";
  const found = delimiters.find((delimiter) => {
    const kinds = first.split(delimiter).map((cell) => columnKind(cell.trim().replace(/^"(.*)"$/, "$1")));
    return kinds.includes("technology") && kinds.includes("point");
  });
  return found ?? null;
}

/** Sentences hold commas. So where each line begins with a short cell and a sign that sentences rarely hold, that one parts them. */
function delimiterFor(text: string): string {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  const parts = (delimiter: string) =>
    lines.every((line) => {
      const at = line.indexOf(delimiter);
      return at >= 0 && at <= longestTechnology + 2;
    });
  return ["\t", "|", ";"].find(parts) ?? (parts(",") ? "," : delimiterOf(text));
}
