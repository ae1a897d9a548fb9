import type { Transaction } from "@/db/client";
import { tailoredVersions, tailoringBatches, tailorings } from "@/db/schema/tailored";
import { requirements, requirementSkills, submissions } from "@/db/schema/tailoring";
import { storeWorldFile } from "@/db/seed/world-files";
import { resumeDocument } from "@/db/seed/resume-document";
import { worldId, worldMoment, type WorldSlug } from "@/db/seed/world-ids";
import { nameKey } from "@/lib/platform/keys";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import type { World } from "@/lib/platform/world";
import { sealDraft, sealVersionDraft } from "@/lib/tailoring/tailored/draft";
import type { Draft } from "@/lib/tailoring/tailored/draft-schema";
import { sealReport } from "@/lib/tailoring/tailored/report";
import { technologyKey } from "@/lib/tailoring/technology-key";
import { daniela } from "@/db/seed/world-tailoring";

/** The candidate is put forward for a third requirement: tailored once, in a batch; two more wait and were stopped, each in a batch. */
export async function seedTailoredWorld(tx: Transaction, slug: WorldSlug, ids: World): Promise<void> {
  const organisation = await organisationOfTransaction(tx);
  const context = { organisation };
  const recruiter = worldId(slug, "person/recruiter");
  const draft: Draft = {
    points: [
      { id: "first", technology: "Kafka", text: "Introduced Kafka for container events.", libraryPointId: null },
      {
        ...{ id: "second", technology: "Kubernetes", libraryPointId: ids.pointId },
        text: "Moved 63 services to Kubernetes with blue-green releases.",
      },
    ],
    ...{ decided: {}, held: {}, pages: null },
  };
  const tailored = async (key: string, submissionId: string) => {
    const requirementId = worldId(slug, `requirement/${key}`);
    const title = `Integration engineer ${key}`;
    await tx.insert(requirements).values({
      ...{ id: requirementId, title, titleKey: nameKey(title), clientName: "Fjordline", clientKey: "fjordline" },
      ...{ statusSince: worldMoment, createdAt: worldMoment, ownerPersonId: recruiter },
    });
    await tx.insert(requirementSkills).values({
      ...{ requirementId, name: "Kafka", need: "must", technologyKey: technologyKey("Kafka"), position: 1 },
    });
    await tx.insert(submissions).values({
      ...{ id: submissionId, requirementId, personId: ids.candidateId, stage: "tailored" },
      ...{ stageSince: worldMoment, ownerPersonId: recruiter },
    });
    const tailoringId = worldId(slug, `tailoring/${key}`);
    await tx.insert(tailorings).values({
      ...{ id: tailoringId, submissionId, personId: ids.candidateId, resumeId: ids.candidateResumeId },
      draftEncrypted: sealDraft(context, tailoringId, draft),
      formerDraftEncrypted: sealDraft(context, tailoringId, { ...draft, pages: 1 }),
    });
    return { tailoringId, submissionId, personId: ids.candidateId, resumeId: ids.candidateResumeId };
  };
  const batch = { personId: recruiter, total: 1, candidateId: ids.candidateId, createdAt: worldMoment };
  await tx.insert(tailoringBatches).values([
    { ...batch, id: ids.tailoringBatchId, total: 2 },
    { ...batch, id: ids.stoppedTailoringBatchId, stoppedAt: worldMoment, finishedAt: worldMoment },
  ]);
  const of = await tailored("done", ids.tailoredSubmissionId);
  const versionId = ids.tailoredVersionId;
  const cleanFileId = worldId(slug, "file/tailored");
  await storeWorldFile(tx, {
    ...{ id: cleanFileId, contentId: worldId(slug, "file-content/tailored"), name: "Daniela.docx" },
    ...{ content: await resumeDocument({ ...daniela, summary: "Integration engineer." }), uploadedByPersonId: null },
    on: { entity: "tailored-version", entityId: versionId },
  });
  const version = (id: string) => ({
    ...{ id, number: 1, madeByPersonId: recruiter, createdAt: worldMoment },
    draftEncrypted: sealVersionDraft(context, id, draft),
  });
  const report = {
    placed: draft.points.map(({ id, technology, text, libraryPointId }) => ({
      ...{ point: id, technology, text, libraryPointId, role: "Principal Engineer, Castellmar Payments" },
      ...{ roleNumber: 0, reason: "It is recent.", paragraphs: [] },
    })),
    ...{ leftOut: [], proof: { newParagraphCount: 2 }, cautions: [] },
  };
  await tx.insert(tailoredVersions).values([
    {
      ...{
        ...of,
        ...version(versionId),
        batchId: ids.tailoringBatchId,
        status: "done",
        cleanFileId,
        settledAt: worldMoment,
        placedCount: 2,
      },
      ...{ scoreVersion: 1, scoreBefore: 50, scoreAfter: 80, reportEncrypted: sealReport(context, versionId, report) },
    },
    {
      ...(await tailored("waiting", worldId(slug, "submission/waiting"))),
      ...{ ...version(worldId(slug, "tailored-version/waiting")), batchId: ids.tailoringBatchId },
    },
    {
      ...(await tailored("stopped", worldId(slug, "submission/stopped"))),
      ...{ ...version(worldId(slug, "tailored-version/stopped")), batchId: ids.stoppedTailoringBatchId },
      ...{ status: "stopped", settledAt: worldMoment },
    },
  ]);
}
