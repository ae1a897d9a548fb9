import "server-only";
import { eq } from "drizzle-orm";
import { tailorings } from "@/db/schema/tailored";
import { newId } from "@/db/tenant-table";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import type { PlacedPoint } from "@/lib/tailoring/distribution/plan";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { submissionToChange, type Submission } from "@/lib/tailoring/submissions/load";
import { openDraft, openFormerDraft, sealDraft, sealFormerDraft } from "./draft";
import type { Draft } from "./draft-schema";
import { readResumesOf, tailoringToChange, type Tailoring } from "./load";
import { pickPoints } from "./pick-points";
import { BeginInput, ChangeDraftInput, PutBackDraftInput, TakeResumeInput } from "./schemas";
import { heldAfter } from "./held";
import { planDraft } from "./plan-draft";
import { askedSkills, openSource, tailoringSeen } from "./source";
import type { MarksChange } from "./stored-marks";
import { todayOf } from "./today";
import { putBackMarks } from "./write-marks";

/**
 * Begins the tailoring of a submission with the newest resume that was read and, where none are given, with points of the library for what the
 * requirement asks for. Begun before, it stays as it is.
 */
export const beginTailoring = command({
  name: "tailoring.beginTailoring",
  permission: "tailoring:write",
  input: BeginInput,
  example: ({ submissionId }) => ({ submissionId }),
  async run(context, { submissionId, points }): Promise<{ id: string }> {
    const submission = await submissionToChange(context, submissionId);
    const tailoring = await begun(
      context,
      submission,
      points?.map((point) => ({ ...point, id: newId() })),
    );
    return { id: tailoring.id };
  },
});

/** The tailoring of a submission that is locked, made where there is none. Refuses where no resume was read. */
export async function begun(
  context: CommandContext,
  submission: Submission,
  points?: Draft["points"],
): Promise<Tailoring> {
  const { tx, now } = context;
  const [known] = await tx.select().from(tailorings).where(eq(tailorings.submissionId, submission.id)).for("update");
  if (known) return known;
  const resumes = await readResumesOf(context, submission.personId);
  const resume = resumes.find(({ status }) => status === "read");
  if (!resume) throw new Refusal("state", resumes.length > 0 ? stillRead : noResume);
  const draft: Draft = {
    points: points ?? (await pickPoints(context, await askedSkills(context, submission.requirementId))),
    ...{ decided: {}, held: {}, pages: null },
  };
  const id = newId();
  const [row] = await tx
    .insert(tailorings)
    .values({
      ...{ id, submissionId: submission.id, personId: submission.personId, resumeId: resume.id, createdAt: now },
      draftEncrypted: sealDraft(context, id, draft),
    })
    .returning();
  context.record("tailoring", null, recorded(row!, draft));
  return row!;
}

export const stillRead = "The resume is still being read. Try again in a moment.";
export const noResume = "There is no resume of this candidate yet. Add one first.";

/** Changes points, what was decided on them, or the pages allowed. What is decided of a point that is no longer there is forgotten. */
export const changeDraft = command({
  name: "tailoring.changeDraft",
  permission: "tailoring:write",
  input: ChangeDraftInput,
  example: ({ tailoredSubmissionId }) => ({ submissionId: tailoredSubmissionId, expectedVersion: 1, pages: 1 }),
  undo: ({ submissionId, expectedVersion }) => ({
    operation: "tailoring.putBackDraft",
    input: { submissionId, expectedVersion: expectedVersion + 1 },
  }),
  async run(context, { submissionId, expectedVersion, ...changes }) {
    const tailoring = await tailoringToChange(context, submissionId);
    const before = openDraft(context, tailoring);
    assertVersion({ version: tailoring.version, ...before }, expectedVersion, "this plan");
    const points = changes.points ?? before.points;
    const decided = changes.decided ?? before.decided;
    const ids = new Set(points.map(({ id }) => id));
    if (ids.size < points.length) throw new Refusal("invalid", "A point stands in the list twice.", "points");
    const wanted = {
      points,
      decided: Object.fromEntries(Object.entries(decided).filter(([id]) => ids.has(id))),
      pages: changes.pages === undefined ? before.pages : changes.pages,
    };
    const placed = changes.decided ? await placedNow(context, tailoring, before) : [];
    const after = await writeDraft(context, tailoring, { ...wanted, held: heldAfter(before, wanted, placed) });
    return { version: after.version };
  },
});

