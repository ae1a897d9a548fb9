import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { tailoredVersions, tailorings } from "@/db/schema/tailored";
import { newId } from "@/db/tenant-table";
import { storeFile } from "@/lib/files/store-file";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { sealDraft, sealVersionDraft } from "@/lib/tailoring/tailored/draft";
import { submissions } from "@/db/schema/tailoring";
import { resumes } from "@/db/schema/resumes";

/** A tailored version of a submission for tests of sending, whose one file holds these words. Returns the version's id. */
export async function tailoredFor(organisationId: string, submissionId: string, words: string): Promise<string> {
  const system = { kind: "system", organisationId, cause: "test" } as const;
  const { fileId } = await storeFile(system, { name: "resume.txt", content: Buffer.from(words) });
  return transaction({ organisationId }, async (tx) => {
    const organisation = await organisationOfTransaction(tx);
    const [submission] = await tx.select().from(submissions).where(eq(submissions.id, submissionId));
    const { personId } = submission!;
    const [known] = await tx.select().from(tailorings).where(eq(tailorings.submissionId, submissionId));
    const resumeId = newId();
    await tx.insert(resumes).values({
      ...{ id: resumeId, personId, fileId, fileName: "resume.docx", status: "read", format: "docx" },
      readAt: new Date(),
    });
    const draft = { points: [], decided: {}, held: {}, pages: null };
    const tailoringId = known?.id ?? newId();
    if (!known)
      await tx.insert(tailorings).values({
        ...{ id: tailoringId, submissionId, personId, resumeId },
        draftEncrypted: sealDraft({ organisation }, tailoringId, draft),
      });
    const id = newId();
    const number = 1 + (await tx.$count(tailoredVersions, eq(tailoredVersions.tailoringId, tailoringId)));
    await tx.insert(tailoredVersions).values({
      ...{ id, tailoringId, submissionId, personId, resumeId, number, status: "done", settledAt: new Date() },
      ...{ draftEncrypted: sealVersionDraft({ organisation }, id, draft), cleanFileId: fileId },
    });
    return id;
  });
}
