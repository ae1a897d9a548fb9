import "server-only";
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { tailoredVersions, tailoringBatches } from "@/db/schema/tailored";
import { libraryPoints, submissions } from "@/db/schema/tailoring";
import { notify } from "@/lib/notifications/notify";
import { command, type CommandContext } from "@/lib/platform/operation";
import { moveOn } from "@/lib/tailoring/submissions/commands";
import type { TailoredVersion } from "./load";
import { openReport, sealReport } from "./report";
import type { VersionReport } from "./tailoring-view";
import { writeVersion } from "./version-commands";

/*
 * What background work says of a version. Not in the manifest: these are steps of what somebody asked for, nothing to call alone.
 */

const bookkeeping = { example: noExample, permission: "tailoring:write" } as const;

/** What came of making a version. Said twice, the first time counts. */
export const recordVersion = command({
  name: "tailoring.recordVersion",
  ...bookkeeping,
  input: z.strictObject({
    versionId: z.uuid(),
    outcome: z.discriminatedUnion("status", [
      z.strictObject({ status: z.literal("refused"), code: z.string().max(60) }),
      z.strictObject({
        status: z.literal("done"),
        files: z.strictObject({ clean: z.uuid(), tracked: z.uuid().nullable(), pdf: z.uuid().nullable() }),
        score: z.strictObject({ formula: z.int(), before: z.int(), after: z.int() }).nullable(),
        report: z.custom<VersionReport>(),
      }),
    ]),
  }),
  async run(context, { versionId, outcome }) {
    const version = await waitingVersion(context, versionId);
    if (!version) return { settled: false };
    if (outcome.status === "refused") {
      await settle(context, version, { status: "refused", refusalCode: outcome.code, refusalMessage: null });
      return { settled: true };
    }
    const { files, score, report } = outcome;
    await countUses(context, version, report);
    await settle(context, version, {
      ...{ status: "done", cleanFileId: files.clean, trackedFileId: files.tracked },
      ...{ pdfFileId: files.pdf, pdfStatus: files.pdf ? "done" : "none" },
      ...{ reportEncrypted: sealReport(context, versionId, report), placedCount: report.placed.length },
      ...{ leftOutCount: report.leftOut.length, scoreVersion: score?.formula ?? null },
      ...{ scoreBefore: score?.before ?? null, scoreAfter: score?.after ?? null },
    });
    await moveDraftOn(context, version);
    return { settled: true };
  },
});

/** What came of making the PDF of a version. */
export const recordPdf = command({
  name: "tailoring.recordPdf",
  ...bookkeeping,
  input: z.strictObject({ versionId: z.uuid(), fileId: z.uuid().nullable(), problem: z.string().max(60).nullable() }),
  async run(context, { versionId, fileId, problem }) {
    const [version] = await context.tx
      .select()
      .from(tailoredVersions)
      .where(and(eq(tailoredVersions.id, versionId), eq(tailoredVersions.pdfStatus, "waiting")))
      .for("update");
    if (!version) return { settled: false };
    await writeVersion(context, version, {
      ...{ pdfStatus: fileId ? "done" : "failed", pdfFileId: fileId, pdfProblem: problem },
    });
    return { settled: true };
  },
});

async function waitingVersion({ tx }: CommandContext, id: string): Promise<TailoredVersion | null> {
  const [version] = await tx
    .select()
    .from(tailoredVersions)
    .where(and(eq(tailoredVersions.id, id), eq(tailoredVersions.status, "waiting")))
    .for("update");
  return version ?? null;
}

async function settle(
  context: CommandContext,
  version: TailoredVersion,
  changes: Partial<typeof tailoredVersions.$inferInsert>,
): Promise<void> {
  await writeVersion(context, version, { ...changes, settledAt: context.now });
  if (version.batchId) await finishBatch(context, version.batchId);
}

/** A point's use is counted once a resume, not once a version. */
async function countUses(context: CommandContext, version: TailoredVersion, { placed }: VersionReport): Promise<void> {
  const { tx, now } = context;
  const [last] = await tx
    .select()
    .from(tailoredVersions)
    .where(and(eq(tailoredVersions.tailoringId, version.tailoringId), eq(tailoredVersions.status, "done")))
    .orderBy(desc(tailoredVersions.number))
    .limit(1);
  const counted = new Set(last ? openReport(context, last)?.placed.map(({ libraryPointId }) => libraryPointId) : []);
  const used = placed.flatMap(({ libraryPointId: id }) => (id && !counted.has(id) ? [id] : []));
  if (used.length === 0) return;
  await tx
    .update(libraryPoints)
    .set({ useCount: sql`${libraryPoints.useCount} + 1`, lastUsedAt: now })
    .where(inArray(libraryPoints.id, used));
}

/** A draft that has its resume is tailored. */
async function moveDraftOn(context: CommandContext, { submissionId, madeByPersonId }: TailoredVersion): Promise<void> {
  const [draft] = await context.tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), eq(submissions.stage, "draft")))
    .for("update");
  if (draft) await moveOn(context, draft, "tailored", { by: madeByPersonId });
}

/** Tells who asked for a batch that nothing of it is waiting any more; once each time that it comes to its end. */
export async function finishBatch(context: CommandContext, batchId: string): Promise<void> {
  const { tx, now, record } = context;
  // Locked first: the last two versions would each see the other one waiting.
  const [batch] = await tx
    .select()
    .from(tailoringBatches)
    .where(and(eq(tailoringBatches.id, batchId), isNull(tailoringBatches.finishedAt)))
    .for("update");
  if (!batch) return;
  const rows = await tx
    .select({ status: tailoredVersions.status, count: sql<number>`count(*)::int` })
    .from(tailoredVersions)
    .where(eq(tailoredVersions.batchId, batchId))
    .groupBy(tailoredVersions.status);
  const count = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
  if (count("waiting") > 0) return;
  const [after] = await tx
    .update(tailoringBatches)
    .set({ finishedAt: now, version: batch.version + 1, updatedAt: now })
    .where(eq(tailoringBatches.id, batchId))
    .returning();
  record("tailoring_batch", batch, after!);
  await notify(context, {
    personIds: batch.personId ? [batch.personId] : [],
    kind: "tailoring.batch-finished",
    data: { done: count("done"), refused: count("refused") },
    href: `/tailoring/${batchId}`,
    dedupeKey: `tailoring.batch-finished:${batchId}:${after!.version}`,
  });
}

function noExample(): never {
  throw new Error("A step of background work has no input that could be made up.");
}