/** Where the points of a draft stand; nothing where they stand nowhere. */
async function placedNow(context: CommandContext, tailoring: Tailoring, draft: Draft): Promise<PlacedPoint[]> {
  const { resumes, skills } = await tailoringSeen(context, tailoring.submissionId);
  const resume = resumes.find(({ id }) => id === tailoring.resumeId);
  const source = resume ? await openSource(context, resume) : null;
  if (!source || "code" in source) return [];
  try {
    return planDraft(source.resume, draft, skills, todayOf(context), await ownTechnologies(context)).placed;
  } catch (error) {
    if (error instanceof TailoringRefused) return [];
    throw error;
  }
}

/** Takes the last change of a draft back; once more, and the change is there again. */
export const putBackDraft = command({
  name: "tailoring.putBackDraft",
  permission: "tailoring:write",
  input: PutBackDraftInput,
  example: ({ tailoredSubmissionId }) => ({ submissionId: tailoredSubmissionId, expectedVersion: 1 }),
  undo: ({ submissionId, expectedVersion }) => ({
    operation: "tailoring.putBackDraft",
    input: { submissionId, expectedVersion: expectedVersion + 1 },
  }),
  async run(context, { submissionId, expectedVersion }) {
    const tailoring = await tailoringToChange(context, submissionId);
    assertVersion({ version: tailoring.version, ...openDraft(context, tailoring) }, expectedVersion, "this plan");
    const former = openFormerDraft(context, tailoring);
    if (!former) throw new Refusal("state", "There is nothing to take back.");
    const { draft, resumeId, marks } = former;
    const changed = marks && (await putBackMarks(context, tailoring, marks));
    const after = await writeDraft(context, tailoring, draft, resumeId ? { resumeId } : {}, changed);
    return { version: after.version };
  },
});

/** Tailors another resume of the same person. What was decided by hand was decided of the other one, and is forgotten. */
export const takeResume = command({
  name: "tailoring.takeResume",
  permission: "tailoring:write",
  input: TakeResumeInput,
  example: ({ tailoredSubmissionId, candidateResumeId }) => ({
    ...{ submissionId: tailoredSubmissionId, expectedVersion: 1, resumeId: candidateResumeId },
  }),
  async run(context, { submissionId, expectedVersion, resumeId }) {
    const tailoring = await tailoringToChange(context, submissionId);
    const draft = openDraft(context, tailoring);
    assertVersion({ version: tailoring.version, ...draft }, expectedVersion, "this plan");
    const known = await readResumesOf(context, tailoring.personId);
    if (!known.some(({ id, status }) => id === resumeId && status === "read"))
      throw new Refusal("invalid", "Choose a resume of this candidate that was read.", "resumeId");
    await writeDraft(context, tailoring, { ...draft, decided: {}, held: {} }, { ...forgotten, resumeId });
    return { id: tailoring.id };
  },
});

/** What stood before was said of other roles, and is not put back. */
const forgotten = { formerDraftEncrypted: null } as const;

/** Writes a draft, and other changes of its row with it. What stood before, for which resume, and with which marked roles, is kept for taking that back. */
export async function writeDraft(
  context: CommandContext,
  before: Tailoring,
  draft: Draft,
  changes: Partial<typeof tailorings.$inferInsert> = {},
  marks?: MarksChange,
): Promise<Tailoring> {
  const former = { draft: openDraft(context, before), resumeId: before.resumeId, marks };
  const [after] = await context.tx
    .update(tailorings)
    .set({
      draftEncrypted: sealDraft(context, before.id, draft),
      formerDraftEncrypted: sealFormerDraft(context, before.id, former),
      ...changes,
      ...{ version: before.version + 1, updatedAt: context.now },
    })
    .where(eq(tailorings.id, before.id))
    .returning();
  context.record("tailoring", recorded(before, former.draft), recorded(after!, draft));
  return after!;
}

/** What audit keeps of a draft: how many points, and on how many somebody decided; never which words. */
export const recorded = (
  { draftEncrypted: _, formerDraftEncrypted: __, ...row }: Tailoring,
  { points, decided }: Draft,
) => ({
  ...row,
  points: points.length,
  decided: Object.keys(decided).length,
});
