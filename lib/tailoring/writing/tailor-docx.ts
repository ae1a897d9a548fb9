import type { OpenDocx } from "@/lib/documents/package/open-docx";
import { findPart } from "@/lib/documents/package/opc";
import { replaceEntries } from "@/lib/documents/package/replace-entries";
import { spliceBytes } from "@/lib/documents/xml/splice";
import { textOf, type DocxText } from "@/lib/resumes/reading/read-docx";
import { cautionsFor, type Caution } from "./cautions";
import type { Author } from "./marks";
import { newNumbers } from "./new-numbers";
import { openDocx, refuseSigned } from "./open-docx";
import { prove, type Proof } from "./proof";
import { writePoints, type Placement } from "./write-points";

export interface Tailored {
  bytes: Uint8Array;
  proof: Proof;
  /** What whoever gets the document should know: protection, places of fixed height. */
  cautions: Caution[];
  /** Numbers of the new paragraphs in the finished document, in the order of the placements; two where a text box is stored twice. */
  newParagraphs: readonly number[][];
}

/**
 * The same document with points in it, each a true sibling of the bullets around it. Everything else stays byte for byte as it is; with an author
 * the points are tracked insertions. What leaves has been opened, read and compared again ({@link prove}).
 * Throws an UnreadableFile for what cannot be read and a TailoringRefused for what cannot be done.
 */
export function tailorDocx(
  bytes: Uint8Array,
  fileName: string,
  placements: readonly Placement[],
  author?: Author,
): Tailored {
  const docx = openDocx(bytes, fileName);
  return tailorOpened(docx, textOf(docx), placements, author);
}

/** {@link tailorDocx} for a document that is open, with its text. */
export function tailorOpened(
  docx: OpenDocx,
  text: DocxText,
  placements: readonly Placement[],
  author?: Author,
): Tailored {
  refuseSigned(docx.package);
  const { zip } = docx.package;
  const entry = findPart(zip, docx.mainPart)!;
  const { insertions, written } = writePoints(docx.main, text.paragraphs, placements, author);
  const main = spliceBytes(docx.mainBytes, { source: docx.main.source, form: docx.form }, insertions);
  const bytes = replaceEntries(zip, new Map([[entry.name, main.bytes]]));
  const { inserted } = main;
  const proof = prove({ docx, text, written, insertions, inserted, tracked: author !== undefined }, bytes);
  const places = placements.map(({ after }) => after);
  const newParagraphs = newNumbers(docx.main, text.paragraphs, written);
  return { bytes, proof, cautions: cautionsFor(docx, text.paragraphs, places), newParagraphs };
}
