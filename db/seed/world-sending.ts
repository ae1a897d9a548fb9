import type { Transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { resumes } from "@/db/schema/resumes";
import { resumeSends, sendTemplateEditions, sendTemplates } from "@/db/schema/sending";
import { tailoredVersions, tailorings } from "@/db/schema/tailored";
import { worldId, worldMoment, type WorldSlug } from "@/db/seed/world-ids";
import { sealBody } from "@/lib/mail/sealed-body";
import { emailKey } from "@/lib/platform/keys";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf } from "@/lib/platform/secrets";
import type { World } from "@/lib/platform/world";
import { sealDraft, sealVersionDraft } from "@/lib/tailoring/tailored/draft";
import { sealSent } from "@/lib/tailoring/sending/load";

/** A template, and a tailored resume that was sent to two people: one letter came back, the other one was answered by phone. */
export async function seedSendingWorld(tx: Transaction, slug: WorldSlug, ids: World): Promise<void> {
  const organisation = await organisationOfTransaction(tx);
  const key = dataKeyOf(organisation);
  const recruiterId = worldId(slug, "person/recruiter");
  const personId = worldId(slug, "person/other-candidate");
  const submissionId = ids.sentSubmissionId;
  const words = { subject: "{{candidate.name}} for {{requirement.title}}", body: "Hello {{recipient.firstName}}," };
  await tx.insert(sendTemplates).values({
    ...{ id: ids.sendTemplateId, name: "To the vendor", nameKey: "to the vendor", followUpDays: 3 },
    createdAt: worldMoment,
  });
  await tx.insert(sendTemplateEditions).values({ templateId: ids.sendTemplateId, number: 1, ...words });
  const resumeId = worldId(slug, "resume/other-candidate");
  await tx.insert(resumes).values({
    ...{ id: resumeId, personId, fileId: ids.fileId, fileName: "Tobias.docx", status: "read", format: "docx" },
    readAt: worldMoment,
  });
  const tailoringId = worldId(slug, "tailoring/other-candidate");
  const versionId = worldId(slug, "tailored-version/other-candidate");
  const draft = { points: [], decided: {}, held: {}, pages: null };
  const of = { submissionId, personId, resumeId };
  await tx
    .insert(tailorings)
    .values({ id: tailoringId, ...of, draftEncrypted: sealDraft({ organisation }, tailoringId, draft) });
  await tx.insert(tailoredVersions).values({
    ...{ id: versionId, tailoringId, ...of, number: 1, status: "done", settledAt: worldMoment },
    draftEncrypted: sealVersionDraft({ organisation }, versionId, draft),
    ...{ cleanFileId: ids.fileId, madeByPersonId: recruiterId },
  });
  for (const [sendId, address, name] of [
    [ids.resumeSendId, `gone@vendor-${slug}.example`, "Petra Vendor"],
    [ids.answeredSendId, `otto@vendor-${slug}.example`, "Otto Vendor"],
  ] as const) {
    const mailId = worldId(slug, `mail/${name}`);
    const answered = sendId === ids.answeredSendId;
    await tx.insert(mailMessages).values({
      ...{ id: mailId, at: worldMoment, createdAt: worldMoment, templateKey: "letter", templateVersion: 1 },
      ...{ toAddress: address, toName: name, subject: "Tobias Wennergren for you", attempts: 1 },
      ...sealBody(key, mailId, { html: "<p>Hello,</p>", text: "Hello,\n" }),
      ...{ idempotencyKey: `world:${mailId}`, transport: "mailbox", settledAt: worldMoment },
      ...{ status: answered ? "delivered" : "refused", lastErrorCode: answered ? null : "550" },
      ...{ entity: "resume-send", entityId: sendId, threadKey: `mail:${mailId}`, searchKey: "tobias wennergren" },
    });
    await tx.insert(resumeSends).values({
      ...{ id: sendId, submissionId, personId, versionId, contentHash: worldId(slug, "content") },
      ...{ recipientAddress: address, recipientKey: emailKey(address), recipientName: name, mailId },
      subjectEncrypted: sealSent({ organisation }, sendId, "subject", "Tobias Wennergren for you"),
      bodyEncrypted: sealSent({ organisation }, sendId, "body", "Hello,"),
      ...{
        templateId: ids.sendTemplateId,
        templateEdition: 1,
        attachmentKinds: ["clean"],
        sentByPersonId: recruiterId,
      },
      ...{ sentAt: worldMoment, createdAt: worldMoment, followUpOn: answered ? null : "2026-11-05" },
      ...(answered ? { answeredAt: worldMoment, answeredHow: "by-hand", answerNotedByPersonId: recruiterId } : {}),
    });
  }
}
