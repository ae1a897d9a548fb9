import "server-only";
import { eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { submissionMoves, submissions } from "@/db/schema/tailoring";
import { newId } from "@/db/tenant-table";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { putAllForward } from "@/lib/tailoring/submissions/put-forward";
import { openNote, sealNote, sealReason, submissionToChange, type Submission } from "@/lib/tailoring/submissions/load";
import {
  MoveSubmissionInput,
  PlanInterviewInput,
  PutForwardInput,
  SubmissionId,
} from "@/lib/tailoring/submissions/schemas";
import { needsWhy, whyNoSubmissionMove, type SubmissionStage } from "@/lib/tailoring/submissions/stages";
import { takeBackTailoring } from "@/lib/tailoring/tailored/take-back";

/** Puts somebody forward for a requirement, as a draft; once only. */
export const putForward = command({
  name: "tailoring.putForward",
  permission: "tailoring:write",
  input: PutForwardInput,
  example: ({ otherRequirementId, candidateId }) => ({ requirementId: otherRequirementId, candidateId }),
  undo: (_input, { id }: { id: string }) => ({ operation: "tailoring.takeBackSubmission", input: { id } }),
  async run(context, pair): Promise<{ id: string }> {
    const { made, refused } = await putAllForward(context, [pair]);
    if (refused[0]) throw refused[0].refusal;
    return { id: made[0]!.id };
  },
});

/** Takes a draft away again, as if nobody had been put forward, with what was planned of their resume. */
export const takeBackSubmission = command({
  name: "tailoring.takeBackSubmission",
  permission: "tailoring:write",
  input: SubmissionId,
  example: ({ submissionId }) => ({ id: submissionId }),
  async run(context, { id }) {
    const { tx, record } = context;
    const before = await submissionToChange(context, id);
    if (before.stage !== "draft") throw new Refusal("state", "Only a draft can be taken back. Withdraw it instead.");
    await takeBackTailoring(context, id);
    const moves = await tx.delete(submissionMoves).where(eq(submissionMoves.submissionId, id)).returning();
    for (const move of moves) record("submission_move", move, null);
    await tx.delete(submissions).where(eq(submissions.id, id));
    record("submission", before, null);
    return { id };
  },
});

/** Moves a submission along its stages. Each move is kept, with who, when and why. */
export const moveSubmission = command({
  name: "tailoring.moveSubmission",
  permission: "tailoring:write",
  input: MoveSubmissionInput,
  example: ({ submissionId }) => ({ id: submissionId, stage: "tailored" as const }),
  undo: ({ id, stage }, { from }: { from: SubmissionStage }) =>
    whyNoSubmissionMove(stage, from) === null && !needsWhy(from)
      ? { operation: "tailoring.moveSubmission", input: { id, stage: from } }
      : null,
  async run(context, { id, stage, reason = "" }) {
    const before = await submissionToChange(context, id);
    const from = before.stage as SubmissionStage;
    const problem = whyNoSubmissionMove(from, stage);
    if (problem) throw new Refusal("state", problem);
    if (needsWhy(stage) && !reason) throw new Refusal("invalid", "Say why it ended.", "reason");
    await moveOn(context, before, stage, { reason, by: personIdOf(context.actor) });
    return { id, from };
  },
});

/** Moves a submission that is locked, for who caused it. That it may go there was asked. */
export async function moveOn(
  context: CommandContext,
  before: Submission,
  stage: SubmissionStage,
  { reason = "", by }: { reason?: string; by: string | null },
): Promise<void> {
  await update(context, before, { stage, stageSince: context.now });
  await keepMove(context, before, before.stage as SubmissionStage, stage, reason, by);
}

/** When the interview is, in the zone of who types it, and what is to be known. */
export const planInterview = command({
  name: "tailoring.planInterview",
  permission: "tailoring:write",
  input: PlanInterviewInput,
  example: ({ submissionId }) => ({
    ...{ id: submissionId, expectedVersion: 1, interviewAt: "2026-11-24T10:30", note: "Ask about the night shifts." },
  }),
  async run(context, { id, expectedVersion, interviewAt, note }) {
    const { actor, organisation } = context;
    const before = await submissionToChange(context, id);
    const zone = actor.kind === "person" ? actor.timeZone : organisation.timeZone;
    const known = openNote(context, id, before.noteEncrypted);
    assertVersion(
      { version: before.version, interviewAt: localTime(before.interviewAt, zone), note: known },
      expectedVersion,
      "this submission",
    );
    await update(context, before, {
      interviewAt: interviewAt ? DateTime.fromISO(interviewAt, { zone }).toJSDate() : null,
      ...(known === note ? {} : { noteEncrypted: sealNote(context, id, note) }),
    });
    return { id };
  },
});

/** A moment as a form's field for day and time holds it in a zone; "" for none. */
const localTime = (at: Date | null, zone: string): string =>
  at ? DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm") : "";

async function update(
  { tx, now, record }: CommandContext,
  before: Submission,
  changes: Partial<typeof submissions.$inferInsert>,
): Promise<void> {
  const [after] = await tx
    .update(submissions)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(submissions.id, before.id))
    .returning();
  record("submission", before, after!);
}

async function keepMove(
  context: CommandContext,
  { id: submissionId, personId }: Pick<Submission, "id" | "personId">,
  fromStage: SubmissionStage | null,
  toStage: SubmissionStage,
  reason: string,
  by: string | null = personIdOf(context.actor),
): Promise<void> {
  const id = newId();
  const [move] = await context.tx
    .insert(submissionMoves)
    .values({
      ...{ id, submissionId, personId, fromStage, toStage, at: context.now, byPersonId: by },
      reasonEncrypted: sealReason(context, id, reason),
    })
    .returning();
  context.record("submission_move", null, move!);
}
