import { inspectUpload } from "@/lib/documents/package/inspect";
import { openInspectedDocx } from "@/lib/documents/package/open-docx";
import { otherFormat } from "@/lib/documents/package/other-formats";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { decodeText, isText } from "@/lib/files/inspection/inspect-text";
import { readPdf } from "@/lib/resumes/pdf/read-pdf";
import { placesOf } from "@/lib/resumes/reading/docx-places";
import { textOf } from "@/lib/resumes/reading/read-docx";

/**
 * The text of a DOCX, a PDF or a text file, as a person would paste it: a line for each paragraph, "• " before what a list holds, a tab between
 * the cells of a row. Throws {@link UnreadableFile} for every other file, and nothing else.
 */
export async function readDocumentText(bytes: Uint8Array, fileName: string): Promise<string> {
  const inspection = inspectUpload(bytes, fileName);
  switch (inspection.kind) {
    case "docx":
      return docxText(openInspectedDocx(inspection.package, inspection.mainPart));
    case "pdf":
      return (await readPdf(bytes)).paragraphs.map(({ text }) => text).join("\n");
    case "other":
      return plainText(bytes, fileName);
    default:
      throw new UnreadableFile("other-office");
  }
}

/** Text of any encoding that people's programs write. A text that is a program's own format is not one. */
export function plainText(bytes: Uint8Array, fileName: string): string {
  if (bytes.every((byte) => byte <= 0x20)) throw new UnreadableFile("empty");
  if (!isText(bytes) || new TextDecoder("latin1").decode(bytes.subarray(0, 6)).startsWith("{\\rtf"))
    throw new UnreadableFile(otherFormat(bytes, fileName));
  return decodeText(bytes).text;
}

function docxText(docx: Parameters<typeof textOf>[0]): string {
  const { paragraphs } = textOf(docx);
  const placeOf = placesOf(paragraphs);
  const lines: string[] = [];
  let last: { row: number | null; cell: number | null } = { row: null, cell: null };
  paragraphs.forEach(({ text, copy, list }, index) => {
    if (copy === "fallback") return;
    const place = placeOf(index);
    const listed = list && list.source !== "typed" && text.trim() !== "";
    const line = listed ? `• ${text}` : text;
    const beside = place.row !== null && place.row === last.row && place.cell !== last.cell;
    if (beside && lines.length > 0 && !listed) lines.push(`${lines.pop()!}\t${line}`);
    else lines.push(line);
    last = place;
  });
  return lines.join("\n");
}
