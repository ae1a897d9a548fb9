import type { ResumeParagraph, ResumeReading } from "../types";
import { refuseFloods } from "@/lib/documents/package/pdf-streams";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { interpret } from "../reading/interpret";
import { typedBullet } from "../reading/typed-bullets";
import { isLoneBullet, layoutPage, type PdfLine } from "./layout";
import { loadPdf } from "./load-pdf";

/** Fewer letters than this on all pages together: the text is in pictures. */
const FEWEST_LETTERS = 40;

/** Reads a PDF. A paragraph of the result is a line, with the lines that a bullet or a sentence runs on to. */
export async function readPdf(bytes: Uint8Array): Promise<ResumeReading> {
  refuseFloods(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { pages, addresses } = await loadPdf(bytes);
  const lines = pages.flatMap((page, index) => layoutPage(page, index));
  const letters = lines.reduce((sum, line) => sum + (line.text.match(/\p{L}/gu)?.length ?? 0), 0);
  if (letters < FEWEST_LETTERS) throw new UnreadableFile("pdf-no-text");
  return interpret("pdf", toParagraphs(lines), { addresses });
}

/** Puts wrapped lines together: those of a bullet by their indent, those of a sentence by the full line before. */
export function toParagraphs(lines: readonly PdfLine[]): ResumeParagraph[] {
  const paragraphs: ResumeParagraph[] = [];
  let previous: PdfLine | null = null;
  let bulletX: number | null = null;
  let pendingBullet = "";
  for (const line of lines) {
    if (isLoneBullet(line.text)) {
      pendingBullet = line.text.trim();
      continue;
    }
    const text = pendingBullet === "" ? line.text : `${pendingBullet} ${line.text}`;
    pendingBullet = "";
    const typed = typedBullet(text);
    const open = paragraphs.at(-1);
    if (open && previous && !typed && runsOn(previous, line, open, bulletX)) {
      open.text =
        /\p{L}[-\u2010]$/u.test(open.text) && /^\p{Ll}/u.test(text)
          ? open.text.slice(0, -1) + text
          : `${open.text} ${text}`;
    } else {
      bulletX = typed ? line.x : null;
      // White space between blocks is what an empty paragraph is in a document.
      if (previous && isApart(previous, line)) paragraphs.push(paragraphOf(paragraphs.length, "", line, null));
      paragraphs.push(paragraphOf(paragraphs.length, text, line, typed?.marker ?? null));
    }
    previous = line;
  }
  return paragraphs;
}

function runsOn(previous: PdfLine, line: PdfLine, open: ResumeParagraph, bulletX: number | null): boolean {
  if (previous.page !== line.page || previous.column !== line.column) return false;
  const drop = previous.y - line.y;
  if (drop <= 0 || drop > line.size * 1.75 || Math.abs(previous.size - line.size) > 0.8) return false;
  if (Math.abs(previous.bold - line.bold) > 0.6) return false;
  const full = previous.right > line.columnRight - (line.columnRight - line.left) * 0.18;
  if (bulletX !== null)
    return (
      line.x > bulletX + 2 &&
      (full || /^[\p{Ll}(&]/u.test(line.text) || line.x > bulletX + 5) &&
      !/\t/.test(line.text) &&
      line.bold < 0.6
    );
  return (
    full &&
    Math.abs(previous.x - line.x) < 3 &&
    open.text.length > 40 &&
    !/\t/.test(line.text) &&
    line.bold < 0.6 &&
    !/[.:]$/.test(previous.text)
  );
}

function isApart(previous: PdfLine, line: PdfLine): boolean {
  if (previous.page !== line.page || previous.column !== line.column) return true;
  return previous.y - line.y > Math.max(previous.size, line.size) * 1.9;
}

function paragraphOf(index: number, text: string, line: PdfLine, marker: string | null): ResumeParagraph {
  return {
    index,
    text,
    container: "page",
    copy: "only",
    list: marker === null ? null : { source: "typed", listId: null, level: 0, ordered: false, marker },
    bold: line.bold,
    size: Math.round(line.size * 2) / 2,
    headingLevel: null,
    rightToLeft: false,
  };
}
