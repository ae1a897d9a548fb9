import "pdf-parse/worker";
import { PDFParse } from "pdf-parse";
import { UnreadableFile } from "../package/unreadable-file";
import { typedBullet } from "../reading/typed-bullets";
import type { ResumeParagraph } from "../types";

/** More pages than any resume has; a file of that length is something else. */
const mostPages = 30;
/** Fewer letters than this in the whole file: pictures of text. */
const leastLetters = 60;

/** The lines of a PDF as paragraphs, in the order in which the file gives them. Refuses what holds no text. */
export async function readPdfParagraphs(bytes: Uint8Array): Promise<ResumeParagraph[]> {
  // The parser takes the buffer over; the caller keeps its own.
  const parser = new PDFParse({ data: bytes.slice() });
  try {
    const { text, total } = await parser.getText({ pageJoiner: "" });
    if (total > mostPages) throw new UnreadableFile("pdf-too-long");
    if ((text.match(/\p{L}/gu) ?? []).length < leastLetters) throw new UnreadableFile("pdf-no-text");
    return text.split("\n").map(paragraphOf);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(/password/i.test(String(error)) ? "encrypted" : "pdf-damaged");
  } finally {
    await parser.destroy();
  }
}

function paragraphOf(text: string, index: number): ResumeParagraph {
  const bullet = typedBullet(text);
  const marker = bullet ? text.slice(0, bullet.length).trim() : "";
  return {
    index,
    text,
    container: "page",
    copy: "only",
    list: bullet ? { source: "typed", listId: null, level: 0, ordered: /\d/.test(marker), marker } : null,
    bold: 0,
    size: null,
    headingLevel: null,
    rightToLeft: /^[^\p{L}]*[\u0590-\u08ff]/u.test(text),
  };
}
