import type { ResumeReading } from "@/lib/resumes/types";

/** A page of A4 or Letter with margins of an inch, in points. */
const page = { width: 460, height: 665 };
/** A letter is about half as wide as high, and a line a fifth higher than its letters: averages of the usual fonts. */
const letterWidth = 0.5;
const lineHeight = 1.2;
/** Points, where the file does not say: what Word begins with. */
const usualSize = 11;
/** Cells of a row stand side by side. */
const sideBySide = 0.5;

/** How many pages a document has by its text and sizes, at least 1. An estimate: it knows neither margins, spacing nor pictures. */
export function estimatedPages({ paragraphs }: ResumeReading): number {
  let height = 0;
  for (const { text, size, list, container, copy } of paragraphs) {
    if (copy === "fallback") continue;
    const points = size ?? usualSize;
    const width = page.width - (list ? 18 * (list.level + 1) : 0);
    const lines = text
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * points * letterWidth) / width)), 0);
    height += lines * points * lineHeight * (container === "cell" ? sideBySide : 1);
  }
  return Math.max(1, Math.ceil(height / page.height));
}
