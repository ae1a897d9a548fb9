import { tidy } from "@/lib/resumes/reading/lines";
import type { ResumeParagraph, ResumeReading } from "@/lib/resumes/types";
import { pageLines } from "./page-lines";
import type { Places } from "./places";
import type { RebuiltResume } from "./rebuilt-resume";
import { lettersOf, visibleText } from "./text-of";
import { onlyContacts } from "./top-lines";

interface Split {
  name: string | null;
  top: string[];
  rest: ResumeParagraph[];
  leftOut: RebuiltResume["leftOut"];
}

/** Longer paragraphs above the first heading are a summary, not a line of the top. */
const longestTopLine = 160;

/** Takes name and contacts out, wherever they stand: from a margin they would come after half of the resume. */
export function splitTop(reading: ResumeReading, place: Places): Split {
  const { contacts } = reading;
  const ofPages = reading.format === "pdf" ? pageLines(reading.paragraphs, contacts) : new Set<number>();
  const leftOut: RebuiltResume["leftOut"] = [];
  const paragraphs = reading.paragraphs.filter(({ copy, index, text }) => {
    if (ofPages.has(index)) leftOut.push({ paragraph: index, text: visibleText(text), reason: "page-line" });
    return copy !== "fallback" && !ofPages.has(index);
  });
  const named = nameParagraph(paragraphs, contacts.name, place);
  const top: string[] = [];
  if (named?.remainder) top.push(named.remainder);
  const rest: ResumeParagraph[] = [];
  const moved = contactSections(paragraphs, reading, place);
  let open = true;
  for (const paragraph of paragraphs) {
    const { index, text } = paragraph;
    if (index === named?.paragraph.index) continue;
    if (place.heading.has(index) || place.header.has(index)) open = false;
    if (moved.has(index)) {
      if (place.heading.has(index))
        leftOut.push({ paragraph: index, text: visibleText(text), reason: "contacts-at-top" });
      else top.push(text);
    } else if (open && paragraph.list === null && text.length <= longestTopLine) top.push(text);
    else {
      if (text.trim() !== "") open = false;
      rest.push(paragraph);
    }
  }
  return { name: named?.name ?? contacts.name, top, rest, leftOut };
}

/** The paragraph that is the name or begins with it; where no name is known, a first line that is larger than everything else. */
function nameParagraph(
  paragraphs: readonly ResumeParagraph[],
  name: string | null,
  place: Places,
): { paragraph: ResumeParagraph; name: string; remainder: string } | null {
  // A name that was taken for a part of a role's header is a name all the same, unless the role has nothing else.
  const alone = (index: number): boolean => {
    const role = place.header.get(index);
    return role !== undefined && [...place.header.values()].filter((other) => other === role).length === 1;
  };
  const free = paragraphs.filter(({ index, text }) => text.trim() !== "" && !alone(index) && !place.bullet.has(index));
  if (name === null) {
    const first = free[0];
    const size = first?.size ?? 0;
    if (!first || first.text.length > 40 || /[@\d]/.test(first.text) || place.heading.has(first.index)) return null;
    if (paragraphs.some((other) => other !== first && (other.size ?? 0) >= size)) return null;
    return { paragraph: first, name: tidy(visibleText(first.text)), remainder: "" };
  }
  const letters = lettersOf(name);
  const whole = free.filter(({ text }) => lettersOf(text) === letters);
  const paragraph =
    whole.sort((one, other) => (other.size ?? 0) - (one.size ?? 0))[0] ??
    free.slice(0, 12).find(({ text }) => lettersOf(text).startsWith(letters));
  if (!paragraph) return null;
  const text = visibleText(paragraph.text);
  if (lettersOf(text) === letters) return { paragraph, name: tidy(text), remainder: "" };
  let end = 0;
  while (end < text.length && lettersOf(text.slice(0, end)) !== letters) end++;
  if (lettersOf(text.slice(0, end)) !== letters) return null;
  const remainder = text.slice(end).replace(/^[\s|•·,;:–—-]+/, "");
  return { paragraph, name: text.slice(0, end).trim(), remainder };
}

/** Paragraphs of sections that hold nothing but contacts, with their headings. */
function contactSections(
  paragraphs: readonly ResumeParagraph[],
  { sections, contacts }: ResumeReading,
  place: Places,
): Set<number> {
  const moved = new Set<number>();
  for (const section of sections) {
    if (section.kind !== "other" || !place.heading.has(section.heading)) continue;
    const inside = paragraphs.filter(
      ({ index, text }) => index > section.heading && index < section.end && text.trim() !== "",
    );
    if (inside.length === 0 || !inside.every(({ text }) => onlyContacts(text, contacts))) continue;
    for (const { index } of inside) moved.add(index);
    moved.add(section.heading);
  }
  return moved;
}
