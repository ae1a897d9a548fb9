import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { resumes } from "@/db/schema/resumes";
import type { OrganisationActor } from "@/lib/platform/actor";
import { ask, type ExecuteOptions } from "@/lib/platform/execute";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { CandidateId } from "@/lib/tailoring/candidates/schemas";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import { storedBytes } from "@/lib/tailoring/stored-bytes";

/** The newest resume of a candidate as it came, also before it was read. Refused as not found for who does not see the candidate. */
export const resumeDocument = (
  actor: OrganisationActor,
  candidateId: string,
  options: ExecuteOptions = {},
): Promise<{ name: string; bytes: Uint8Array }> => ask(newestResume, actor, { id: candidateId }, options);

/** Not in the manifest: its answer is a file, which only our own routes hand over. */
const newestResume = query({
  name: "tailoring.resumeDocument",
  permission: "tailoring:read",
  input: CandidateId,
  example: ({ candidateId }) => ({ id: candidateId }),
  async run(context, { id }) {
    const [resume] = await context.tx
      .select({ fileId: resumes.fileId, name: resumes.fileName })
      .from(resumes)
      .where(
        and(eq(resumes.personId, id), isNull(resumes.deletedAt), visibleCandidate(context.actor, resumes.personId)),
      )
      .orderBy(desc(resumes.createdAt), desc(resumes.id))
      .limit(1);
    if (!resume) throw notFound("this resume");
    return { name: resume.name, bytes: (await storedBytes(context, resume.fileId)).bytes };
  },
});
