import { findDateRanges } from "@/lib/resumes/reading/dates";
import { tidy } from "@/lib/resumes/reading/lines";
import type { ResumeParagraph, ResumeReading } from "@/lib/resumes/types";
import { TailoringRefused } from "../refused";
import { placesOf, type Places } from "./places";
import { putPoints } from "./put-points";
import type {
  HeaderLine,
  RebuildPoint,
  RebuiltResume,
  RebuiltRole,
  RebuiltSection,
  RebuiltText,
} from "./rebuilt-resume";
import { splitTop } from "./split-top";
import { bulletText, headerLineOf, lettersOf, lineOf, runsRightToLeft, visibleText } from "./text-of";
import { topLines } from "./top-lines";
import { joinWrapped } from "./wrapped-lines";

/**
 * Writes a resume anew from its reading: name and contacts at the top, then everything else in its order under its own headings. A role's new
 * points stand behind the bullet that they name, else behind its last one, or below its header where it has none; of points for the same place
 * the order is kept. No word of the original is lost:
 * what is not in the result stands in `leftOut` (lines that every page repeats).
 *
 * Refuses (`not-in-role`) a point whose role is not in the reading.
 */
export function rebuildResume(reading: ResumeReading, points: readonly RebuildPoint[] = []): RebuiltResume {
  for (const { role } of points) {
    if (!reading.roles[role]) throw new TailoringRefused("not-in-role");
  }
  const place = placesOf(reading);
  const { name, top, rest, leftOut } = splitTop(reading, place);
  const sections = putPoints(toSections(rest, place), points, reading);
  const all = reading.paragraphs.filter(({ text }) => text.trim() !== "");
  return {
    language: reading.language,
    rightToLeft:
      all.filter(({ rightToLeft, text }) => rightToLeft || runsRightToLeft(text)).length > Math.max(1, all.length / 2),
    name,
    top: topLines(top, reading.contacts),
    sections: sections.filter(({ title, blocks }) => title !== null || blocks.length > 0),
    leftOut,
  };
}

function toSections(paragraphs: readonly ResumeParagraph[], place: Places): RebuiltSection[] {
  const leads = leadsOf(paragraphs, place);
  const sections: RebuiltSection[] = [{ kind: null, title: null, blocks: [] }];
  let role = null as RebuiltRole | null;
  for (const paragraph of paragraphs) {
    const { index, text } = paragraph;
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const heading = place.heading.get(index);
    if (heading) {
      role = null;
      sections.push({ kind: heading.kind, title: tidy(visibleText(text)), blocks: [] });
      continue;
    }
    const section = sections.at(-1)!;
    const headed = place.header.get(index) ?? leads.get(index);
    if (headed !== undefined && (role?.role !== headed || role.body.length === 0)) {
      if (role?.role !== headed) {
        role = { kind: "role", role: headed, header: [], body: [] };
        section.blocks.push(role);
      }
      for (const line of text.split("\n")) if (line.trim() !== "") addHeaderLine(role.header, visibleText(line));
      continue;
    }
    (role?.body ?? section.blocks).push(...textsOf(paragraph, place));
  }
  for (const { blocks, kind } of sections) {
    for (const block of blocks) {
      if (block.kind === "role") block.body = joinWrapped(block.body);
      else if (kind === "skills" && block.right !== null) {
        // Skills side by side are a list in columns.
        block.text = `${block.text} | ${block.right}`;
        block.right = null;
      }
    }
  }
  return sections.map((section) => ({ ...section, blocks: joinWrapped(section.blocks) }));
}

/** Short lines above a header that the reading did not count in, such as the employer: they stay with the role that they stand above. */
function leadsOf(paragraphs: readonly ResumeParagraph[], place: Places): Map<number, number> {
  const leads = new Map<number, number>();
  paragraphs.forEach(({ index }, at) => {
    const role = place.header.get(index);
    const above = paragraphs[at - 1];
    if (role === undefined || (above && place.header.get(above.index) === role)) return;
    for (const lead of paragraphs.slice(Math.max(0, at - 2), at).reverse()) {
      const taken = [place.header, place.bullet, place.environment, place.heading].some((map) => map.has(lead.index));
      const short = lead.text.length <= 100 && /^[\p{Lu}\p{N}]/u.test(lead.text) && !/[.;:,]$/.test(lead.text.trim());
      if (taken || lead.list !== null || !short) break;
      leads.set(lead.index, role);
    }
  });
  return leads;
}

/** Dates in a line of their own go to the right end of the line above. */
function addHeaderLine(header: HeaderLine[], text: string): void {
  const before = header.at(-1);
  const [range] = findDateRanges(text);
  const onlyDates = range !== undefined && lettersOf(text.slice(range.from, range.to)) === lettersOf(text);
  if (before && before.right === null && onlyDates && before.left.length < 80) before.right = text.replace(/\t/g, " ");
  else header.push(headerLineOf(text));
}

function textsOf(paragraph: ResumeParagraph, place: Places): RebuiltText[] {
  const { index, text, list } = paragraph;
  const role = place.bullet.get(index) ?? null;
  const common = { paragraph: index, role, technology: null, level: 0, right: null };
  const made = (kind: RebuiltText["kind"], words: string): RebuiltText => ({
    ...common,
    kind,
    text: words,
    rightToLeft: paragraph.rightToLeft || runsRightToLeft(words),
  });
  if (place.environment.has(index)) return [made("environment", visibleText(text).replace(/\s+/g, " "))];
  if (role !== null) return [made("bullet", bulletText(text).replace(/\n/g, " "))];
  // Bullets side by side, as in a list of three columns, are bullets one below the other.
  const pieces = text.split(/\t+(?=\s*[•●▪■◦○‣➢❖])/u);
  if (list !== null || pieces.length > 1) {
    return pieces.map((piece, at) => ({
      ...made(list === null && at === 0 ? "text" : "bullet", bulletText(piece)),
      level: list?.level ?? 0,
    }));
  }
  const label = (paragraph.bold >= 0.6 || paragraph.headingLevel !== null) && text.length <= 120;
  return visibleText(text)
    .split("\n")
    .map(lineOf)
    .filter(({ left, right }) => left !== "" || right !== null)
    .map(({ left, right }) => ({ ...made(label ? "label" : "text", left), right }));
}
