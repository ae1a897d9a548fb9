import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attachments, files } from "@/db/schema/files";
import { resumeRoleMarks, tailoredVersions, tailoringBatches, tailorings } from "@/db/schema/tailored";
import { candidates, candidateSkills, submissionMoves, submissions } from "@/db/schema/tailoring";
import type { PersonalData } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { eraseSends, exportSends } from "@/lib/tailoring/sending/personal-data";
import { openNote, openReason } from "@/lib/tailoring/submissions/load";
import { openDraft, openVersionDraft } from "@/lib/tailoring/tailored/draft";

/** In the order in which rows can be deleted: what points before what is pointed at. */
const tables = {
  resume_role_marks: resumeRoleMarks,
  tailored_versions: tailoredVersions,
  tailorings,
  submission_moves: submissionMoves,
  submissions,
  candidate_skills: candidateSkills,
  candidates,
} as const;

/**
 * That somebody was a candidate, for what they were put forward, what was noted of it, what was found in their resume, and what was made of it.
 * Of a recruiter: which resumes they had tailored in one go.
 */
export const tailoringPersonalData: PersonalData = {
  tables: [...Object.keys(tables), "resume_sends", "tailoring_batches"],
  async export(tx, personId) {
    const organisation = await organisationOfTransaction(tx);
    const moves = await tx.select().from(submissionMoves).where(eq(submissionMoves.personId, personId));
    const forward = await tx.select().from(submissions).where(eq(submissions.personId, personId));
    const drafts = await tx.select().from(tailorings).where(eq(tailorings.personId, personId));
    const versions = await tx.select().from(tailoredVersions).where(eq(tailoredVersions.personId, personId));
    return {
      resume_sends: await exportSends(tx, personId),
      tailorings: drafts.map((row) => ({ ...without(row), draft: openDraft({ organisation }, row) })),
      tailored_versions: versions.map((row) => ({ ...without(row), draft: openVersionDraft({ organisation }, row) })),
      resume_role_marks: await tx.select().from(resumeRoleMarks).where(eq(resumeRoleMarks.personId, personId)),
      tailoring_batches: await tx
        .select({ total: tailoringBatches.total, at: tailoringBatches.createdAt })
        .from(tailoringBatches)
        .where(eq(tailoringBatches.personId, personId)),
      candidates: await tx.select().from(candidates).where(eq(candidates.personId, personId)),
      candidate_skills: await tx.select().from(candidateSkills).where(eq(candidateSkills.personId, personId)),
      submissions: forward.map(({ noteEncrypted, ...row }) => ({
        ...row,
        note: openNote({ organisation }, row.id, noteEncrypted),
      })),
      submission_moves: moves.map(({ reasonEncrypted, ...row }) => ({
        ...row,
        reason: openReason({ organisation }, row.id, reasonEncrypted),
      })),
    };
  },
  async erase(tx, personId) {
    await forgetFiles(tx, personId);
    await eraseSends(tx, personId);
    await tx
      .update(tailoredVersions)
      .set({ batchId: null })
      .where(inArray(tailoredVersions.batchId, batchesOf(tx, personId)));
    for (const table of Object.values(tables)) await tx.delete(table).where(eq(table.personId, personId));
    await tx.delete(tailoringBatches).where(about(personId));
  },
};

/** Without what is sealed: it is exported open. */
const without = <Row extends { draftEncrypted: string; formerDraftEncrypted?: string | null }>(row: Row) => {
  const { draftEncrypted: _, formerDraftEncrypted: __, ...open } = row;
  return open;
};

const about = (personId: string) =>
  or(eq(tailoringBatches.personId, personId), eq(tailoringBatches.candidateId, personId));

const batchesOf = (tx: Transaction, personId: string) =>
  tx.select({ id: tailoringBatches.id }).from(tailoringBatches).where(about(personId));

/** Tailored resumes are the candidate's, whoever had them made: removed as of long ago, so that the next sweep forgets their contents. */
async function forgetFiles(tx: Transaction, personId: string): Promise<void> {
  const versions = tx
    .select({ id: tailoredVersions.id })
    .from(tailoredVersions)
    .where(eq(tailoredVersions.personId, personId));
  const made = tx
    .select({ id: attachments.fileId })
    .from(attachments)
    .where(and(eq(attachments.entity, "tailored-version"), inArray(attachments.entityId, versions)));
  await tx
    .update(files)
    .set({ name: "removed", deletedAt: new Date(0) })
    .where(inArray(files.id, made));
}
