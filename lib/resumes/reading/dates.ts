import type { RolePeriod, YearMonth } from "../types";
import { foldCase, MONTHS, PRESENT_WORDS } from "./months";
import { Pattern } from "./pattern";

/** A range of dates in a text. `from` and `to` are offsets of the whole, `start` and `end` the two ends as written. */
export interface DateRange {
  from: number;
  to: number;
  start: string;
  end: string | null;
  period: RolePeriod;
}

const MONTH_NAMES = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join("|");
const YEAR = "(?:19[5-9]\\d|20\\d\\d)";
const SHORT_YEAR = "['’‘`´]?\\s?\\d\\d";
const DAY = "(?:[0-3]?\\d(?:\\s?(?:st|nd|rd|th)|\\s?[.º°])?\\s*[-.,/]?\\s*(?:of\\s+|de\\s+)?)";
const MONTH = `(?<![\\p{L}])(?:${MONTH_NAMES})(?![\\p{L}\\p{M}])\\.?`;
const GAP = "\\s*(?:[-–.,/'’‘`´]|de |del |of |of the year )?\\s*";
/** Alternatives from the most to the least specific; two-digit years only beside a month. */
const POINT = [
  `(?:${DAY})?${MONTH}\\s*(?:[0-3]?\\d(?:st|nd|rd|th)?\\s*[,.]\\s*)?${GAP}${YEAR}(?!\\d)`,
  `${YEAR}\\s?年\\s?(?:1[0-2]|0?[1-9])\\s?月(?:\\s?\\d{1,2}\\s?日)?`,
  `${YEAR}\\s?年`,
  `(?<!\\d)${YEAR}${GAP}${MONTH}`,
  `(?<!\\d)[0-3]?\\d[/.-][01]?\\d[/.-]${YEAR}(?!\\d)`,
  `(?<!\\d)${YEAR}[/.-](?:1[0-2]|0?[1-9])(?:[/.-][0-3]?\\d)?(?!\\d)`,
  `(?<!\\d)(?:1[0-2]|0?\\d)\\s?[/.-]\\s?${YEAR}(?!\\d)`,
  `(?:${DAY})?${MONTH}\\s*[-–.,/]?\\s*${SHORT_YEAR}(?!\\d)`,
  `(?<![\\d/.,])${YEAR}(?![\\d%])`,
].join("|");
const PRESENT = `(?<![\\p{L}])(?:${[...PRESENT_WORDS].sort((a, b) => b.length - a.length).join("|")})(?![\\p{L}\\p{M}])`;
const BETWEEN =
  "\\s*(?:[-–—‐‑~→−]+|\\bto\\b|\\btill\\b|\\btil\\b|\\buntil\\b|\\bthrough\\b|\\bthru\\b|\\bupto\\b|\\bau?\\b|(?<![\\p{L}])à(?![\\p{L}])|\\bjusqu['’]?(?:a|à|en)?\\b|\\bal?\\b|\\bhasta\\b|\\bate\\b|\\bat[ée](?![\\p{L}])|\\bfino (?:a|al)\\b|\\bbis\\b|से|तक|至|到|\\/)\\s*:?\\s*(?:[-–—]|the\\b|zu[mr]?\\b|to\\b)?\\s*";
const FROM =
  "(?<![\\p{L}])(?:since|from|seit|depuis|desde|dal|da|ab|von|de|du|自|从)(?:\\s+(?:the|le|el|o|dem))?\\s*:?\\s*";

const RANGE = new Pattern(`(?<a>${POINT})[\\s,.]*\\)?${BETWEEN}\\(?(?:(?<b>${POINT})|(?<now>${PRESENT}))`);
/** "May - Aug 2019": the year is written once. */
const MONTHS_RANGE = new Pattern(`(?<a>${MONTH})${BETWEEN}(?<b>${MONTH}${GAP}${YEAR}(?!\\d))`);
const OPEN = new Pattern(`(?<word>${FROM})(?<a>${POINT})`);
const LONE = new Pattern(`[(·•|,]\\s*(?<a>${POINT})\\s*\\)?\\s*$`);
/** "Sep. 2023 Mar. 2024": some programs lose the dash when they write a PDF. */
const ADJACENT = new Pattern(`(?<a>${MONTH}${GAP}${YEAR})\\s+(?:(?<b>${MONTH}${GAP}${YEAR})|(?<now>${PRESENT}))`);

const A_YEAR = new RegExp(YEAR);
const A_SHORT_YEAR = new RegExp(`[\\p{L}\\p{M}]\\.?\\s*[-–.,/]?\\s*${SHORT_YEAR}(?!\\d)`, "u");

