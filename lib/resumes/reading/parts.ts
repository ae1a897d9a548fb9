import type { Field } from "./fields";
import { countWords, type Line } from "./lines";
import { namesEmployer, titleWords } from "./words";

/** What a line can be inside a work history. */
export type PartKind =
  | "field"
  | "date"
  | "detail"
  | "value"
  | "duties"
  | "description"
  | "listing"
  | "environment"
  | "item"
  | "prose"
  | "short";

/** Signs of a role's header. "number" is a bare "Project 2:". */
export type Sign = "dates" | "company" | "client" | "title" | "project" | "number";

export interface Part {
  kind: PartKind;
  /** What the line states beyond doubt: by a label, or as a date range. */
  strong: readonly Sign[];
  /** What its words suggest. */
  weak: readonly Sign[];
}

const NONE: readonly Sign[] = [];
/** Longer than this, a labelled "Project: …" or "Client: …" tells a story and names nothing. */
const LONGEST_VALUE = 110;

export function readParts(lines: readonly Line[], fields: readonly (Field | null)[]): Part[] {
  const values = new Set(
    fields.flatMap((field, index) => (field && field.valueLine !== index ? [field.valueLine] : [])),
  );
  return lines.map((line, index) => readPart(lines, index, fields[index] ?? null, values.has(index)));
}

function readPart(lines: readonly Line[], index: number, field: Field | null, isValue: boolean): Part {
  const line = lines[index];
  if (!line) return { kind: "short", strong: NONE, weak: NONE };
  const weak = weakSigns(line);
  if (isValue && !field) return { kind: "value", strong: line.ranges.length > 0 ? ["dates"] : NONE, weak };
  if (field) {
    const part = labelledPart(line, field, weak);
    if (part) return part;
  }
  if (line.ranges.length > 0 && isDateLine(line)) return { kind: "date", strong: ["dates"], weak };
  if (line.listed) {
    const next = lines[index + 1];
    const afterNext = lines[index + 2];
    const heads = line.bold >= 0.6 || line.headingLevel !== null || line.upper;
    // A header that is a list item itself stands above its dates, with at most one plain line between.
    const near = next?.gapBefore === 0 && next.ranges.length > 0 && next.text.length < 90;
    const nearly = next !== undefined && !next.listed && next.text.length < 90 && (afterNext?.ranges.length ?? 0) > 0;
    const named =
      line.text.length < 90 &&
      ((heads && (near || nearly || (line.headingLevel !== null && weak.length > 0))) ||
        (weak.length > 0 && near && !lines[index - 1]?.listed));
    return { kind: named ? "short" : "item", strong: NONE, weak: named ? weak : NONE };
  }
  const words = countWords(line.text);
  const sentence = /[.;]$/.test(line.text) && words > 8 && line.headingLevel === null;
  const long = line.text.length > 110 || words > 16;
  const separated = line.bold > 0.4 && line.text.length < 160 && /\t|\s{3,}|\|/.test(line.raw);
  if ((long || sentence) && !separated) return { kind: "prose", strong: NONE, weak: NONE };
  return { kind: "short", strong: NONE, weak };
}

function labelledPart(line: Line, field: Field, weak: readonly Sign[]): Part | null {
  const dated: readonly Sign[] = line.ranges.length > 0 ? ["dates"] : NONE;
  switch (field.kind) {
    case "duties":
      // A label that shares its line with dates or a job title heads a role ("Achievements 2010 – 2012 …" does not occur).
      return { kind: "duties", strong: NONE, weak: NONE };
    case "description":
    case "listing":
      return { kind: field.kind, strong: NONE, weak: NONE };
    case "environment":
      return { kind: "environment", strong: NONE, weak: NONE };
    case "detail":
      if (dated.length > 0 && isDateLine(line)) return { kind: "date", strong: dated, weak };
      return { kind: "detail", strong: NONE, weak: NONE };
    case "dates":
      if (dated.length > 0 || /(?:19|20)\d\d/.test(field.value)) return { kind: "field", strong: ["dates"], weak };
      return { kind: "detail", strong: NONE, weak: NONE };
    case "project":
      if (/\b(?:some|list|few) of\b.*\bprojects?\b/i.test(field.value))
        return { kind: "listing", strong: NONE, weak: NONE };
      if (field.value.length > LONGEST_VALUE || /\s(?:is|was|are|has|provides?)\s.*\.$/.test(field.value)) {
        return { kind: "description", strong: NONE, weak: NONE };
      }
      return { kind: "field", strong: [field.value === "" ? "number" : "project", ...dated], weak };
    default:
      if (field.value === "")
        return field.kind === "title" || field.kind === "client" ? null : { kind: "detail", strong: NONE, weak };
      if (field.value.length > LONGEST_VALUE && dated.length === 0) return null;
      return { kind: "field", strong: [field.kind, ...dated], weak };
  }
}

/** "Worked as … from … to …", "8 months of experience as …": a whole job in one sentence. */
export const WORKED =
  /^\W*(?:(?:i |am |have |is |was |currently |presently )*(?:work(?:ing|ed)|employed|served)\b|\d[\d.]*\s*\+?\s*(?:months?|years?|yrs?)['’]?(?: of)? experience\b)/i;

/** Dates are told in bullets too; those lines are long, or are list items that do not look like a header. */
function isDateLine(line: Line): boolean {
  const dates = line.ranges.reduce((sum, range) => sum + range.to - range.from, 0);
  const other = line.text.length - dates;
  const worked = WORKED.test(line.text);
  if (line.listed && !worked && line.bold < 0.6 && line.headingLevel === null && other > 70) return false;
  if (worked) return line.text.length < 220;
  if (!line.listed && line.ranges[0]?.from === 0 && line.text.length < 260) return true;
  const sentence = /[.;]$/.test(line.text) && countWords(line.text) > 18;
  return other < 150 && !sentence;
}

function weakSigns(line: Line): readonly Sign[] {
  const signs: Sign[] = [];
  if (titleWords(line.text) > 0) signs.push("title");
  if (namesEmployer(line.text)) signs.push("company");
  return signs;
}
