import { z } from "zod";
import { personRoute } from "@/lib/entry/person-route";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { documentBytes, type SeenDocument } from "@/lib/tailoring/tailored/document-bytes";

const Asked = z.object({ submissionId: z.uuid(), which: z.union([z.enum(["original", "draft"]), z.uuid()]) });

/**
 * The handler of a route about one document of a tailoring, as its address names it: the original, the resume as it would be, or a
 * version by its id. What the engine refuses is answered with its sentence.
 */
export const documentRoute = (work: (document: SeenDocument) => Promise<Response>) =>
  personRoute<{ organisation: string; submissionId: string; which: string }>(async ({ params, actor, facts }) => {
    const asked = Asked.safeParse(params);
    if (!asked.success) throw notFound("this document");
    try {
      return await work(await documentBytes(actor, asked.data.submissionId, asked.data.which, facts));
    } catch (error) {
      if (error instanceof TailoringRefused) throw new Refusal("invalid", error.message);
      throw error;
    }
  });
