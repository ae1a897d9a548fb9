import "server-only";
import { eq } from "drizzle-orm";
import { tailoredVersions, tailorings } from "@/db/schema/tailored";
import type { CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { recorded as recordedTailoring } from "./draft-commands";
import { openDraft } from "./draft";
import { recorded as recordedVersion } from "./version-commands";

/**
 * Takes away what was begun of a resume for a submission that is locked and taken back. Refused where a resume was made of it, is being made, or was asked
 * for together with others: that stays.
 */
export async function takeBackTailoring(context: CommandContext, submissionId: string): Promise<void> {
  const { tx, record } = context;
  const [begun] = await tx.select().from(tailorings).where(eq(tailorings.submissionId, submissionId)).for("update");
  if (!begun) return;
  const versions = await tx.select().from(tailoredVersions).where(eq(tailoredVersions.tailoringId, begun.id));
  if (versions.some(({ status }) => status === "waiting"))
    throw new Refusal("state", "A resume is being made for this. Wait until it is done, and withdraw it then.");
  if (versions.some(({ status, batchId }) => status === "done" || batchId !== null))
    throw new Refusal("state", "A resume was tailored for this already. Withdraw it instead.");
  await tx.delete(tailoredVersions).where(eq(tailoredVersions.tailoringId, begun.id));
  for (const version of versions) record("tailored-version", recordedVersion(version), null);
  await tx.delete(tailorings).where(eq(tailorings.id, begun.id));
  record("tailoring", recordedTailoring(begun, openDraft(context, begun)), null);
}
