import type { OpenResume } from "@/lib/resumes/read";
import { pageSpaceOf } from "@/lib/tailoring/distribution/growth";

/** How long a resume is, in lines, and how a page of it holds them. */
export interface ResumeLength {
  lines: number;
  linesPerPage: number;
  linesOf: (text: string) => number;
}

/** Two cells stand beside each other, as far as one can tell without drawing them. */
const sideBySide = 0.5;

/** The length of a Word document, estimated from the sizes of page and letters; null for a PDF, whose pages a new document does not keep. */
export function lengthOf({ reading, docx }: OpenResume): ResumeLength | null {
  if (!docx) return null;
  const bullets = reading.roles.flatMap((role) => role.bullets.map((bullet) => docx.text.paragraphs[bullet]!));
  const { linesOf, linesPerPage } = pageSpaceOf(docx.open.main, bullets);
  const lines = reading.paragraphs.reduce(
    (sum, { text, container, copy }) =>
      copy === "fallback" ? sum : sum + linesOf(text) * (container === "cell" ? sideBySide : 1),
    0,
  );
  return { lines, linesPerPage, linesOf };
}

/** The part of its last page that a resume leaves free, 0 to 1. */
export function freePartOf(resume: OpenResume): number {
  const length = lengthOf(resume);
  if (!length) return 0;
  const pages = length.lines / length.linesPerPage;
  return Math.max(1, Math.ceil(pages)) - pages;
}
