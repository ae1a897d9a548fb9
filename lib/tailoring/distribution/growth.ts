import { attribute, childNamed } from "@/lib/documents/xml/cursor";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { ResumeParagraph } from "@/lib/resumes/types";

/** How much of a page a new bullet takes, predicted from the size of page and letters: an estimate, since nothing is laid out. */
export interface PageSpace {
  /** Lines that a bullet with this text takes. */
  linesOf(text: string): number;
  /** Lines on a page. */
  linesPerPage: number;
}

/** Points (1/72 inch). Word's own sizes where a document says none: Letter, an inch of margin, 11 point text. */
interface Page {
  width: number;
  height: number;
  columns: number;
}

const usualPage: Page = { width: 468, height: 648, columns: 1 };
const usualSize = 11;
const bulletIndent = 36;
/** Mean width of a letter of running English text in the usual fonts, in parts of its size (Times 0.44, Arial and Calibri 0.48 to 0.5). */
const letterWidth = 0.48;
/** Distance of lines, in parts of the size. */
const lineHeight = 1.2;

/** The space of a document whose bullets are `bullets`. */
export function pageSpaceOf(document: XmlDocument, bullets: readonly ResumeParagraph[]): PageSpace {
  const { width, height, columns } = pageOf(document);
  const sizes = bullets.flatMap(({ size }) => size ?? []).sort((one, other) => one - other);
  const size = sizes[Math.floor(sizes.length / 2)] ?? usualSize;
  const perLine = Math.max(10, (width / columns - bulletIndent) / (size * letterWidth));
  return {
    linesOf: (text) => Math.max(1, Math.ceil([...text].length / perLine)),
    linesPerPage: Math.max(1, Math.floor(height / (size * lineHeight))),
  };
}

/** The page of the last section, which in a resume is the page of all. */
function pageOf(document: XmlDocument): Page {
  const section = document.tokens.findLastIndex(({ kind, name }) => kind === "start" && name === "w:sectPr");
  if (section < 0) return usualPage;
  const measure = (element: string, name: string, otherwise: number): number => {
    const at = childNamed(document, section, element);
    const twips = at < 0 ? NaN : Number(attribute(document, at, name));
    return Number.isFinite(twips) ? twips / 20 : otherwise;
  };
  const width = measure("w:pgSz", "w:w", 612) - measure("w:pgMar", "w:left", 72) - measure("w:pgMar", "w:right", 72);
  const height = measure("w:pgSz", "w:h", 792) - measure("w:pgMar", "w:top", 72) - measure("w:pgMar", "w:bottom", 72);
  if (width < 72 || height < 72) return usualPage;
  const columns = Math.min(4, Math.max(1, Math.round(measure("w:cols", "w:num", 0.05) * 20)));
  return { width, height, columns };
}
