import { findPart } from "@/lib/documents/package/opc";
import { inflateEntry } from "@/lib/documents/package/inflate";
import { replaceEntries } from "@/lib/documents/package/replace-entries";
import { decodeXml } from "@/lib/documents/xml/decode";
import { encodeXml } from "@/lib/documents/xml/encode";
import { splice } from "@/lib/documents/xml/splice";
import { paragraphsOf } from "@/lib/resumes/reading/read-docx";
import { cautionsFor, type Caution } from "./cautions";
import { openDocx } from "./open-docx";
import { prove, type Proof } from "./proof";
import { writePoints, type Placement } from "./write-points";
import type { Author } from "./marks";

export interface Tailored {
  bytes: Uint8Array;
  proof: Proof;
  /** What whoever gets the document should know: protection, places of fixed height. */
  cautions: Caution[];
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
  const { zip } = docx.package;
  const entry = findPart(zip, docx.mainPart)!;
  const { paragraphs } = paragraphsOf(docx);
  const { insertions, written } = writePoints(docx.main, paragraphs, placements, author);
  const { source, inserted } = splice(docx.main.source, insertions);
  const content = encodeXml(source, decodeXml(inflateEntry(zip, entry)));
  const tailored = replaceEntries(zip, new Map([[entry.name, content]]));
  const proof = prove({ docx, paragraphs, written, inserted, tracked: author !== undefined }, () =>
    openDocx(tailored, fileName),
  );
  const places = placements.map(({ after }) => after);
  return { bytes: tailored, proof, cautions: cautionsFor(docx, paragraphs, places) };
}
