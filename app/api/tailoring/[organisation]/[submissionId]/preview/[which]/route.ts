import { z } from "zod";
import { apiActor } from "@/lib/entry/api-actor";
import { refusalResponse } from "@/lib/entry/refusal-response";
import { requestFacts } from "@/lib/entry/request";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { readResume } from "@/lib/resumes/read";
import { previewCopy } from "@/lib/tailoring/preview/preview-copy";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { documentBytes } from "@/lib/tailoring/tailored/document-bytes";

const Which = z.union([z.enum(["original", "draft"]), z.uuid()]);

/**
 * A copy of a document for the eyes: the original, the resume as it would be, or a version, with its paragraphs numbered. Of a PDF
 * its lines, as JSON. Made anew each time, and kept nowhere.
 */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ organisation: string; submissionId: string; which: string }> },
) {
  const facts = await requestFacts();
  try {
    const { organisation, submissionId, which } = await params;
    const actor = await apiActor(organisation);
    const asked = Which.safeParse(which);
    if (!z.uuid().safeParse(submissionId).success || !asked.success) throw notFound("this document");
    const { name, bytes, format, inserted } = await documentBytes(actor, submissionId, asked.data);
    const headers = {
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    };
    if (format === "pdf") {
      const { paragraphs } = await readResume(bytes, name);
      return Response.json({ lines: paragraphs.map(({ text }) => text) }, { headers });
    }
    const added = inserted.flatMap(({ point, paragraphs }) =>
      paragraphs.map((paragraph) => ({ paragraph, pointId: point })),
    );
    return new Response(new Uint8Array(previewCopy(bytes, name, added)), {
      headers: { ...headers, "content-type": "application/octet-stream", "content-disposition": "attachment" },
    });
  } catch (error) {
    const refused = error instanceof UnreadableFile || error instanceof TailoringRefused;
    return refusalResponse(refused ? new Refusal("invalid", error.message) : error, facts.requestId);
  }
}
