import { cleaned } from "@/lib/imports/table";
import type { RawRow } from "@/lib/imports/read-rows";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { technologyNamed } from "@/lib/tailoring/technologies/technology-named";
import { PointCollection } from "./collect-points";
import { columnKind } from "./column-names";
import { parsePoints } from "./parse-points";
import { markedPoints } from "./point-markers";
import { tidy, type ReadPoints } from "./points";

/**
 * Points from the rows of a table. Titles say which column is which; without them the first column is the technology and what follows are
 * points, or each column is a technology with its points below. A row without a technology belongs to the one above, as in merged cells. `own` as in
 * parsePoints.
 */
export function readPointsTable(
  raw: readonly RawRow[],
  own: readonly OwnTechnology[],
  sheet: string | null = null,
): ReadPoints {
  const rows = raw
    .map(({ line, cells }) => ({ line, cells: cells.map(cleaned) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const first = rows[0];
  if (!first) return { groups: [], problems: [] };
  const titles = titlesOf(first.cells);
  if (titles) return byTitles(rows.slice(1), titles);
  if (rows.every(({ cells }) => cells.filter((cell) => cell !== "").length === 1)) return inOneColumn(rows, own, sheet);
  return headsColumns(rows, own) ? byColumn(rows) : byTitles(rows, { technology: 0, points: null });
}

interface Titles {
  technology: number;
  /** Null for every column but that of the technology. */
  points: readonly number[] | null;
}

/** The columns by their titles; null where the first row holds none. */
function titlesOf(cells: readonly string[]): Titles | null {
  const kinds = cells.map(columnKind);
  const technology = kinds.indexOf("technology");
  const points = kinds.flatMap((kind, at) => (kind === "point" && at !== technology ? [at] : []));
  return technology >= 0 && points.length > 0 ? { technology, points } : null;
}

function byTitles(rows: readonly RawRow[], { technology, points }: Titles): ReadPoints {
  const collection = new PointCollection();
  let name = "";
  for (const { line, cells } of rows) {
    const own = tidy(cells[technology] ?? "");
    if (own !== "") name = own;
    const columns = points ?? cells.map((_, at) => at).filter((at) => at !== technology);
    const sentences = columns.flatMap((at) => pointsOfCell(cells[at] ?? ""));
    if (sentences.length === 0) collection.problem("no-points", line);
    for (const sentence of sentences) collection.add(name, sentence, line);
  }
  return collection.result();
}

/** One column is text in cells; the sheet's name is its technology if it is one. */
function inOneColumn(rows: readonly RawRow[], own: readonly OwnTechnology[], sheet: string | null): ReadPoints {
  const cells = rows.map((row) => ({ line: row.line, text: row.cells.find((cell) => cell !== "") ?? "" }));
  const named = sheet === null ? null : technologyNamed(sheet, own);
  const begin = cells[0] && columnKind(cells[0].text) === "point" ? 1 : 0;
  if (named) {
    const collection = new PointCollection();
    for (const { line, text } of cells.slice(begin))
      for (const point of pointsOfCell(text)) collection.add(named.name, point, line);
    return collection.result();
  }
  const lines = cells.flatMap(({ line, text }) => text.split("\n").map((part) => ({ line, part })));
  const { groups, problems } = parsePoints(lines.map(({ part }) => part).join("\n"), own);
  return {
    groups,
    problems: problems.map((problem) => ({ ...problem, line: lines[problem.line - 1]?.line ?? problem.line })),
  };
}

/** Several technologies beside each other and no technology below them. */
function headsColumns(rows: readonly RawRow[], own: readonly OwnTechnology[]): boolean {
  const heads = rows[0]!.cells.filter((cell) => cell !== "");
  const below = rows
    .slice(1)
    .flatMap(({ cells }) => cells)
    .filter((cell) => cell !== "");
  return (
    heads.length > 1 &&
    below.length > 0 &&
    heads.every((head) => technologyNamed(head, own) !== null) &&
    below.every((cell) => technologyNamed(cell, own) === null)
  );
}

function byColumn(rows: readonly RawRow[]): ReadPoints {
  const collection = new PointCollection();
  const heads = rows[0]!.cells;
  heads.forEach((head, at) => {
    for (const { line, cells } of rows.slice(1))
      for (const point of pointsOfCell(cells[at] ?? "")) collection.add(head, point, line);
  });
  return collection.result();
}

/** A cell may hold several points below each other, or behind bullets. What has neither is one point as it stands. */
function pointsOfCell(cell: string): string[] {
  const lines = cell.split(/\r\n?|\n/);
  const marked = lines.length > 1 || /^\s*[•◦▪■●➢‣·\uf0b7\uf0a7]/u.test(cell);
  return lines.flatMap((line) => (marked ? markedPoints(line) : null) ?? [tidy(line)]).filter((point) => point !== "");
}
