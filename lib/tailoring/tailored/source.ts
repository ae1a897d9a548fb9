import "server-only";
import { desc, eq } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { tailoredVersions, tailorings } from "@/db/schema/tailored";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { DamagedContent } from "@/lib/files/content-cipher";
import { MissingContent } from "@/lib/files/store/missing-content";
import type { QueryContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { openResume } from "@/lib/resumes/read";
import { skillsOf } from "@/lib/tailoring/requirements/load";
import { storedBytes } from "@/lib/tailoring/stored-bytes";
import { openDraft } from "./draft";
import type { Draft } from "./draft-schema";
import { readResumesOf, submissionSeen, type Tailoring } from "./load";
import { withRoleMarks, type MarkedResume } from "./role-marks";
import type { AskedSkill } from "./plan-draft";
import type { SourceCode } from "./tailoring-view";

/** What a tailoring is about and made of, without the document itself. */
export async function tailoringSeen(context: QueryContext, submissionId: string) {
  const { tx } = context;
  const submission = await submissionSeen(context, submissionId);
  const resumes = await readResumesOf(context, submission.personId);
  const [tailoring] = await tx.select().from(tailorings).where(eq(tailorings.submissionId, submissionId));
  return {
    submission,
    resumes,
    tailoring: tailoring ?? null,
    skills: await askedSkills(context, submission.requirementId),
  };
}

export async function askedSkills(context: Pick<QueryContext, "tx">, requirementId: string): Promise<AskedSkill[]> {
  const rows = await skillsOf(context, requirementId);
  return rows.map(({ name, need, years }) => ({ name, need: need as AskedSkill["need"], years }));
}

/** Versions of a tailoring with who made each, the newest first. */
export const versionsOf = ({ tx }: Pick<QueryContext, "tx">, tailoringId: string) =>
  tx
    .select({ row: tailoredVersions, by: people.name })
    .from(tailoredVersions)
    .leftJoin(people, eq(people.id, tailoredVersions.madeByPersonId))
    .where(eq(tailoredVersions.tailoringId, tailoringId))
    .orderBy(desc(tailoredVersions.number))
    .limit(100);

/** A resume that takes points in: its bytes, its reading with the roles that people clicked, and the draft. */
export interface Source extends MarkedResume {
  bytes: Uint8Array;
  fileName: string;
}

/** A resume that cannot be opened. */
export interface SourceProblem {
  code: SourceCode;
}

/** Opens the resume of a tailoring. That the actor sees the submission was asked before. */
export async function openSource(
  context: QueryContext,
  resume: { id: string; fileId: string; fileName: string },
): Promise<Source | SourceProblem> {
  try {
    const { bytes } = await storedBytes(context, resume.fileId);
    const open = await openResume(bytes, resume.fileName);
    return { bytes, fileName: resume.fileName, ...(await withRoleMarks(context, resume.id, open)) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { code: error.code };
    if (isGone(error)) return { code: "file-missing" };
    throw error;
  }
}

/** The draft of a tailoring, opened. */
export const draftOf = (context: Pick<QueryContext, "organisation">, tailoring: Tailoring): Draft =>
  openDraft(context, tailoring);

/** Removed, or lost or damaged in the store. */
const isGone = (error: unknown): boolean =>
  (error instanceof Refusal && error.code === "not_found") ||
  error instanceof MissingContent ||
  error instanceof DamagedContent;