/**
 * All date ranges of a text in order. "since 2019" is a range that goes on. A lone date is one only where it ends a short line, as in
 * "Clerk (2013)"; in a list (`inList`) it belongs to the sentence.
 */
export function findDateRanges(text: string, inList = false): DateRange[] {
  if (!/\d\d/.test(text)) return [];
  const folded = foldCase(text);
  // Every form has a year, or a month with two digits behind it: most lines are through here, at a fraction of what the forms take.
  if (!A_YEAR.test(folded) && !A_SHORT_YEAR.test(folded)) return [];
  const found: DateRange[] = [];
  const add = (
    match: RegExpMatchArray,
    offset: number,
    start: YearMonth,
    end: YearMonth | null,
    current: boolean,
  ): void => {
    const from = (match.index ?? 0) + offset;
    const to = (match.index ?? 0) + match[0].length;
    if (found.some((other) => from < other.to && other.from < to)) return;
    const written = match.groups ?? {};
    const a = written.a ?? "";
    const b = written.b ?? written.now;
    const aFrom = folded.indexOf(a, from);
    found.push({
      from,
      to,
      start: text.slice(aFrom, aFrom + a.length).trim(),
      end: b === undefined ? null : text.slice(to - b.length, to).trim(),
      period: { start, end, current },
    });
  };
  for (const match of RANGE.in(folded)) {
    const start = parseDatePoint(match.groups?.a ?? "");
    const end = match.groups?.b === undefined ? null : parseDatePoint(match.groups.b);
    if (start && (end === null || !isAfter(start, end))) add(match, 0, start, end, match.groups?.now !== undefined);
  }
  for (const match of MONTHS_RANGE.in(folded)) {
    const end = parseDatePoint(match.groups?.b ?? "");
    const month = MONTHS.get((match.groups?.a ?? "").replace(/\.$/, ""));
    if (end && month !== undefined && month <= (end.month ?? 12)) add(match, 0, { year: end.year, month }, end, false);
  }
  for (const match of OPEN.in(folded)) {
    const start = parseDatePoint(match.groups?.a ?? "");
    if (start) add(match, match.groups?.word?.length ?? 0, start, null, !/^(de|du|von|da|from)\b/.test(match[0]));
  }
  for (const match of found.length === 0 ? ADJACENT.in(folded) : []) {
    const start = parseDatePoint(match.groups?.a ?? "");
    const end = match.groups?.b === undefined ? null : parseDatePoint(match.groups.b);
    if (start && (end === null || !isAfter(start, end))) add(match, 0, start, end, match.groups?.now !== undefined);
  }
  if (found.length === 0 && !inList && text.length < 90) {
    const lone = LONE.in(folded)[0];
    const start = lone ? parseDatePoint(lone.groups?.a ?? "") : null;
    if (lone && start) add(lone, 1, start, null, false);
  }
  return found.sort((a, b) => a.from - b.from);
}

const A_MONTH = new Pattern(MONTH);
const WHOLE_YEAR = new RegExp(`(?<!\\d)${YEAR}(?!\\d)`);

/**
 * Year and month of one written date, or null. Two-digit years: 50 to 99 are of the last century, as no working life in a resume began
 * earlier. Numbers alone read month before year; a day is ignored.
 */
export function parseDatePoint(written: string): YearMonth | null {
  const text = foldCase(written);
  const name = A_MONTH.in(text)[0]?.[0].replace(/\.$/, "");
  const full = WHOLE_YEAR.exec(text)?.[0];
  if (name !== undefined) {
    const month = MONTHS.get(name) ?? null;
    if (full !== undefined) return { year: Number(full), month };
    const short = /(\d\d)\s*$/.exec(text)?.[1];
    if (short === undefined) return null;
    return { year: Number(short) + (Number(short) >= 50 ? 1900 : 2000), month };
  }
  if (full === undefined) return null;
  const numbers = text.replace(full, " ").match(/\d+/g)?.map(Number) ?? [];
  const beforeYear = text.indexOf(full) > 0;
  // "05/2015" and "2015-05" hold a month; in "12/05/2015" it is the number beside the year, unless that cannot be a month.
  const near = beforeYear ? numbers.at(-1) : numbers[0];
  const far = beforeYear ? numbers.at(-2) : numbers[1];
  const month = [near, far].find((value) => value !== undefined && value >= 1 && value <= 12);
  return { year: Number(full), month: month ?? null };
}

function isAfter(a: YearMonth, b: YearMonth): boolean {
  return a.year !== b.year ? a.year > b.year : a.month !== null && b.month !== null && a.month > b.month;
}
