import type { ResumeParagraph } from "../types";
import { findDateRanges, type DateRange } from "./dates";
import { typedBullet } from "./typed-bullets";

/** A paragraph as the reading of sections and roles sees it: no empty ones, no second copies. */
export interface Line {
  paragraph: number;
  /** One line of text: bullet taken off, spaced-out letters closed up, white space single. */
  text: string;
  /** Text with its tabs and breaks, bullet taken off. */
  raw: string;
  listed: boolean;
  level: number;
  bold: number;
  /** Bold at least at the beginning. */
  upper: boolean;
  size: number;
  headingLevel: number | null;
  /** Empty paragraphs between this line and the one before. */
  gapBefore: number;
  place: LinePlace;
  ranges: DateRange[];
}

/** Where a line stands in tables and text boxes; null where it does not. */
export interface LinePlace {
  table: number | null;
  row: number | null;
  cell: number | null;
  box: number | null;
}

/** What is longer is no heading, header or bullet; reading it with patterns would only cost time. */
const LONGEST_LINE = 4000;

const NOWHERE: LinePlace = { table: null, row: null, cell: null, box: null };

/** Lines of a document. `placeOf` tells the place of a paragraph in tables; a PDF has none. */
export function readLines(
  paragraphs: readonly ResumeParagraph[],
  placeOf: (paragraph: number) => LinePlace = () => NOWHERE,
): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const paragraph of paragraphs) {
    if (paragraph.copy === "fallback") continue;
    const typed = paragraph.list && paragraph.list.listId === null ? typedBullet(paragraph.text) : null;
    const raw = paragraph.text.slice(typed?.length ?? 0, LONGEST_LINE);
    const text = tidy(raw);
    if (!/[A-Za-z0-9]/.test(text) && !/[\p{L}\p{N}]/u.test(text)) {
      gap++;
      continue;
    }
    lines.push({
      paragraph: paragraph.index,
      text,
      raw,
      listed: paragraph.list !== null,
      level: paragraph.list?.level ?? 0,
      bold: paragraph.bold,
      upper: isUpper(text),
      size: paragraph.size ?? 0,
      headingLevel: paragraph.headingLevel,
      gapBefore: gap,
      place: placeOf(paragraph.index),
      ranges: findDateRanges(text, paragraph.list !== null),
    });
    gap = 0;
  }
  markTypedLists(lines);
  return lines;
}

/** "1. …", "2) …" or "-Did …" in neighbouring paragraphs are a list; a single number or dash is part of a name. */
function markTypedLists(lines: Line[]): void {
  const dashed = lines.map((line) => /^[-–*]\p{L}/u.test(line.text));
  const numbers = lines.map((line) => Number(/^\(?(\d{1,2})[.)]\s*\p{L}/u.exec(line.text)?.[1] ?? Number.NaN));
  lines.forEach((line, index) => {
    const number = numbers[index] ?? Number.NaN;
    if (numbers[index - 1] === number - 1 || numbers[index + 1] === number + 1) line.listed = true;
    if (dashed[index] && (dashed[index - 1] || dashed[index + 1])) line.listed = true;
  });
}

const unseen = /[\u200b-\u200f\u202a-\u202e\ufeff]/;
const everyUnseen = new RegExp(unseen, "g");

/** Single spaces, and "S K I L L S" read as "SKILLS". */
export function tidy(text: string): string {
  const trimmed = (unseen.test(text) ? text.replace(everyUnseen, "") : text).trim();
  // Two or more spaces (or a tab) stand between the real words of a spaced-out heading.
  if (trimmed.length < 120 && !longWord.test(trimmed) && isSpacedOut(trimmed.split(/\s+/)))
    return trimmed
      .split(/\s{2,}/)
      .map((word) => word.replace(/\s/g, ""))
      .join(" ");
  return /\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, " ") : trimmed;
}

/** A word as long as this stands in nearly every line, and in none that is spaced out. */
const longWord = /\S{6}/;

/** Words of a line's text, in which single spaces stand between them. */
export function countWords(text: string): number {
  let words = 1;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) words++;
  return words;
}

/** Nearly all words are single letters. */
function isSpacedOut(words: readonly string[]): boolean {
  const single = words.filter((word) => /^\p{L}:?$/u.test(word)).length;
  return single >= 4 && single >= words.length * 0.6;
}

function isUpper(text: string): boolean {
  // Nearly every line ends here: one small letter that is no plural's "s" decides.
  if (/[a-rt-z]/.test(text)) return false;
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text.replace(/(?<=\p{Lu}{2})s\b/gu, ""));
}
