import { Refusal } from "@/lib/platform/refusal";

/** A table as it was found in a file: titles, and rows of text with the line in which each stood. */
export interface Table {
  columns: string[];
  rows: Array<{ line: number; cells: string[] }>;
  format: TableFormat;
}

export type TableFormat = { kind: "csv"; encoding: string; delimiter: string } | { kind: "xlsx"; sheet: string };

/** Most columns and characters of a cell that make sense; a file with more is refused, because what is cut off would go unseen. */
export const tableLimits = { columns: 200, cell: 10_000 };

/**
 * Makes a table of raw lines: the first one that is not empty (and no note before the table) holds the titles, empty ones are left out, all rows get as many
 * cells as there are titles. Null where there are no titles; refuses what is beyond {@link tableLimits}.
 */
export function tableOf(
  lines: ReadonlyArray<{ line: number; cells: readonly string[] }>,
  format: TableFormat,
): Table | null {
  const filled = lines
    .map(({ line, cells }) => ({ line, cells: cells.map(cleaned) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [titles, ...rest] = filled.slice(linesBeforeTitles(filled.map(({ cells }) => cells)));
  if (!titles) return null;
  let width = 0;
  for (const { line, cells } of filled) {
    width = Math.max(width, lastFilled(cells) + 1);
    if (width > tableLimits.columns)
      throw tooLarge(`Line ${line} has ${width} columns; ${tableLimits.columns} can be read.`);
    const long = cells.findIndex((cell) => cell.length > tableLimits.cell);
    if (long >= 0)
      throw tooLarge(
        `The cell in line ${line}, column ${long + 1} has ${cells[long]!.length} characters; ${tableLimits.cell} can be read.`,
      );
  }
  const fit = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? "");
  return { columns: fit(titles.cells), rows: rest.map(({ line, cells }) => ({ line, cells: fit(cells) })), format };
}

/** How many lines are looked at for titles that stand below a note. */
const noteLines = 10;

/**
 * Exports of some networks begin with a note, a cell of text in lines of their own, and have their titles below. Lines with one
 * cell are such a note where a line with three or more follows soon; else the first line holds the titles.
 */
function linesBeforeTitles(lines: ReadonlyArray<readonly string[]>): number {
  const width = (cells: readonly string[]) => cells.filter((cell) => cell !== "").length;
  const first = lines.slice(0, noteLines).findIndex((cells) => width(cells) > 1);
  return first > 0 && width(lines[first]!) >= 3 ? first : 0;
}

const tooLarge = (sentence: string) => new Refusal("limit", `${sentence} Shorten the file and try again.`, "fileId");

/** The mark that an export puts before what a spreadsheet would take for a formula is not part of the value. */
export function cleaned(cell: string): string {
  const text = cell.replaceAll("\0", "").trim();
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

function lastFilled(cells: readonly string[]): number {
  for (let at = cells.length - 1; at >= 0; at--) if (cells[at] !== "") return at;
  return -1;
}

const delimiters = [",", ";", "\t", "|"] as const;

/**
 * Which character parts the cells: the one that stands most evenly in the first lines, outside of quotation marks. A comma
 * when nothing can be told.
 */
export function delimiterOf(text: string): string {
  const lines = unquotedLines(text, 20);
  let best: { delimiter: string; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const least = Math.min(...counts);
    // One that is missing in a line does not part anything; the more there are in each line, the likelier.
    const even = counts.filter((count) => count === counts[0]).length / Math.max(1, counts.length);
    const score = (counts[0] ?? 0) === 0 ? 0 : (least > 0 ? 1000 : 0) + even * 100 + (counts[0] ?? 0);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The first lines with what stands in quotation marks taken out, so that a comma in a name does not count. */
function unquotedLines(text: string, most: number): string[] {
  return text
    .slice(0, 64 * 1024)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, most);
}
