import type { OpenResume } from "../read";
import { warningsOfRoles } from "../reading/interpret";
import { findHeaders, type Header } from "../reading/headers";
import type { PartKind, Sign } from "../reading/parts";
import { nameRole } from "../reading/naming";
import { isPlainDuty, readDuties } from "../reading/roles";
import { MARKED, type ResumeRole } from "../types";
import { documentPrint, lookOfDuty, printOf } from "./looks";
import { outlineOf, type Outline } from "./outline";
import type { RoleMarks } from "./role-marks";
import { findSigns } from "./signs";

/**
 * A reading whose roles are where a person said: in the very document by its paragraphs, in another of the same layout by their looks. Titles,
 * employers and dates are read from the headers; duties are list items and typed bullets, or what looks like the duties that were clicked. Every
 * role is sure (confidence 1, cue "marked"). Where nothing of the marks is found the resume comes back with no roles.
 */
export function withMarkedRoles(open: OpenResume, marks: RoleMarks): OpenResume {
  const outline = outlineOf(open);
  const where = documentPrint(open) === marks.document ? byNumber(outline, marks) : byLook(outline, marks);
  const roles = where.begins.map((from, at) => {
    const next = where.begins[at + 1];
    const to = Math.min(next ?? outline.lines.length, where.end);
    return roleAt(outline, from, endOfRole(outline, from, to, next !== undefined, where), where);
  });
  const { reading } = open;
  const kept = reading.warnings.filter(({ code }) => !aboutRoles.has(code));
  return {
    ...open,
    reading: { ...reading, roles, warnings: [...kept, ...warningsOfRoles(roles, reading.sections)] },
  };
}

const aboutRoles: ReadonlySet<string> = new Set([
  "no-roles",
  "no-experience",
  "uncertain-roles",
  "role-without-bullets",
]);

interface Where {
  /** Lines with which roles begin. */
  begins: readonly number[];
  /** First line behind the work history. */
  end: number;
  /** Whether a line is a duty that a person clicked. */
  isClicked: (line: number) => boolean;
  /** Whether a line looks like a duty that a person clicked. */
  isAlike: (line: number) => boolean;
  /** Whether a line is a duty although it might go on with a header. */
  isNoHeader: (line: number) => boolean;
}

function byNumber(outline: Outline, { headers, bullets, end, layout }: RoleMarks): Where {
  const clicked = new Set(bullets);
  const isClicked = (line: number): boolean => clicked.has(outline.lines[line]!.paragraph);
  return {
    begins: headers.map(outline.lineAt),
    end: end === null ? outline.lines.length : outline.lineAt(end),
    isClicked,
    isAlike: alike(outline, layout.bullets),
    isNoHeader: isClicked,
  };
}

function byLook(outline: Outline, { layout }: RoleMarks): Where {
  const begins = findSigns(outline, layout.begins);
  const ends = layout.end ? findSigns(outline, layout.end) : [];
  const end = ends.find((line) => line > (begins[0] ?? 0)) ?? outline.lines.length;
  const isAlike = alike(outline, layout.bullets);
  return {
    begins: begins.filter((line) => line < end),
    end,
    isClicked: () => false,
    isAlike,
    isNoHeader: (line) => outline.lines[line]!.listed && isAlike(line),
  };
}

function alike({ paragraphs }: Outline, looks: readonly string[]): (line: number) => boolean {
  const known = new Set(looks);
  return (line) => known.has(printOf(lookOfDuty(paragraphs[line]!)));
}

/**
 * Where a section that is no work begins, a role has ended, unless a person clicked duties below. Between two roles only what is surely another section
 * counts.
 */
function endOfRole({ heads }: Outline, from: number, to: number, goesOn: boolean, { isClicked }: Where): number {
  let first = from + 1;
  for (let line = first; line < to; line++) if (isClicked(line)) first = line + 1;
  for (let line = first; line < to; line++) {
    const section = heads[line];
    if (!section || section.kind === "experience" || section.kind === "projects") continue;
    if (!goesOn || (section.kind !== "other" && section.confidence >= 0.6)) return line;
  }
  return to;
}

/** Lines that say what a role was, and not what was done in it. */
const noDuty: ReadonlySet<PartKind> = new Set(["field", "date", "value", "duties", "environment"]);

function roleAt(outline: Outline, from: number, end: number, where: Where): ResumeRole {
  const { lines, fields, parts } = outline;
  const { isClicked, isAlike } = where;
  const header = headerAt(outline, from, end, where);
  const read = readDuties(lines, parts, header, end);
  const known = new Set(read.bullets.length > 0 ? read.bullets : plainDuties(outline, header.to, end));
  const bullets = lines.flatMap(({ paragraph }, line) => {
    if (line < header.to || line >= end || paragraph === read.environment) return [];
    const { kind } = parts[line]!;
    const looksIt = isAlike(line) && !noDuty.has(kind) && (kind !== "detail" || lines[line]!.listed);
    return known.has(paragraph) || isClicked(line) || looksIt ? [paragraph] : [];
  });
  const numbers = lines.slice(header.from, header.to).map(({ paragraph }) => paragraph);
  return {
    ...nameRole(lines, fields, header),
    headerParagraphs: numbers.filter((paragraph) => paragraph !== read.environment),
    bullets,
    environment: read.environment,
    confidence: 1,
    evidence: [{ cue: MARKED, weight: 1, paragraph: numbers[0] ?? null }],
  };
}

/** Where a role has neither list nor label, its duties are the plain lines of several words below its header. */
function plainDuties({ lines, parts }: Outline, from: number, to: number): number[] {
  return lines.flatMap((line, at) => {
    const { kind } = parts[at]!;
    const isPlain = at >= from && at < to && (kind === "prose" || kind === "short") && isPlainDuty(line);
    return isPlain ? [line.paragraph] : [];
  });
}

/** How far a header goes on below its first line: as the reader would say, but not into duties. */
function headerAt({ lines, parts }: Outline, from: number, end: number, { isNoHeader }: Where): Header {
  const [read] = findHeaders(lines, parts, from, end);
  const near = read && read.from <= from + 2 ? read : { to: from + 1, strong: new Set<Sign>(), weak: new Set<Sign>() };
  let to = from + 1;
  while (to < near.to && !isNoHeader(to) && parts[to]!.kind !== "item") to++;
  return { ...near, from, to };
}
