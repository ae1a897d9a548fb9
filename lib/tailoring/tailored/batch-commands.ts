import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { tailoredVersions, tailoringBatches, tailorings } from "@/db/schema/tailored";
import { submissions } from "@/db/schema/tailoring";
import { newId } from "@/db/tenant-table";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { putForward } from "@/lib/tailoring/submissions/commands";
import { submissionToChange } from "@/lib/tailoring/submissions/load";
import { openDraft, sealVersionDraft } from "./draft";
import { begun } from "./draft-commands";
import { assertRoomThisMonth } from "./resumes-a-month";
import { BatchId, StartBatchInput } from "./schemas";
import { askVersion, writeVersion } from "./version-commands";

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
    const drafts = [];
    const leftOut: { personId: string; why: string }[] = [];
    for (const pair of pairs) {
      try {
        drafts.push(await context.attempt((within) => draftFor(within, pair)));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        leftOut.push({ personId: pair.candidateId, why: error.message });
      }
    }
    if (drafts.length === 0) throw new Refusal("state", leftOut[0]?.why ?? "There is nobody to begin with.");
    await assertRoomThisMonth(
      context,
      drafts.map(({ id }) => id),
    );
    const batchId = newId();
    const [batch] = await tx
      .insert(tailoringBatches)
      .values({
        ...{ id: batchId, personId: personIdOf(actor), total: drafts.length, createdAt: now },
        requirementId: "candidateIds" in input ? input.requirementId : null,
        candidateId: "candidateIds" in input ? null : input.candidateId,
      })
      .returning();
    context.record("tailoring_batch", null, batch!);
    let total = 0;
    for (const tailoring of drafts) {
      const { asked } = await askVersion(context, tailoring, openDraft(context, tailoring), { batchId });
      if (asked) total += 1;
      else leftOut.push({ personId: tailoring.personId, why: "This resume is being tailored at this moment." });
    }
    if (total === 0) throw new Refusal("state", "All of these are being tailored at this moment.");
    if (total < drafts.length) await tx.update(tailoringBatches).set({ total }).where(eq(tailoringBatches.id, batchId));
    return { batchId, total, leftOut };
  },
});

/** The draft of a pair, with the submission made where nobody was put forward yet. */
async function draftFor(
  context: CommandContext,
  { candidateId, requirementId }: { candidateId: string; requirementId: string },
): Promise<typeof tailorings.$inferSelect> {
  const [known] = await context.tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.requirementId, requirementId), eq(submissions.personId, candidateId)));
  const { id } = known ?? (await context.call(putForward, { requirementId, candidateId }));
  return begun(context, await submissionToChange(context, id));
}

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
    for (const version of waiting) await writeVersion(context, version, { status: "stopped", settledAt: context.now });
    await writeBatch(context, batch, { stoppedAt: context.now, finishedAt: context.now });
    return { stopped: waiting.length };
  },
});

/** Tries again what was refused or stopped, with the drafts as they are now. What is done is not done twice. */
export const retryBatch = command({
  name: "tailoring.retryBatch",
  permission: "tailoring:write",
  input: BatchId,
  example: ({ stoppedTailoringBatchId }) => ({ id: stoppedTailoringBatchId }),
  async run(context, { id }) {
    const batch = await batchToChange(context, id);
    const failed = await versionsIn(context, id, ["refused", "stopped"]);
    const drafts = await context.tx
      .select()
      .from(tailorings)
      .where(
        inArray(
          tailorings.id,
          failed.map(({ tailoringId }) => tailoringId),
        ),
      )
      .for("update");
    const busy = await context.tx
      .select({ tailoringId: tailoredVersions.tailoringId })
      .from(tailoredVersions)
      .where(
        and(
          eq(tailoredVersions.status, "waiting"),
          inArray(
            tailoredVersions.tailoringId,
            failed.map(({ tailoringId }) => tailoringId),
          ),
        ),
      );
    const again = failed.filter((version) => !busy.some(({ tailoringId }) => tailoringId === version.tailoringId));
    if (again.length === 0) throw new Refusal("state", "There is nothing left to try again.");
    await assertRoomThisMonth(
      context,
      again.map(({ tailoringId }) => tailoringId),
    );
    for (const version of again) {
      const tailoring = drafts.find(({ id: draftId }) => draftId === version.tailoringId)!;
      await writeVersion(context, version, {
        ...{ status: "waiting", settledAt: null, refusalCode: null, refusalMessage: null },
        ...{ resumeId: tailoring.resumeId },
        draftEncrypted: sealVersionDraft(context, version.id, openDraft(context, tailoring)),
      });
      context.emit("tailoring.version-asked", { versionId: version.id });
    }
    await writeBatch(context, batch, { stoppedAt: null, finishedAt: null });
    return { again: again.length };
  },
});

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
