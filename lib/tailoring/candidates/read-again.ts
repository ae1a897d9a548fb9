import "server-only";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { resumes } from "@/db/schema/resumes";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { DamagedContent } from "@/lib/files/content-cipher";
import { readBytes } from "@/lib/files/open-file";
import { MissingContent } from "@/lib/files/store/missing-content";
import type { SystemActor } from "@/lib/platform/actor";
import { now as clock } from "@/lib/platform/clock";
import { askTogether, execute } from "@/lib/platform/execute";
import { Refusal } from "@/lib/platform/refusal";
import { readResume } from "@/lib/resumes/read";
import { ownTechnologiesWithHash } from "@/lib/tailoring/own-technologies/own-technologies";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { describeCandidate } from "./commands";
import { descriptionOf } from "./description-of";

interface ReadResume {
  id: string;
  personId: string;
  fileId: string;
  fileName: string;
}

/** Finds again what a resume that was read says of whom it is about. */
export async function describeResume(
  actor: SystemActor,
  resume: ReadResume,
  own: readonly OwnTechnology[],
): Promise<{ skills: number }> {
  const { bytes } = await readBytes(actor, resume.fileId);
  const reading = await readResume(bytes, resume.fileName);
  const description = descriptionOf(reading, clock(), own);
  return (
    await execute(describeCandidate, actor, {
      resumeId: resume.id,
      ...description,
    })
  ).output;
}

export interface ReadAgain {
  read: number;
  /** Their file is gone or no longer readable: they stay as they were. */
  left: number;
  /** The person after whom it goes on; null at the end, and where the technologies changed since, so that a later call does it all. */
  next: string | null;
}

/**
 * Finds the technologies of some people's newest resumes again, after those of the organisation changed.
 * @param of the hash of the technologies for which it was asked
 * @param after the person after whom it goes on; null for the beginning
 */
export async function readSkillsAgain(
  organisationId: string,
  { of, after, most = 20 }: { of: string; after: string | null; most?: number },
): Promise<ReadAgain> {
  const actor: SystemActor = {
    kind: "system",
    organisationId,
    cause: "tailoring-read-again",
  };
  const { own, hash, newest } = await askTogether(actor, async ({ tx }) => ({
    ...(await ownTechnologiesWithHash({ tx })),
    newest: await tx
      .selectDistinctOn([resumes.personId], {
        ...{
          id: resumes.id,
          personId: resumes.personId,
          fileId: resumes.fileId,
          fileName: resumes.fileName,
        },
      })
      .from(resumes)
      .where(
        and(eq(resumes.status, "read"), isNull(resumes.deletedAt), after ? gt(resumes.personId, after) : undefined),
      )
      .orderBy(resumes.personId, desc(resumes.createdAt), desc(resumes.id))
      .limit(most),
  }));
  if (hash !== of) return { read: 0, left: 0, next: null };
  let read = 0;
  for (const resume of newest) {
    try {
      await describeResume(actor, resume, own);
      read++;
    } catch (error) {
      if (!isLost(error)) throw error;
    }
  }
  return {
    read,
    left: newest.length - read,
    next: newest.length === most ? newest.at(-1)!.personId : null,
  };
}

const isLost = (error: unknown): boolean =>
  error instanceof UnreadableFile ||
  error instanceof MissingContent ||
  error instanceof DamagedContent ||
  (error instanceof Refusal && error.code === "not_found");
