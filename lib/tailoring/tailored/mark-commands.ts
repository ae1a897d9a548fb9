import "server-only";
import { eq } from "drizzle-orm";
import { resumes } from "@/db/schema/resumes";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { layoutKeyOf } from "@/lib/resumes/marked-roles/layout-key";
import { marksOf } from "@/lib/resumes/marked-roles/marks-of";
import { withMarkedRoles } from "@/lib/resumes/marked-roles/with-marked-roles";
import { english } from "@/lib/tailoring/english";
import { refusalInWords } from "@/lib/tailoring/in-words";
import { openDraft } from "./draft";
import { writeDraft } from "./draft-commands";
import { tailoringToChange, type Tailoring } from "./load";
import { ForgetRolesInput, MarkRolesInput } from "./schemas";
import { openSource } from "./source";
import { asRead } from "./stored-marks";
import { writeMarks } from "./write-marks";

/**
 * Says where the roles of a resume begin, and where the work history ends: kept for this resume and for others of its layout in which none are found.
 * What was decided by hand was decided of other roles, and is forgotten.
 */
export const markRoles = command({
  name: "tailoring.markRoles",
  permission: "tailoring:write",
  input: MarkRolesInput,
  example: ({ tailoredSubmissionId }) => ({ submissionId: tailoredSubmissionId, expectedVersion: 1, headers: [5, 9] }),
  undo: ({ submissionId, expectedVersion }) => putBack(submissionId, expectedVersion),
  async run(context, { submissionId, expectedVersion, headers, end }) {
    const { tailoring, draft, source } = await opened(context, submissionId, expectedVersion);
    const marks = marksOf(source.resume, { headers, ...(end === null ? {} : { end }) });
    const roles = withMarkedRoles(source.resume, marks).reading.roles.length;
    if (roles === 0)
      throw new Refusal(
        "invalid",
        "There are no words where you clicked. Click the line with which a role begins.",
        "headers",
      );
    const marked = await writeMarks(context, tailoring, layoutKeyOf(source.resume), marks);
    await writeDraft(context, tailoring, { ...draft, decided: {}, held: {} }, {}, marked);
    return { roles };
  },
});

/**
 * The roles of a resume are again as they are read, and stay so whatever was clicked in another of its layout. Where none were clicked nothing changes.
 */
export const forgetRoles = command({
  name: "tailoring.forgetRoles",
  permission: "tailoring:write",
  input: ForgetRolesInput,
  example: ({ tailoredSubmissionId }) => ({ submissionId: tailoredSubmissionId, expectedVersion: 1 }),
  undo: ({ submissionId, expectedVersion }, { forgotten }: { forgotten: boolean }) =>
    forgotten ? putBack(submissionId, expectedVersion) : null,
  async run(context, { submissionId, expectedVersion }): Promise<{ forgotten: boolean }> {
    const { tailoring, draft, source } = await opened(context, submissionId, expectedVersion);
    if (!source.rolesMarked) return { forgotten: false };
    const marked = await writeMarks(context, tailoring, layoutKeyOf(source.resume), asRead);
    await writeDraft(context, tailoring, { ...draft, decided: {}, held: {} }, {}, marked);
    return { forgotten: true };
  },
});

/** What stood before is the former draft's: its decisions, and the marks with it. */
const putBack = (submissionId: string, expectedVersion: number) => ({
  operation: "tailoring.putBackDraft",
  input: { submissionId, expectedVersion: expectedVersion + 1 },
});

async function opened(context: CommandContext, submissionId: string, expectedVersion: number) {
  const tailoring = await tailoringToChange(context, submissionId);
  const draft = openDraft(context, tailoring);
  assertVersion({ version: tailoring.version, ...draft }, expectedVersion, "this plan");
  const source = await openSource(context, await resumeOf(context, tailoring));
  if ("code" in source) throw new Refusal("state", refusalInWords(english, source.code));
  return { tailoring, draft, source };
}

async function resumeOf({ tx }: CommandContext, { resumeId }: Tailoring) {
  const [row] = await tx
    .select({ id: resumes.id, fileId: resumes.fileId, fileName: resumes.fileName })
    .from(resumes)
    .where(eq(resumes.id, resumeId));
  if (!row) throw notFound("this resume");
  return row;
}
