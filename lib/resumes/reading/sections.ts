import type { Evidence, ResumeSection, SectionKind } from "../types";
import { headingWords, type HeadingWords } from "./headings";
import { labelKind, type Field } from "./fields";
import type { Line } from "./lines";
import { namesDegree, namesEmployer, titleWords } from "./words";

/** A section over lines: `from` is the heading's line, `to` the first line after it. */
export interface Section {
  kind: SectionKind;
  from: number;
  to: number;
  student: boolean;
  confidence: number;
  evidence: Evidence[];
}

/** A heading that is found by its words, its looks, or both. */
interface Candidate {
  line: number;
  words: HeadingWords | null;
  score: number;
  evidence: Evidence[];
}

const ENOUGH = 3;

/** Finds the sections with a heading, top to bottom. */
export function findSections(lines: readonly Line[], fields: readonly (Field | null)[]): Section[] {
  const bodySize = commonSize(lines);
  const candidates = lines.flatMap((line, index) => candidate(line, index, lines, fields, bodySize) ?? []);
  const sure = candidates.filter((one) => one.score >= ENOUGH && one.words !== null);
  const looks = new Set(sure.filter((one) => one.score >= 4).map((one) => look(lines[one.line])));
  const headings: Candidate[] = [];
  const repeated = repeatedTexts(candidates, lines);
  for (const one of candidates) {
    if (one.words === null) {
      // Words that nobody knows, in the looks of the headings that are known.
      if (repeated.has(textOf(one, lines))) continue;
      if (headings.length > 0 && sure.length >= 3 && looks.has(look(lines[one.line])) && !opensRole(one.line, lines)) {
        headings.push(one);
      }
      continue;
    }
    if (one.score >= ENOUGH && !isPartOfRole(one, headings, lines, repeated)) headings.push(one);
  }
  return headings.map((one, position) => {
    const to = headings[position + 1]?.line ?? lines.length;
    return {
      kind: decideKind(one, lines, fields, to),
      from: one.line,
      to,
      student: one.words?.student ?? false,
      confidence: Math.min(1, one.score / 6),
      evidence: one.evidence,
    };
  });
}

export function toResumeSections(
  sections: readonly Section[],
  lines: readonly Line[],
  paragraphs: number,
): ResumeSection[] {
  return sections.map((section) => ({
    kind: section.kind,
    title: lines[section.from]?.text ?? "",
    heading: lines[section.from]?.paragraph ?? 0,
    end: lines[section.to]?.paragraph ?? paragraphs,
    confidence: section.confidence,
    evidence: section.evidence,
  }));
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
  } else if (label !== null) return null;
  const alone =
    words !== null && words.known >= 0.99 && rest === "" && head.split(/\s+/).length <= 3 && /^\P{Ll}/u.test(head);
  if (line.headingLevel !== null) add("heading-style", 1.5);
  if (line.bold >= 0.6) add("bold", 1);
  if (line.upper) add("capitals", 1);
  if (line.size > bodySize + 0.9) add("larger", 0.7);
  if (/[:：]\s*-*$/.test(head)) add("colon", 0.5);
  if (head.split(/\s+/).length <= 4) add("short", 0.5);
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
  if (fields[index]?.value) add("labelled-value", -2);
  return score >= 1.5 ? { line: index, words, score, evidence } : null;
}

/** The heading itself: up to a line break, or to a colon with text behind ("Education: Master of …"). */
function headOf(line: Line): { head: string; rest: string } {
  const lineBreak = /^\s*([^\n]+?)\s*\n\s*([^]*)$/.exec(line.raw);
  if (lineBreak?.[1] && /\S/.test(lineBreak[2] ?? "")) {
    return { head: lineBreak[1].replace(/\s+/g, " "), rest: lineBreak[2] ?? "" };
  }
  const colon = /^([^:：]{3,45}[:：]\s*-?)\s*(\S.*)$/.exec(line.text);
  return colon?.[1] ? { head: colon[1], rest: colon[2] ?? "" } : { head: line.text, rest: "" };
}

function sharesRow(lines: readonly Line[], index: number): boolean {
  const row = lines[index]?.place.row;
  const cell = lines[index]?.place.cell;
  return [index - 1, index + 1].some((near) => lines[near]?.place.row === row && lines[near]?.place.cell !== cell);
}

export function look(line: Line | undefined): string {
  if (!line) return "";
  return [line.headingLevel ?? "-", line.bold >= 0.6, line.upper, Math.round(line.size * 2), line.listed].join("/");
}

/** Words such as "Achievements" or "Technologies" also head a part of one role: there they look lighter than the section's heading. */
function isPartOfRole(
  one: Candidate,
  headings: readonly Candidate[],
  lines: readonly Line[],
  repeated: Set<string>,
): boolean {
  const open = headings.at(-1);
  // What heads a part of every role comes again; sections come once.
  if (repeated.has(textOf(one, lines)) && one.words?.kind === "other") return true;
  if (!open || !one.words || (open.words?.kind !== "experience" && open.words?.kind !== "projects")) return false;
  const text = lines[one.line]?.text ?? "";
  const label = labelKind(text);
  if (label === null && !(one.words.kind === "other" && /achievement|accomplishment|highlight|activit/i.test(text)))
    return false;
  return look(lines[one.line]) !== look(lines[open.line]) && one.score < open.score + 0.3;
}

function textOf(one: Candidate, lines: readonly Line[]): string {
  return (lines[one.line]?.text ?? "").toLowerCase().replace(/[^\p{L}]/gu, "");
}

function repeatedTexts(candidates: readonly Candidate[], lines: readonly Line[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const one of candidates) {
    const text = textOf(one, lines);
    if (seen.has(text)) repeated.add(text);
    seen.add(text);
  }
  return repeated;
}

/** A heading of unknown words directly above a date or a job title is the head of a role. */
function opensRole(index: number, lines: readonly Line[]): boolean {
  const text = lines[index]?.text ?? "";
  if (/,/.test(text) || namesEmployer(text) || titleWords(text) > 0) return true;
  return [1, 2].some((step) => {
    const next = lines[index + step];
    return (
      next !== undefined &&
      (next.ranges.length > 0 || (titleWords(next.text) > 0 && next.text.length < 70 && !next.listed))
    );
  });
}

function decideKind(
  one: Candidate,
  lines: readonly Line[],
  fields: readonly (Field | null)[],
  to: number,
): SectionKind {
  const words = one.words;
  if (!words) return "other";
  if (!words.unsure) return words.kind;
  let work = 0;
  for (let at = one.line + 1; at < to; at++) {
    const line = lines[at];
    const field = fields[at];
    if (line && line.ranges.length > 0 && line.text.length < 160 && !namesDegree(line.text)) work += 1;
    if (field && field.value !== "" && ["company", "client", "title", "dates", "project"].includes(field.kind))
      work += 1;
    if (field?.kind === "duties") work += 1;
  }
  const projects = /project/i.test(lines[one.line]?.text ?? "");
  if (words.kind === "skills") return work >= 2 ? "experience" : "skills";
  if (projects) return "projects";
  return work >= 1 ? "experience" : "summary";
}

function commonSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line.size, (counts.get(line.size) ?? 0) + line.text.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
