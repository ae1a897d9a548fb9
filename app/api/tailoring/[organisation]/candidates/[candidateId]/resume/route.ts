import { z } from "zod";
import { personRoute } from "@/lib/entry/person-route";
import { previewAnswer } from "@/lib/entry/preview-answer";
import { notFound } from "@/lib/platform/refusal";
import { resumeDocument } from "@/lib/tailoring/candidates/resume-document";

/** What the newest resume of a candidate looks like. */
export const GET = personRoute<{ organisation: string; candidateId: string }>(async ({ params, actor, facts }) => {
  const id = z.uuid().safeParse(params.candidateId);
  if (!id.success) throw notFound("this candidate");
  return previewAnswer(await resumeDocument(actor, id.data, facts));
});
