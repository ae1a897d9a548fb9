import "server-only";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { privateContent, savedFile } from "@/lib/entry/file-headers";
import { Refusal } from "@/lib/platform/refusal";
import { readResume } from "@/lib/resumes/read";
import { previewCopy, type AddedLine } from "@/lib/tailoring/preview/preview-copy";

/** A copy of a document for the eyes, with its paragraphs numbered; of a PDF its lines, as JSON. Made anew each time, and kept nowhere. */
export async function previewAnswer(
  { name, bytes }: { name: string; bytes: Uint8Array },
  added: readonly AddedLine[] = [],
): Promise<Response> {
  try {
    if (isPdf(bytes)) {
      const { paragraphs } = await readResume(bytes, name);
      return Response.json({ lines: paragraphs.map(({ text }) => text) }, { headers: privateContent });
    }
    const copy = new Uint8Array(previewCopy(bytes, name, added));
    return new Response(copy, { headers: savedFile(name, "application/octet-stream") });
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Refusal("invalid", error.message);
    throw error;
  }
}

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");
