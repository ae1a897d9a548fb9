import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { DocxParagraph } from "@/lib/resumes/reading/docx-paragraphs";
import { lastInside } from "./proof";
import type { Written } from "./write-points";

/**
 * The numbers that new paragraphs have in the finished document, by the place of their placements: two where a text box is stored twice. A paragraph is
 * counted where it begins, so one that holds a text box comes before those in the box, and what is written behind it comes after them.
 */
export function newNumbers(
  main: XmlDocument,
  before: readonly DocxParagraph[],
  written: readonly Written[],
): readonly number[][] {
  const numbers: number[][] = [];
  written
    .map(({ place, after }) => ({ place, behind: lastInside(main, before, after) }))
    .sort((one, other) => one.behind - other.behind)
    .forEach(({ place, behind }, earlier) => (numbers[place] ??= []).push(behind + 1 + earlier));
  return numbers;
}
