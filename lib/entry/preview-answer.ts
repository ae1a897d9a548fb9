import "server-only";
import { inspectUpload } from "@/lib/documents/package/inspect";
import { openInspectedDocx } from "@/lib/documents/package/open-docx";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { privateContent, savedFile } from "@/lib/entry/file-headers";
import { readPdf } from "@/lib/resumes/pdf/read-pdf";
import { previewCopy, type AddedLine } from "@/lib/tailoring/preview/preview-copy";

/**
 * A copy of a document for the eyes, with its paragraphs numbered; of a PDF its lines, as JSON. Made anew each time, and kept nowhere.
 * Throws UnreadableFile for what is neither, or cannot be read.
 */
export async function previewAnswer(
  { name, bytes }: { name: string; bytes: Uint8Array },
  added: readonly AddedLine[] = [],
): Promise<Response> {
  const inspection = inspectUpload(bytes, name);
  if (inspection.kind === "pdf") {
    const { paragraphs } = await readPdf(bytes);
    return Response.json({ lines: paragraphs.map(({ text }) => text) }, { headers: privateContent });
  }
  if (inspection.kind !== "docx") throw new UnreadableFile("other-office");
  const copy = previewCopy(openInspectedDocx(inspection.package, inspection.mainPart), added);
  return new Response(new Uint8Array(copy), { headers: savedFile(name, "application/octet-stream") });
}
