import { guarded } from "@/lib/exports/formula-guard";

/** What Excel needs to see that a file is UTF-8. */
export const byteOrderMark = "\ufeff";

/** One line of a CSV file (RFC 4180), guarded against formulas. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(",")}\r\n`;

function quoted(cell: string): string {
  const safe = guarded(cell);
  return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
