import { isPrivateUse } from "../reading/typed-bullets";
import type { PdfPage, PdfText } from "./load-pdf";

/** A stretch of text on one base line without a wide gap. */
export interface Segment {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  /** Share of bold characters. */
  bold: number;
}

/** One line in reading order; `column` tells lines apart that stand side by side. */
export interface PdfLine extends Segment {
  page: number;
  column: number;
  /** Left and right edge of the column. */
  left: number;
  columnRight: number;
}

/** Lines of a page in the order in which a person reads them: columns one after the other, between what runs across the page. */
export function layoutPage(page: PdfPage, number: number): PdfLine[] {
  const rows = toRows(page.texts);
  if (rows.length === 0) return [];
  const segments = rows.flat();
  const left = Math.min(...segments.map((segment) => segment.x));
  const right = Math.max(...segments.map((segment) => segment.right));
  const gutter = findGutter(rows, left, right);
  const whole = { page: number, column: 0, left, columnRight: right };
  if (gutter === null) return rows.map((row) => ({ ...join(row), ...whole }));

  const lines: PdfLine[] = [];
  let columns: [PdfLine[], PdfLine[]] = [[], []];
  const flush = (): void => {
    lines.push(...columns[0], ...columns[1]);
    columns = [[], []];
  };
  for (const row of rows) {
    if (row.some((segment) => segment.x < gutter.x - 2 && segment.right > gutter.x + 2)) {
      flush();
      lines.push({ ...join(row), ...whole });
      continue;
    }
    const sides = [
      row.filter((segment) => segment.x < gutter.x),
      row.filter((segment) => segment.x >= gutter.x),
    ] as const;
    sides.forEach((side, index) => {
      if (side.length === 0) return;
      const edges = index === 0 ? { left, columnRight: gutter.x } : { left: gutter.x, columnRight: right };
      columns[index === 0 ? 0 : 1].push({ ...join(side), ...edges, page: number, column: index + 1 });
    });
    // Labels on a rail stand beside what they head: row by row is their order.
    if (gutter.rail) flush();
  }
  flush();
  return lines;
}

function toRows(texts: readonly PdfText[]): Segment[][] {
  const visible = texts.filter((text) => text.text.trim() !== "" && text.size > 1);
  const sorted = [...visible].sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: PdfText[][] = [];
  for (const text of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - text.y) < Math.min(first.size, text.size) * 0.4) row.push(text);
    else rows.push([text]);
  }
  return rows.map((row) => toSegments(row.sort((a, b) => a.x - b.x)));
}

/** Joins the texts of a base line; a gap wider than about two letters begins a new segment, but never right after a bullet. */
function toSegments(row: readonly PdfText[]): Segment[] {
  const segments: Segment[] = [];
  let boldCharacters = 0;
  for (const text of row) {
    const open = segments.at(-1);
    const gap = open ? text.x - open.right : 0;
    const bullet = open !== undefined && open.text.trim().length === 1 && /[^\p{L}\p{N}]|^o$/u.test(open.text.trim());
    const right = text.x + text.width;
    if (open && (gap < Math.max(open.size, text.size) * 1.6 || (bullet && gap < text.size * 6))) {
      const spaced = gap > text.size * 0.12 && !/\s$/.test(open.text) && !/^\s/.test(text.text);
      // The same text painted twice, a little aside, is a poor man's bold.
      if (open.text.endsWith(text.text) && Math.abs(open.right - right) < 1.5) continue;
      open.text += (spaced ? " " : "") + text.text;
      boldCharacters += text.bold ? text.text.length : 0;
      open.bold = boldCharacters / Math.max(1, open.text.length);
      open.right = Math.max(open.right, right);
      open.size = Math.max(open.size, text.size);
    } else {
      boldCharacters = text.bold ? text.text.length : 0;
      segments.push({ text: text.text, x: text.x, right, y: text.y, size: text.size, bold: text.bold ? 1 : 0 });
    }
  }
  return segments;
}

interface Gutter {
  x: number;
  /** The left side holds labels only, each beside a line at the right. */
  rail: boolean;
}

/** Fewer lines than this are no column. */
const FEWEST_LINES = 6;

/**
 * The white strip between two columns, if there is one. Dates at the right end of the lines leave such a strip too: their left edges
 * differ and nearly all of them share a line with text at the left, while a column's lines start at one edge.
 */
function findGutter(rows: readonly Segment[][], left: number, right: number): Gutter | null {
  let best: { x: number; score: number; rail: boolean } | null = null;
  const width = right - left;
  const starts = [...new Set(rows.flat().map((segment) => Math.round(segment.x)))].filter(
    (x) => x > left + width * 0.08 && x < left + width * 0.82,
  );
  for (const start of starts) {
    const x = start - 3;
    const crossing = rows.filter((row) => row.some((segment) => segment.x < x - 2 && segment.right > x + 2)).length;
    const leftRows = rows.filter((row) => row.some((segment) => segment.right <= x + 2));
    const rightRows = rows.filter((row) => row.some((segment) => segment.x >= x - 2));
    if (leftRows.length < 3 || rightRows.length < FEWEST_LINES || crossing > rows.length * 0.3) continue;
    const rightSegments = rightRows.flatMap((row) => row.find((segment) => segment.x >= x - 2) ?? []);
    const aligned = rightSegments.filter((segment) => Math.abs(segment.x - start) < 14).length / rightSegments.length;
    const dated = rightSegments.filter(
      (segment) => /(?:19|20)\d\d|present/i.test(segment.text) && segment.text.length < 32,
    ).length;
    if (aligned < 0.5 || dated > rightSegments.length * 0.5) continue;
    const shared = leftRows.filter((row) => rightRows.includes(row)).length;
    const letters = rightSegments.reduce((sum, segment) => sum + segment.text.length, 0) / rightSegments.length;
    if (letters < 5) continue;
    const rail = leftRows.length < rightRows.length * 0.45 && shared >= leftRows.length * 0.7;
    if (!rail && leftRows.length < FEWEST_LINES) continue;
    const score = rightRows.length * aligned + leftRows.length - crossing * 2;
    if (!best || score > best.score) best = { x, score, rail };
  }
  return best && best.score > rows.length * 0.4 ? { x: best.x, rail: best.rail } : null;
}

/** One line of the segments of a side; wide gaps become tabs. */
function join(segments: readonly Segment[]): Segment {
  const first = segments[0];
  const characters = segments.reduce((sum, segment) => sum + segment.text.length, 0);
  return {
    text: segments
      .map((segment) => tidyGlyphs(segment.text))
      .join("\t")
      .trim(),
    x: first?.x ?? 0,
    right: segments.at(-1)?.right ?? 0,
    y: first?.y ?? 0,
    size: Math.max(...segments.map((segment) => segment.size)),
    bold: segments.reduce((sum, segment) => sum + segment.bold * segment.text.length, 0) / Math.max(1, characters),
  };
}

/** Ligatures are written out; a glyph of the private use area stays, as at the beginning of a line it is a bullet. */
function tidyGlyphs(text: string): string {
  return text.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC")).replace(/\u00ad/g, "");
}

/** True if a line begins with a bullet glyph and nothing else. */
export function isLoneBullet(text: string): boolean {
  const trimmed = text.trim();
  return [...trimmed].length === 1 && (isPrivateUse(trimmed) || "•◦▪■●○‣∙·–-*".includes(trimmed));
}
