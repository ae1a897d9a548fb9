import { z } from "zod";
import { apiActor } from "@/lib/entry/api-actor";
import { refusalResponse } from "@/lib/entry/refusal-response";
import { requestFacts } from "@/lib/entry/request";
import { contentDisposition } from "@/lib/files/safe-name";
import { now } from "@/lib/platform/clock";
import { ask } from "@/lib/platform/execute";
import { notFound } from "@/lib/platform/refusal";
import { namedApart } from "@/lib/tailoring/preview/named-apart";
import { zipStream } from "@/lib/tailoring/preview/zip-stream";
import { oneTailoringBatch } from "@/lib/tailoring/tailored/batch-queries";
import { documentBytes } from "@/lib/tailoring/tailored/document-bytes";

/** All resumes of a batch that are done, as one ZIP: opened one after the other while it is sent, so that no more than one is held. */
export async function GET(_: Request, { params }: { params: Promise<{ organisation: string; batchId: string }> }) {
  const facts = await requestFacts();
  try {
    const { organisation, batchId } = await params;
    const actor = await apiActor(organisation);
    if (!z.uuid().safeParse(batchId).success) throw notFound("this work");
    const { rows } = await ask(oneTailoringBatch, actor, { id: batchId }, facts);
    const done = rows.filter(({ status }) => status === "done");
    if (done.length === 0) throw notFound("any finished resume of this work");
    const apart = namedApart();
    const files = done.map((row) => async () => {
      const { name, bytes } = await documentBytes(actor, row.submissionId, row.versionId, facts);
      return { name: apart(name), bytes };
    });
    return new Response(zipStream(files), {
      headers: {
        "cache-control": "private, no-store",
        "content-type": "application/zip",
        "content-disposition": contentDisposition("attachment", `resumes ${now().toISOString().slice(0, 10)}.zip`),
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  } catch (error) {
    return refusalResponse(error, facts.requestId);
  }
}
