import "server-only";
import { eq } from "drizzle-orm";
import { resumes } from "@/db/schema/resumes";
import { resumeRoleMarks } from "@/db/schema/tailored";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { layoutKeyOf } from "@/lib/resumes/marked-roles/layout-key";
import { marksOf } from "@/lib/resumes/marked-roles/marks-of";
import { withMarkedRoles } from "@/lib/resumes/marked-roles/with-marked-roles";
import { openDraft } from "./draft";
import { forgotten, writeDraft } from "./draft-commands";
import { tailoringToChange, type Tailoring } from "./load";
import { MarkRolesInput, SubmissionOnly } from "./schemas";
import { openSource } from "./source";

/**
 * Says where the roles of a resume begin, and where the work history ends: kept for this resume and for others of its layout in which none are found.
 * What was decided by hand was decided of other roles, and is forgotten.
 */
export const markRoles = command({
  name: "tailoring.markRoles",
  permission: "tailoring:write",
  input: MarkRolesInput,
  example: ({ tailoredSubmissionId }) => ({ submissionId: tailoredSubmissionId, headers: [5, 9] }),
  undo: ({ submissionId }) => ({ operation: "tailoring.forgetRoles", input: { submissionId } }),
  async run(context, { submissionId, headers, end }) {
    const { tx, actor, now, record } = context;
    const tailoring = await tailoringToChange(context, submissionId);
    const source = await openSource(context, await resumeOf(context, tailoring));
    if ("code" in source) throw new Refusal("state", source.message);
    const marks = marksOf(source.resume, { headers, ...(end === null ? {} : { end }) });
    const roles = withMarkedRoles(source.resume, marks).reading.roles.length;
    if (roles === 0)
      throw new Refusal(
        "invalid",
        "There are no words where you clicked. Click the line with which a role begins.",
        "headers",
      );
    const [before] = await tx
      .select()
      .from(resumeRoleMarks)
      .where(eq(resumeRoleMarks.resumeId, tailoring.resumeId))
      .for("update");
    const said = { layoutKey: layoutKeyOf(source.resume), marks, markedByPersonId: personIdOf(actor), updatedAt: now };
    const [after] = before
      ? await tx
          .update(resumeRoleMarks)
          .set({ ...said, version: before.version + 1 })
          .where(eq(resumeRoleMarks.id, before.id))
          .returning()
      : await tx
          .insert(resumeRoleMarks)
          .values({ ...said, resumeId: tailoring.resumeId, personId: tailoring.personId })
          .returning();
    record("resume_role_marks", before ?? null, after!);
    await writeDraft(context, tailoring, { ...openDraft(context, tailoring), decided: {}, held: {} }, forgotten);
    return { roles };
  },
});

/** The roles of a resume are again as they are read. */
export const forgetRoles = command({
  name: "tailoring.forgetRoles",
  permission: "tailoring:write",
  input: SubmissionOnly,
  example: ({ tailoredSubmissionId }) => ({ submissionId: tailoredSubmissionId }),
  async run(context, { submissionId }) {
    const tailoring = await tailoringToChange(context, submissionId);
    const gone = await context.tx
      .delete(resumeRoleMarks)
      .where(eq(resumeRoleMarks.resumeId, tailoring.resumeId))
      .returning();
    for (const row of gone) context.record("resume_role_marks", row, null);
    await writeDraft(context, tailoring, { ...openDraft(context, tailoring), decided: {}, held: {} }, forgotten);
    return { forgotten: gone.length };
  },
});

async function resumeOf({ tx }: CommandContext, { resumeId }: Tailoring) {
  const [row] = await tx
    .select({ id: resumes.id, fileId: resumes.fileId, fileName: resumes.fileName })
    .from(resumes)
    .where(eq(resumes.id, resumeId));
  if (!row) throw notFound("this resume");
  return row;
}
