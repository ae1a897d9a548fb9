import type { ResumeContacts, ResumeParagraph } from "@/lib/resumes/types";
import { lettersOf } from "./text-of";

/** Numbers of the paragraphs of a PDF that belong to its pages: "Page 2 of 3", and the name with a number that comes on each page. */
export function pageLines(paragraphs: readonly ResumeParagraph[], { name }: ResumeContacts): Set<number> {
  const shapes = new Map<string, number[]>();
  for (const { index, text } of paragraphs) {
    const shape = text.trim().replace(/\d+/g, "#").replace(/\s+/g, " ");
    if (shape !== "" && shape.length < 100) shapes.set(shape, [...(shapes.get(shape) ?? []), index]);
  }
  const found = new Set<number>();
  const named = name === null ? null : lettersOf(name);
  for (const [shape, indexes] of shapes) {
    const numbered =
      /^(?:page|pagina|página|seite|p\.)\s*#(?:\s*(?:of|\/|von|de|di|sur)\s*#)?$|^#\s*(?:\/|of)\s*#$/i.test(shape);
    const ofThePerson =
      named !== null &&
      named !== "" &&
      indexes.length > 1 &&
      /#|page|résumé|resume|curriculum|\bcv\b/i.test(shape) &&
      !/@/.test(shape) &&
      lettersOf(shape).includes(named);
    if (numbered || ofThePerson) for (const index of indexes) found.add(index);
  }
  return found;
}
