import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { tailoredVersions } from "@/db/schema/tailored";
import { newId } from "@/db/tenant-table";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { openDraft, openVersionDraft, sealVersionDraft } from "./draft";
import type { Draft } from "./draft-schema";
import { writeDraft } from "./draft-commands";
import { tailoringToChange, versionToChange, type TailoredVersion, type Tailoring } from "./load";
import { assertRoomThisMonth } from "./resumes-a-month";
import { ApplyInput, RestoreVersionInput, VersionId } from "./schemas";

/** Has the draft made into files, in the background. Pressed twice it is one version. */
export const applyTailoring = command({
  name: "tailoring.apply",
  permission: "tailoring:write",
  input: ApplyInput,
  example: ({ tailoredSubmissionId }) => ({ submissionId: tailoredSubmissionId, expectedVersion: 1 }),
  async run(context, { submissionId, expectedVersion }): Promise<{ versionId: string }> {
    const tailoring = await tailoringToChange(context, submissionId);
    const draft = openDraft(context, tailoring);
    assertVersion({ version: tailoring.version, ...draft }, expectedVersion, "this plan");
    await assertRoomThisMonth(context, [tailoring.id]);
    const { version } = await askVersion(context, tailoring, draft);
    return { versionId: version.id };
  },
});

/**
 * Takes up an earlier version again: its points and decisions are the draft's, and a new version is made of them from the same resume. The draft that gives
 * way can be put back. Refused while a version is being made, because there would be none of this one.
 */
export const restoreVersion = command({
  name: "tailoring.restoreVersion",
  permission: "tailoring:write",
  input: RestoreVersionInput,
  example: ({ tailoredVersionId }) => ({ versionId: tailoredVersionId, expectedVersion: 1 }),
  undo: ({ expectedVersion }, { submissionId }: { versionId: string; submissionId: string }) => ({
    operation: "tailoring.putBackDraft",
    input: { submissionId, expectedVersion: expectedVersion + 1 },
  }),
  async run(context, { versionId, expectedVersion }): Promise<{ versionId: string; submissionId: string }> {
    const earlier = await versionToChange(context, versionId);
    if (earlier.status !== "done") throw new Refusal("state", "Only a finished version can be taken up again.");
    const draft = openVersionDraft(context, earlier);
    const before = await tailoringToChange(context, earlier.submissionId);
    assertVersion({ version: before.version, ...openDraft(context, before) }, expectedVersion, "this plan");
    await assertRoomThisMonth(context, [before.id]);
    const tailoring = await writeDraft(context, before, draft, { resumeId: earlier.resumeId });
    const { version, asked } = await askVersion(context, tailoring, draft, { restoresNumber: earlier.number });
    if (!asked)
      throw new Refusal("state", "A version is being made. Wait until it is done, and restore this one then.");
    return { versionId: version.id, submissionId: earlier.submissionId };
  },
});

/** Asks for the PDF of a version. Asked again after it failed, it is tried again. */
export const askPdf = command({
  name: "tailoring.askPdf",
  permission: "tailoring:write",
  input: VersionId,
  example: ({ tailoredVersionId }) => ({ versionId: tailoredVersionId }),
  async run(context, { versionId }): Promise<{ status: string }> {
    const version = await versionToChange(context, versionId);
    if (version.status !== "done") throw new Refusal("state", "This version has no document to make a PDF of.");
    if (version.pdfStatus === "done" || version.pdfStatus === "waiting") return { status: version.pdfStatus };
    await writeVersion(context, version, { pdfStatus: "waiting", pdfProblem: null });
    context.emit("tailoring.pdf-asked", { versionId });
    return { status: "waiting" };
  },
});

/**
 * A version of a draft, to be made in the background, or the one that is waiting already. The tailoring is locked and that there is room for it
 * was asked.
 */
export async function askVersion(
  context: CommandContext,
  tailoring: Tailoring,
  draft: Draft,
  more: Partial<Pick<TailoredVersion, "restoresNumber">> = {},
): Promise<{ version: TailoredVersion; asked: boolean }> {
  const { tx, now, actor } = context;
  const versions = await tx.select().from(tailoredVersions).where(eq(tailoredVersions.tailoringId, tailoring.id));
  const waiting = versions.find(({ status }) => status === "waiting");
  if (waiting) return { version: waiting, asked: false };
  const id = newId();
  const [version] = await tx
    .insert(tailoredVersions)
    .values({
      ...{ id, tailoringId: tailoring.id, submissionId: tailoring.submissionId, personId: tailoring.personId },
      ...{ resumeId: tailoring.resumeId, number: Math.max(0, ...versions.map(({ number }) => number)) + 1 },
      ...{ draftEncrypted: sealVersionDraft(context, id, draft), madeByPersonId: personIdOf(actor), createdAt: now },
      ...more,
    })
    .returning();
  context.record("tailored-version", null, recorded(version!));
  context.emit("tailoring.version-asked", { versionId: id });
  return { version: version!, asked: true };
}

/** Changes a version that is locked. */
export async function writeVersion(
  context: CommandContext,
  before: TailoredVersion,
  changes: Partial<typeof tailoredVersions.$inferInsert>,
): Promise<TailoredVersion> {
  const [after] = await context.tx
    .update(tailoredVersions)
    .set({ ...changes, version: before.version + 1, updatedAt: context.now })
    .where(eq(tailoredVersions.id, before.id))
    .returning();
  context.record("tailored-version", recorded(before), recorded(after!));
  return after!;
}

/** Stops versions that wait and are locked. */
export async function stopVersions(context: CommandContext, waiting: readonly TailoredVersion[]): Promise<void> {
  const { tx, now, record } = context;
  const stopped = await tx
    .update(tailoredVersions)
    .set({ status: "stopped", settledAt: now, updatedAt: now, version: sql`${tailoredVersions.version} + 1` })
    .where(
      inArray(
        tailoredVersions.id,
        waiting.map(({ id }) => id),
      ),
    )
    .returning();
  const after = new Map(stopped.map((version) => [version.id, version]));
  for (const version of waiting) record("tailored-version", recorded(version), recorded(after.get(version.id)!));
}

/** What audit keeps of a version: not what went into it. */
export const recorded = ({ draftEncrypted: _, reportEncrypted: __, ...row }: TailoredVersion) => row;
