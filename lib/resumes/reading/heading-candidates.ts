import type { Evidence } from "../types";
import { headingWords, type HeadingWords } from "./headings";
import { labelKind, type Field, type FieldKind } from "./fields";
import type { Line } from "./lines";
import { namesEmployer, titleWords } from "./words";

/** A line that may be a section's heading, by its words, its looks, or both. */
export interface Candidate {
  line: number;
  /** Null: nothing in it is known from headings. */
  words: HeadingWords | null;
  /** The label that the same words are inside a role. */
  label: FieldKind | null;
  score: number;
  evidence: Evidence[];
}

/** All lines that may be headings, in order, each with its score; {@link ENOUGH} makes one. */
export function headingCandidates(lines: readonly Line[], fields: readonly (Field | null)[]): Candidate[] {
  const bodySize = commonSize(lines);
  return lines.flatMap((line, index) => candidate(line, index, lines, fields, bodySize) ?? []);
}

export const ENOUGH = 3;

/** How a line looks; headings of a document look alike. */
export function look(line: Line | undefined): string {
  if (!line) return "";
  return [line.headingLevel ?? "-", line.bold >= 0.6, line.upper, Math.round(line.size * 2), line.listed].join("/");
}

function candidate(
  line: Line,
  index: number,
  lines: readonly Line[],
  fields: readonly (Field | null)[],
  bodySize: number,
): Candidate | null {
  const { head, rest } = headOf(line);
  if (head.length > 70 || line.ranges.length > 0 || (/[.;,]$/.test(head.replace(/\.+$/, ".")) && head.length > 40))
    return null;
  const words = headingWords(head);
  const label = labelKind(head);
  const evidence: Evidence[] = [];
  let score = 0;
  const add = (cue: string, weight: number): void => {
    evidence.push({ cue, weight, paragraph: line.paragraph });
    score += weight;
  };
  if (words) {
    add("heading-words", words.known >= 0.99 ? 2 : words.known >= 0.5 ? 1.2 : 0.4);
    if (label === "project" && /\d|#/.test(head)) return null;
    if (label === "project" && !/projects|details|profile/i.test(head)) add("also-a-label", -1);
    if (words.known < 0.5 && (namesEmployer(head) || head.includes(","))) add("names-an-employer", -2);
  } else if (label !== null) return null;
  const length = head.split(" ").length;
  const alone = words !== null && words.known >= 0.99 && rest === "" && length <= 3 && /^\P{Ll}/u.test(head);
  if (line.headingLevel !== null) add("heading-style", 1.5);
  if (line.bold >= 0.6) add("bold", 1);
  if (line.upper) add("capitals", 1);
  if (line.size > bodySize + 0.9) add("larger", 0.7);
  if (/[:：]\s*-*$/.test(head)) add("colon", 0.5);
  if (length <= 4) add("short", 0.5);
  if (line.gapBefore > 0) add("gap-before", 0.3);
  if (line.listed) add("list-item", line.headingLevel !== null || line.upper ? -0.7 : -2);
  if (rest !== "") add("text-after", line.raw.includes("\n") || words?.kind !== "other" ? -0.6 : -1.2);
  if (line.place.row !== null && sharesRow(lines, index))
    add("beside-other-cells", line.upper || line.headingLevel !== null ? -0.8 : -2);
  if (alone && !line.listed) add("alone", 0.6);
  if (/\d/.test(head)) add("digits", -1);
  if (!alone && line.bold < 0.5 && line.headingLevel === null && !line.upper && line.size <= bodySize)
    add("looks-like-text", -0.7);
  if (titleWords(head) > 0 && (words === null || words.known < 0.99)) add("job-title", -1.5);
  // "Experience: 12 years" is a heading, though "Experience" labels a period elsewhere.
  if (fields[index]?.value && !(fields[index]?.kind === "dates" && words && words.known >= 0.99))
    add("labelled-value", -2);
  return score >= 1.5 ? { line: index, words, label, score, evidence } : null;
}

/** The heading itself: up to a line break, or to a colon with text behind ("Education: Master of …"). */
function headOf(line: Line): { head: string; rest: string } {
  const lineBreak = !line.raw.includes("\n") ? null : /^\s*([^\n]+?)\s*\n\s*([^]*)$/.exec(line.raw);
  if (lineBreak?.[1] && /\S/.test(lineBreak[2] ?? "")) {
    return { head: lineBreak[1].replace(/\s+/g, " "), rest: lineBreak[2] ?? "" };
  }
  if (!/[:：]/.test(line.text)) return { head: line.text, rest: "" };
  const colon = /^([^:：]{3,45}[:：]\s*-?)\s*(\S.*)$/.exec(line.text);
  return colon?.[1] ? { head: colon[1], rest: colon[2] ?? "" } : { head: line.text, rest: "" };
}

function sharesRow(lines: readonly Line[], index: number): boolean {
  const row = lines[index]?.place.row;
  const cell = lines[index]?.place.cell;
  return [index - 1, index + 1].some((near) => lines[near]?.place.row === row && lines[near]?.place.cell !== cell);
}

function commonSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line.size, (counts.get(line.size) ?? 0) + line.text.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
