import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { tailoredVersions, tailoringBatches, tailorings } from "@/db/schema/tailored";
import { requirements, submissions } from "@/db/schema/tailoring";
import { newId } from "@/db/tenant-table";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { reachesSubmissions } from "@/lib/tailoring/submissions/load";
import { askVersions, begunMany } from "./begin-many";
import { openDraft } from "./draft";
import type { TailoredVersion, Tailoring } from "./load";
import { assertRoomThisMonth } from "./resumes-a-month";
import { BatchId, StartBatchInput } from "./schemas";
import { stopVersions, writeVersion } from "./version-commands";

export type TailoringBatch = typeof tailoringBatches.$inferSelect;

/**
 * Tailors many resumes to one requirement, or one to many, in the background. Who is not put forward yet is; a draft that was begun is taken as it is.
 * Those for whom it cannot begin (no resume that was read) are left out and named, and the others go on.
 */
export const startBatch = command({
  name: "tailoring.startBatch",
  permission: "tailoring:write",
  input: StartBatchInput,
  example: ({ requirementId, candidateId }) => ({ requirementId, candidateIds: [candidateId] }),
  async run(context, input): Promise<{ batchId: string; total: number; leftOut: { personId: string; why: string }[] }> {
    const { tx, actor, now } = context;
    const pairs =
      "candidateIds" in input
        ? input.candidateIds.map((candidateId) => ({ candidateId, requirementId: input.requirementId }))
        : input.requirementIds.map((requirementId) => ({ requirementId, candidateId: input.candidateId }));
    const { begun, notBegun } = await begunMany(context, pairs);
    const leftOut = notBegun.map(({ candidateId, refusal }) => ({ personId: candidateId, why: refusal.message }));
    if (begun.length === 0) throw new Refusal("state", leftOut[0]?.why ?? "There is nobody to begin with.");
    await assertRoomThisMonth(
      context,
      begun.map(({ tailoring }) => tailoring.id),
    );
    const batchId = newId();
    const [batch] = await tx
      .insert(tailoringBatches)
      .values({
        ...{ id: batchId, personId: personIdOf(actor), total: begun.length, createdAt: now },
        requirementId: "candidateIds" in input ? input.requirementId : null,
        candidateId: "candidateIds" in input ? null : input.candidateId,
      })
      .returning();
    context.record("tailoring_batch", null, batch!);
    const { asked: total, busy } = await askVersions(context, begun, batchId);
    for (const { tailoring } of busy)
      leftOut.push({ personId: tailoring.personId, why: "This resume is being tailored at this moment." });
    if (total === 0) throw new Refusal("state", "All of these are being tailored at this moment.");
    if (total < begun.length) await tx.update(tailoringBatches).set({ total }).where(eq(tailoringBatches.id, batchId));
    return { batchId, total, leftOut };
  },
});

/** Stops a batch: what has not begun does not begin. What is done stays. */
export const stopBatch = command({
  name: "tailoring.stopBatch",
  permission: "tailoring:write",
  input: BatchId,
  example: ({ tailoringBatchId }) => ({ id: tailoringBatchId }),
  async run(context, { id }) {
    const batch = await batchToChange(context, id);
    const waiting = await versionsIn(context, id, ["waiting"]);
    if (waiting.length === 0) throw new Refusal("state", "Nothing of this is waiting any more.");
    await stopVersions(context, waiting);
    await writeBatch(context, batch, { stoppedAt: context.now, finishedAt: context.now });
    return { stopped: waiting.length };
  },
});

/**
 * Tries again what was refused or stopped, with the drafts as they are now: each as a new version, which takes the place of the other in the batch.
 * What is done is not done twice, also where it was done apart from the batch meanwhile.
 */
export const retryBatch = command({
  name: "tailoring.retryBatch",
  permission: "tailoring:write",
  input: BatchId,
  example: ({ stoppedTailoringBatchId }) => ({ id: stoppedTailoringBatchId }),
  async run(context, { id }) {
    const batch = await batchToChange(context, id);
    const again = await worthAgain(context, await versionsIn(context, id, ["refused", "stopped"]));
    if (again.length === 0) throw new Refusal("state", "There is nothing left to try again.");
    await assertRoomThisMonth(
      context,
      again.map(({ tailoring }) => tailoring.id),
    );
    for (const { version } of again) await writeVersion(context, version, { batchId: null });
    const begun = again.map(({ tailoring }) => ({ tailoring, draft: openDraft(context, tailoring) }));
    await askVersions(context, begun, id);
    await writeBatch(context, batch, { stoppedAt: null, finishedAt: null });
    return { again: again.length };
  },
});

/** Of versions that came to nothing those that the actor may still have made, and of which none is waiting or was made since; their drafts locked. */
async function worthAgain(
  { tx, actor }: CommandContext,
  failed: readonly TailoredVersion[],
): Promise<{ version: TailoredVersion; tailoring: Tailoring }[]> {
  if (failed.length === 0) return [];
  const ids = failed.map(({ tailoringId }) => tailoringId);
  const drafts = await tx
    .select({ tailoring: tailorings })
    .from(tailorings)
    .innerJoin(submissions, eq(submissions.id, tailorings.submissionId))
    .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
    .innerJoin(people, eq(people.id, submissions.personId))
    .where(and(inArray(tailorings.id, ids), reachesSubmissions(actor, "tailoring:write")))
    .orderBy(tailorings.id)
    .for("update", { of: tailorings });
  const others = await tx
    .select({
      ...{ tailoringId: tailoredVersions.tailoringId, number: tailoredVersions.number },
      status: tailoredVersions.status,
    })
    .from(tailoredVersions)
    .where(and(inArray(tailoredVersions.tailoringId, ids), inArray(tailoredVersions.status, ["waiting", "done"])));
  return failed.flatMap((version) => {
    const found = drafts.find(({ tailoring }) => tailoring.id === version.tailoringId);
    const settled = others.some(
      (other) =>
        other.tailoringId === version.tailoringId && (other.status === "waiting" || other.number > version.number),
    );
    return found && !settled ? [{ version, tailoring: found.tailoring }] : [];
  });
}

/** A batch that the actor may change, locked: their own, or any for who looks after all. */
async function batchToChange({ tx, actor }: CommandContext, id: string): Promise<TailoringBatch> {
  const [batch] = await tx.select().from(tailoringBatches).where(eq(tailoringBatches.id, id)).for("update");
  const reaches = scopesOf(actor, "tailoring:write").has("all") || batch?.personId === personIdOf(actor);
  if (!batch || !reaches) throw notFound("this batch");
  return batch;
}

const versionsIn = ({ tx }: CommandContext, batchId: string, statuses: string[]) =>
  tx
    .select()
    .from(tailoredVersions)
    .where(and(eq(tailoredVersions.batchId, batchId), inArray(tailoredVersions.status, statuses)))
    .orderBy(tailoredVersions.id)
    .for("update");

async function writeBatch(
  { tx, now, record }: CommandContext,
  before: TailoringBatch,
  changes: Partial<typeof tailoringBatches.$inferInsert>,
): Promise<void> {
  const [after] = await tx
    .update(tailoringBatches)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(tailoringBatches.id, before.id))
    .returning();
  record("tailoring_batch", before, after!);
}
