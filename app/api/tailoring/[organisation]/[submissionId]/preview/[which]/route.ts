import { privateContent, savedFile } from "@/lib/entry/file-headers";
import { readResume } from "@/lib/resumes/read";
import { previewCopy } from "@/lib/tailoring/preview/preview-copy";
import { documentRoute } from "../../document-route";

/** A copy of a document for the eyes, with its paragraphs numbered; of a PDF its lines, as JSON. Made anew each time, and kept nowhere. */
export const GET = documentRoute(async ({ name, bytes, format, inserted }) => {
  if (format === "pdf") {
    const { paragraphs } = await readResume(bytes, name);
    return Response.json({ lines: paragraphs.map(({ text }) => text) }, { headers: privateContent });
  }
  const added = inserted.flatMap(({ point, paragraphs }) =>
    paragraphs.map((paragraph) => ({ paragraph, pointId: point })),
  );
  const copy = new Uint8Array(previewCopy(bytes, name, added));
  return new Response(copy, { headers: savedFile(name, "application/octet-stream") });
});
