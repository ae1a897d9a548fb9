import { z } from "zod";
import { apiActor } from "@/lib/entry/api-actor";
import { refusalResponse } from "@/lib/entry/refusal-response";
import { requestFacts } from "@/lib/entry/request";
import { contentDisposition } from "@/lib/files/safe-name";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { documentBytes } from "@/lib/tailoring/tailored/document-bytes";

const Which = z.union([z.enum(["original", "draft"]), z.uuid()]);
const mediaTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

/** The document itself, for whom it cannot be shown in the page: the original, the resume as it would be, or a version. */
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
    const { name, bytes, format } = await documentBytes(actor, submissionId, asked.data);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "cache-control": "private, no-store",
        "content-type": mediaTypes[format],
        "content-disposition": contentDisposition("attachment", name),
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  } catch (error) {
    return refusalResponse(
      error instanceof TailoringRefused ? new Refusal("invalid", error.message) : error,
      facts.requestId,
    );
  }
}
