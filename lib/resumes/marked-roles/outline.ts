import type { OpenResume } from "../read";
import { placesOf } from "../reading/docx-places";
import { readFields, type Field } from "../reading/fields";
import { readLines, type Line } from "../reading/lines";
import { readParts, type Part } from "../reading/parts";
import { namesEmployer, titleWords } from "../reading/words";
import type { ResumeSection } from "../types";
import { lookOf, paragraphsOf, type LookedAt } from "./looks";
import type { CueName } from "./role-marks";

/** A resume as marks are made and found in it: its lines with what the reader knows of each. */
export interface Outline {
  lines: readonly Line[];
  fields: readonly (Field | null)[];
  parts: readonly Part[];
  /** The paragraph of each line. */
  paragraphs: readonly LookedAt[];
  /** The section that each line heads, or null. */
  heads: readonly (ResumeSection | null)[];
  /** The line of a paragraph, or the next one where it holds no words; the number of lines where none follows. */
  lineAt: (paragraph: number) => number;
}

export function outlineOf(open: OpenResume): Outline {
  const { reading, docx } = open;
  const lines = readLines(reading.paragraphs, docx ? placesOf(docx.text.paragraphs) : undefined);
  const fields = readFields(lines);
  const all = paragraphsOf(open);
  const headed = new Map(reading.sections.map((section) => [section.heading, section]));
  return {
    ...{ lines, fields, parts: readParts(lines, fields) },
    paragraphs: lines.map(({ paragraph }) => all[paragraph]!),
    heads: lines.map(({ paragraph }) => headed.get(paragraph) ?? null),
    lineAt: (paragraph) => {
      const at = lines.findIndex((line) => line.paragraph >= paragraph);
      return at < 0 ? lines.length : at;
    },
  };
}

/** What is known of each line besides its own looks, cue by cue. */
export function cuesOf({ lines, fields, parts, paragraphs, heads }: Outline): Record<CueName, string>[] {
  const looks = paragraphs.map(lookOf);
  let section = "";
  return lines.map((line, at) => {
    const next = lines[at + 1];
    const head = heads[at];
    if (head) section = head.kind;
    return {
      label: fields[at]?.kind ?? "",
      dates: String(line.ranges.length > 0),
      section: head ? "heading" : section,
      gap: String(line.gapBefore > 0),
      above: at === 0 ? "" : heads[at - 1] ? "heading" : looks[at - 1]!,
      below: looks[at + 1] ?? "",
      datesBelow: String([next, lines[at + 2]].some((near) => near !== undefined && near.ranges.length > 0)),
      length: line.text.length > 110 ? "long" : parts[at]!.kind === "prose" ? "prose" : "short",
      employer: String(namesEmployer(line.text)),
      title: String(titleWords(line.text) > 0),
    };
  });
}
