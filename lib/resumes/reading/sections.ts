import type { Evidence, ResumeSection, SectionKind } from "../types";
import type { Field } from "./fields";
import { ENOUGH, headingCandidates, look, type Candidate } from "./heading-candidates";
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

/** Finds the sections with a heading, top to bottom. */
export function findSections(lines: readonly Line[], fields: readonly (Field | null)[]): Section[] {
  const candidates = headingCandidates(lines, fields);
  const sure = candidates.filter((one) => one.score >= ENOUGH && one.words !== null);
  const looks = new Set(sure.filter((one) => one.score >= 4).map((one) => look(lines[one.line])));
  const labelLooks = new Set(
    fields.flatMap((field, index) =>
      field && ["duties", "description", "environment"].includes(field.kind) ? [look(lines[index])] : [],
    ),
  );
  const repeated = repeatedTexts(candidates, lines);
  const headings: Candidate[] = [];
  for (const one of candidates) {
    const open = headings.at(-1);
    const inWork = open?.words?.kind === "experience" || open?.words?.kind === "projects" || open?.words?.unsure;
    const ownLook = look(lines[one.line]);
    if (one.words !== null) {
      if (one.score >= ENOUGH && !(open && inWork && isPartOfRole(one, open, lines, repeated))) headings.push(one);
      continue;
    }
    // Words that nobody knows, in the looks of the headings that are known. Inside a work history they may head a part of a role.
    if (
      !open ||
      sure.length < 3 ||
      !looks.has(ownLook) ||
      repeated.has(textOf(one, lines)) ||
      opensRole(one.line, lines)
    )
      continue;
    if (inWork && lines[one.line + 1]?.listed && !lines[one.line]?.upper && lines[one.line]?.headingLevel === null)
      continue;
    if (inWork && (labelLooks.has(ownLook) || ownLook !== look(lines[open.line]))) continue;
    headings.push(one);
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

/**
 * Inside a work history many words of headings head a part of one role: "Job responsibilities", "Project description", "Achievements". What
 * comes again, or looks lighter than the heading of the section, is such a part; so is what stands directly above a date.
 */
function isPartOfRole(one: Candidate, open: Candidate, lines: readonly Line[], repeated: ReadonlySet<string>): boolean {
  const text = lines[one.line]?.text ?? "";
  const kind = one.words?.kind;
  const sameLook = look(lines[one.line]) === look(lines[open.line]);
  if (repeated.has(textOf(one, lines)) && (kind === "other" || one.label !== null)) return true;
  const achievements = /achievement|accomplishment|highlight|activit/i.test(text);
  if (one.label === "duties" && !achievements) return true;
  if (one.label === "description" && !/summary|profile|overview|synopsis/i.test(text)) return true;
  if (one.label === "listing" && /involved|handled|undertaken|executed|worked/i.test(text)) return true;
  if (
    (kind === "skills" || kind === "experience" || kind === "summary") &&
    (one.words?.known ?? 0) < 0.99 &&
    opensRole(one.line, lines)
  )
    return true;
  if (kind === "education" && (one.words?.known ?? 0) < 0.99 && namesEmployer(text)) return true;
  const doubtful = one.label !== null || (kind === "other" && achievements);
  return doubtful && !sameLook && one.score < open.score + 0.3;
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
