import { z } from "zod";
import { personRoute } from "@/lib/entry/person-route";
import { previewAnswer } from "@/lib/entry/preview-answer";
import { readBytes } from "@/lib/files/open-file";
import { notFound } from "@/lib/platform/refusal";

/** What a file that the person may read looks like. */
export const GET = personRoute<{ organisation: string; fileId: string }>(
  async ({ params: { fileId }, actor, facts }) => {
    if (!z.uuid().safeParse(fileId).success) throw notFound("this file");
    return previewAnswer(await readBytes(actor, fileId, facts));
  },
);
