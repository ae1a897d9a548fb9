import { z } from "zod";
import { savedFile } from "@/lib/entry/file-headers";
import { personRoute } from "@/lib/entry/person-route";
import { now } from "@/lib/platform/clock";
import { ask } from "@/lib/platform/execute";
import { notFound } from "@/lib/platform/refusal";
import { namedApart } from "@/lib/tailoring/preview/named-apart";
import { zipStream } from "@/lib/tailoring/preview/zip-stream";
import { oneTailoringBatch } from "@/lib/tailoring/tailored/batch-queries";
import { documentBytes } from "@/lib/tailoring/tailored/document-bytes";

/** All resumes of a batch that are done, as one ZIP: opened one after the other while it is sent, so that no more than one is held. */
export const GET = personRoute<{ organisation: string; batchId: string }>(async ({ params, actor, facts }) => {
  if (!z.uuid().safeParse(params.batchId).success) throw notFound("this work");
  const { rows } = await ask(oneTailoringBatch, actor, { id: params.batchId }, facts);
  const done = rows.filter(({ status }) => status === "done");
  if (done.length === 0) throw notFound("any finished resume of this work");
  const apart = namedApart();
  const files = done.map((row) => async () => {
    const { name, bytes } = await documentBytes(actor, row.submissionId, row.versionId, facts);
    return { name: apart(name), bytes };
  });
  const name = `resumes ${now().toISOString().slice(0, 10)}.zip`;
  return new Response(zipStream(files), { headers: savedFile(name, "application/zip") });
});
