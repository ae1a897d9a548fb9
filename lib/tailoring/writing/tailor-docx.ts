import { openInspectedDocx, type OpenDocx } from "@/lib/documents/package/open-docx";
import { findPart } from "@/lib/documents/package/opc";
import { inflateEntry } from "@/lib/documents/package/inflate";
import { inspectUpload } from "@/lib/documents/package/inspect";
import { otherFormat } from "@/lib/documents/package/other-formats";
import { replaceEntries } from "@/lib/documents/package/replace-entries";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { decodeXml } from "@/lib/documents/xml/decode";
import { encodeXml } from "@/lib/documents/xml/encode";
import { splice } from "@/lib/documents/xml/splice";
import { paragraphsOf } from "@/lib/resumes/reading/read-docx";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { prove, type Proof } from "./proof";
import { writePoints, type Placement } from "./write-points";
import type { Author } from "./marks";

export interface Tailored {
  bytes: Uint8Array;
  proof: Proof;
}

/**
 * The same document with points in it, each a true sibling of the bullets around it. Everything else stays byte for byte as it is; with an author
 * the points are tracked insertions. What leaves has been opened, read and compared again ({@link prove}).
 * Throws {@link UnreadableFile} for what cannot be read and {@link TailoringRefused} for what cannot be done.
 */
export function tailorDocx(
  bytes: Uint8Array,
  fileName: string,
  placements: readonly Placement[],
  author?: Author,
): Tailored {
  const docx = openDocx(bytes, fileName);
  if (docx.package.zip.entries.some(({ name }) => name.toLowerCase().startsWith("_xmlsignatures/")))
    throw new TailoringRefused("signed");
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
  return { bytes: tailored, proof };
}

function openDocx(bytes: Uint8Array, fileName: string): OpenDocx {
  const inspection = inspectUpload(bytes, fileName);
  switch (inspection.kind) {
    case "docx":
      return openInspectedDocx(inspection.package, inspection.mainPart);
    case "pdf":
      throw new TailoringRefused("pdf-not-editable");
    case "other":
      throw new UnreadableFile(otherFormat(bytes, fileName));
    default:
      throw new UnreadableFile("other-office");
  }
}
