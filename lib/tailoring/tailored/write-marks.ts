import "server-only";
import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { resumeRoleMarks } from "@/db/schema/tailored";
import { personIdOf } from "@/lib/platform/actor";
import type { CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import type { Tailoring } from "./load";
import { StoredMarks, type MarksChange } from "./stored-marks";

/** Writes the marks of the resume of a tailoring, or takes them away; says what that changed. */
export async function writeMarks(
  { tx, actor, now, record }: CommandContext,
  { resumeId, personId }: Tailoring,
  layoutKey: string,
  marks: StoredMarks | null,
): Promise<MarksChange> {
  const ofResume = eq(resumeRoleMarks.resumeId, resumeId);
  const [before] = await tx.select().from(resumeRoleMarks).where(ofResume).for("update");
  const change = { before: before ? StoredMarks.parse(before.marks) : null, after: marks, layoutKey };
  if (marks === null) {
    if (!before) return change;
    await tx.delete(resumeRoleMarks).where(ofResume);
    record("resume_role_marks", before, null);
    return change;
  }
  const said = { layoutKey, marks, markedByPersonId: personIdOf(actor), updatedAt: now };
  const [after] = before
    ? await tx
        .update(resumeRoleMarks)
        .set({ ...said, version: before.version + 1 })
        .where(ofResume)
        .returning()
    : await tx
        .insert(resumeRoleMarks)
        .values({ ...said, resumeId, personId })
        .returning();
  record("resume_role_marks", before ?? null, after!);
  return change;
}

/** Takes a change of marks back. Refused where somebody has marked the resume anew since, for another requirement. */
export async function putBackMarks(
  context: CommandContext,
  tailoring: Tailoring,
  { before, after, layoutKey }: MarksChange,
): Promise<MarksChange> {
  const change = await writeMarks(context, tailoring, layoutKey, before);
  if (!isDeepStrictEqual(change.before, after))
    throw new Refusal("state", "Somebody has shown the roles of this resume anew since. That stays.");
  return change;
}
