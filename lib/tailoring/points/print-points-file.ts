import { byteOrderMark, csvLine } from "@/lib/exports/csv";
import type { PointGroup } from "./points";

/** Points as JSON that {@link readPointsFile} reads back: a list of `{technology, points}`. */
export const printPointsJson = (groups: readonly PointGroup[]): string =>
  `${JSON.stringify(
    groups.map(({ technology, points }) => ({ technology, points })),
    null,
    2,
  )}\n`;

/** Points as CSV for spreadsheets, guarded against formulas, a row for each point; {@link readPointsFile} reads it back. */
export const printPointsCsv = (groups: readonly PointGroup[]): string =>
  byteOrderMark +
  csvLine(["Technology", "Point"]) +
  groups.flatMap(({ technology, points }) => points.map((point) => csvLine([technology, point]))).join("");
