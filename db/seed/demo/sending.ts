import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { resumeSends } from "@/db/schema/sending";
import { tailoredVersions, tailoringBatches, tailorings } from "@/db/schema/tailored";
import type { DemoFirm } from "@/db/seed/demo/records";
import { personIdOf, type PersonActor } from "@/lib/platform/actor";
import { ask, execute } from "@/lib/platform/execute";
import { noteAnswer } from "@/lib/tailoring/sending/send-commands";
import { sendResumes } from "@/lib/tailoring/sending/send-resumes";
import { sendTemplatesThere } from "@/lib/tailoring/sending/template-queries";
import { moveSubmission } from "@/lib/tailoring/submissions/commands";
import { startBatch } from "@/lib/tailoring/tailored/batch-commands";
import { beginTailoring } from "@/lib/tailoring/tailored/draft-commands";
import { makeVersion } from "@/lib/tailoring/tailored/make-version";
import { applyTailoring } from "@/lib/tailoring/tailored/version-commands";

const hour = 3_600_000;

/** Has a submission's resume tailored with points of the library, as it was at that moment. */
export async function tellTailored(
  { organisationId }: DemoFirm,
  recruiter: PersonActor,
  submissionId: string,
  now: Date,
): Promise<void> {
  await execute(beginTailoring, recruiter, { submissionId }, { now });
  const { output } = await execute(applyTailoring, recruiter, { submissionId, expectedVersion: 1 }, { now });
  await execute(moveSubmission, recruiter, { id: submissionId, stage: "tailored" }, { now });
  await makeVersion(organisationId, output.versionId);
  // Made now, and told as then.
  const moments = { createdAt: now, updatedAt: now };
  await transaction({ organisationId }, async (tx) => {
    const settledAt = new Date(now.getTime() + 20_000);
    await tx
      .update(tailoredVersions)
      .set({ ...moments, settledAt })
      .where(eq(tailoredVersions.id, output.versionId));
    await tx.update(tailorings).set(moments).where(eq(tailorings.submissionId, submissionId));
  });
}

/** Has the resumes of several candidates tailored to one requirement in one go. */
export async function tellBatch(
  { organisationId }: DemoFirm,
  recruiter: PersonActor,
  asked: { requirementId: string; candidateIds: string[] },
  now: Date,
): Promise<string[]> {
  const { output } = await execute(startBatch, recruiter, asked, { now });
  const ofBatch = eq(tailoredVersions.batchId, output.batchId);
  const versions = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx
      .select({ id: tailoredVersions.id, submissionId: tailoredVersions.submissionId })
      .from(tailoredVersions)
      .where(ofBatch)
      .orderBy(tailoredVersions.id),
  );
  for (const { id } of versions) await makeVersion(organisationId, id);
  const settledAt = new Date(now.getTime() + 20_000);
  await transaction({ organisationId }, async (tx) => {
    await tx.update(tailoredVersions).set({ createdAt: now, updatedAt: settledAt, settledAt }).where(ofBatch);
    await tx
      .update(tailoringBatches)
      .set({ createdAt: now, updatedAt: settledAt, finishedAt: settledAt })
      .where(eq(tailoringBatches.id, output.batchId));
  });
  return versions.map(({ submissionId }) => submissionId);
}

/** Sends several resumes in one letter. */
export async function tellSentTogether(recruiter: PersonActor, submissionIds: string[], now: Date): Promise<void> {
  const templates = await ask(sendTemplatesThere, recruiter, {});
  const template = templates.find(({ body }) => body.includes("{{candidates.list}}"));
  if (!template) return;
  await execute(
    sendResumes,
    recruiter,
    {
      items: submissionIds.map((submissionId) => ({ submissionId })),
      recipients: [{ address: "annelise.brandt@example.com", name: "Annelise Brandt" }],
      ...{ subject: template.subject, body: template.body, templateId: template.id, attachments: ["clean" as const] },
      ...{ followUpDays: "3", notesOpenings: true, together: true },
    },
    { now },
  );
}

/** Sends what was tailored to the requirement's contact, or to the client's own where it names none; most of them opened it. */
export async function tellSent(
  { organisationId }: DemoFirm,
  recruiter: PersonActor,
  submission: { id: string; client: string; place: number },
  now: Date,
): Promise<void> {
  const [template] = await ask(sendTemplatesThere, recruiter, {});
  if (!template) return;
  const asked = {
    items: [{ submissionId: submission.id }],
    recipients: [{ address: "hiring@example.com", name: submission.client }],
    ...{ subject: template.subject, body: template.body, templateId: template.id, attachments: ["clean" as const] },
    ...{ followUpDays: "3", notesOpenings: submission.place % 3 !== 2 },
  };
  const toContact = { ...asked, recipients: [] };
  await execute(sendResumes, recruiter, toContact, { now }).catch(() =>
    execute(sendResumes, recruiter, asked, { now }),
  );
  const opened = submission.place % 3 === 0 ? 2 : submission.place % 3;
  if (opened > 0 && asked.notesOpenings)
    await transaction({ organisationId }, (tx) =>
      tx
        .update(resumeSends)
        .set({
          firstOpenedAt: new Date(now.getTime() + 2 * hour),
          ...{ lastOpenedAt: new Date(now.getTime() + opened * 2 * hour), openCount: opened },
        })
        .where(eq(resumeSends.submissionId, submission.id)),
    );
}

/** They called back. */
export async function tellAnswered(
  { organisationId }: DemoFirm,
  recruiter: PersonActor,
  submissionId: string,
  { note, now }: { note: string; now: Date },
): Promise<void> {
  const sent = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx.select({ id: resumeSends.id }).from(resumeSends).where(eq(resumeSends.submissionId, submissionId)),
  );
  for (const { id } of sent) await execute(noteAnswer, recruiter, { id, note }, { now });
}

/** The recruiter's phone number, which letters name. */
export const tellPhone = ({ organisationId }: DemoFirm, recruiter: PersonActor): Promise<unknown> =>
  transaction({ organisationId }, (tx) =>
    tx
      .update(people)
      .set({ phone: "+41 44 555 01 20" })
      .where(eq(people.id, personIdOf(recruiter)!)),
  );
