import "server-only";
import { eq } from "drizzle-orm";
import { candidates, candidateSkills, submissionMoves, submissions } from "@/db/schema/tailoring";
import type { PersonalData } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { openNote, openReason } from "@/lib/tailoring/submissions/load";

/** In the order in which rows can be deleted: what points before what is pointed at. */
const tables = {
  submission_moves: submissionMoves,
  submissions,
  candidate_skills: candidateSkills,
  candidates,
} as const;

/** That somebody was a candidate, for what they were put forward, what was noted of it, and what was found in their resume. */
export const tailoringPersonalData: PersonalData = {
  tables: Object.keys(tables),
  async export(tx, personId) {
    const organisation = await organisationOfTransaction(tx);
    const moves = await tx.select().from(submissionMoves).where(eq(submissionMoves.personId, personId));
    const forward = await tx.select().from(submissions).where(eq(submissions.personId, personId));
    return {
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
    for (const table of Object.values(tables)) await tx.delete(table).where(eq(table.personId, personId));
  },
};
