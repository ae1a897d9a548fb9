import "server-only";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { mailMessages } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { resumeSends, sendTemplates } from "@/db/schema/sending";
import { tailoredVersions } from "@/db/schema/tailored";
import { requirements, submissions } from "@/db/schema/tailoring";
import { brandOf } from "@/lib/mail/branding";
import { renderLetter } from "@/lib/mail/render-letter";
import { ownWords } from "@/lib/mail/rules/own-words";
import { openBody } from "@/lib/mail/sealed-body";
import { suppressedOf } from "@/lib/mail/suppressed";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";
import { openingsAllowed } from "@/lib/platform/openings-allowed";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf } from "@/lib/platform/secrets";
import { sendablesOf, senderOf } from "@/lib/tailoring/sending/facts";
import { fillText } from "@/lib/tailoring/sending/letter-text";
import { openSent } from "@/lib/tailoring/sending/load";
import type { AttachmentKind } from "@/lib/tailoring/sending/attachment-kinds";
import { PreviewSendInput, ToSendInput } from "@/lib/tailoring/sending/schemas";
import { othersInLetters } from "@/lib/tailoring/sending/others-in-letter";
import { valuesTo, valuesTogether } from "@/lib/tailoring/sending/values-together";
import { reachesSubmissions } from "@/lib/tailoring/submissions/load";
import { SubmissionId } from "@/lib/tailoring/submissions/schemas";

/** What the page of sending needs: files and values of each submission, what went out before, who takes no mail, and who writes. */
export const toSend = query({
  name: "tailoring.toSend",
  permission: "tailoring:write",
  input: ToSendInput,
  example: ({ sentSubmissionId }) => ({ submissionIds: [sentSubmissionId] }),
  async run(context, { submissionIds }) {
    const { tx } = context;
    const sender = await senderOf(context);
    const sendables = await sendablesOf(context, submissionIds, sender);
    // Of what the actor does not reach not even that it was sent is told.
    const seen = sendables.map(({ submissionId }) => submissionId);
    const before = await tx
      .select({
        ...{ submissionId: resumeSends.submissionId, versionId: resumeSends.versionId, sentAt: resumeSends.sentAt },
        ...{ recipientKey: resumeSends.recipientKey, contentHash: resumeSends.contentHash },
      })
      .from(resumeSends)
      .where(inArray(resumeSends.submissionId, seen))
      .orderBy(asc(resumeSends.sentAt));
    const vendors = sendables.flatMap(({ vendor }) => (vendor ? [vendor.address] : []));
    return {
      ...{ sender, sendables, before, openings: sendables.length > 0 && openingsAllowed(context.organisation) },
      suppressed: [...(await suppressedOf(tx, vendors)).keys()],
    };
  },
});

/** The words of a letter, and who else is in it; nothing of either where one of them is not for the actor's eyes any more. */
function wordsSeen(
  context: QueryContext,
  { id, mailId, subjectEncrypted, bodyEncrypted }: typeof resumeSends.$inferSelect,
  others: Awaited<ReturnType<typeof othersInLetters>>,
) {
  const { names = [], hidden = 0 } = others.get(mailId ?? "") ?? {};
  if (hidden > 0) return { subject: "", body: "", together: { names, hidden } };
  return {
    subject: openSent(context, id, "subject", subjectEncrypted),
    body: openSent(context, id, "body", bodyEncrypted),
    together: names.length > 0 ? { names, hidden } : null,
  };
}

/** One letter as it would leave: subject, page and text, and what is missing in it. */
export const previewSend = query({
  name: "tailoring.previewSend",
  permission: "tailoring:write",
  input: PreviewSendInput,
  example: ({ sentSubmissionId }) => ({
    submissionId: sentSubmissionId,
    ...{ subject: "{{candidate.name}}", body: "Hello {{recipient.firstName}}," },
  }),
  async run(context, { submissionId, together, recipient, subject, body }) {
    const { organisation } = context;
    const sender = await senderOf(context);
    const sendables = await sendablesOf(context, together ?? [submissionId], sender);
    const [sendable] = sendables;
    if (!sendable) throw notFound("this submission");
    const to = recipient ?? sendable.vendor ?? { address: "", name: "" };
    const values = valuesTo(
      together
        ? valuesTogether(
            sendables.map((one) => one.values),
            formatsLocale(organisation.locale),
          )
        : sendable.values,
      to,
    );
    const filled = { subject: fillText(subject, values), body: fillText(body, values) };
    const letter = await renderLetter(
      {
        ...{ subject: filled.subject.text, body: filled.body.text },
        sender: { name: sender?.name ?? organisation.name, address: sender?.address ?? "" },
      },
      { brand: brandOf(organisation), locale: organisation.locale },
    );
    return {
      ...{ subject: letter.subject, html: letter.html, text: letter.text, to },
      missing: [...new Set([...filled.subject.missing, ...filled.body.missing])],
    };
  },
});

const senders = alias(people, "senders");

/** What was sent of a submission, the latest first: to whom, when, with what, whether it arrived, was opened and answered. */
export const sendsOf = query({
  name: "tailoring.sendsOf",
  permission: "tailoring:read",
  input: SubmissionId,
  example: ({ sentSubmissionId }) => ({ id: sentSubmissionId }),
  async run(context, { id }) {
    const { tx, actor, organisation } = context;
    const rows = await tx
      .select({
        ...{ send: resumeSends, by: senders.name, number: tailoredVersions.number, template: sendTemplates.name },
        ...{ mailStatus: mailMessages.status, mailError: mailMessages.lastErrorCode },
      })
      .from(resumeSends)
      .innerJoin(submissions, eq(submissions.id, resumeSends.submissionId))
      .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
      .innerJoin(people, eq(people.id, submissions.personId))
      .innerJoin(tailoredVersions, eq(tailoredVersions.id, resumeSends.versionId))
      .leftJoin(senders, eq(senders.id, resumeSends.sentByPersonId))
      .leftJoin(sendTemplates, eq(sendTemplates.id, resumeSends.templateId))
      .leftJoin(mailMessages, eq(mailMessages.id, resumeSends.mailId))
      .where(and(eq(resumeSends.submissionId, id), reachesSubmissions(actor)))
      .orderBy(desc(resumeSends.sentAt), desc(resumeSends.id))
      .limit(100);
    const mailIds = rows.flatMap(({ send }) => (send.mailId ? [send.mailId] : []));
    const answers =
      mailIds.length === 0
        ? []
        : await tx
            .select()
            .from(mailMessages)
            .where(and(inArray(mailMessages.inReplyToId, mailIds), eq(mailMessages.direction, "in")))
            .orderBy(asc(mailMessages.at));
    const others = await othersInLetters(context, mailIds, id);
    const key = dataKeyOf(organisation);
    return rows.map(({ send, by, number, template, mailStatus, mailError }) => ({
      ...{
        id: send.id,
        sentAt: send.sentAt,
        by,
        number,
        template,
        edition: send.templateEdition,
        mailStatus,
        mailError,
      },
      ...{ recipientAddress: send.recipientAddress, recipientName: send.recipientName },
      attachmentKinds: send.attachmentKinds as AttachmentKind[],
      ...wordsSeen(context, send, others),
      ...{ followUpOn: send.followUpOn, remindedAt: send.remindedAt, notesOpenings: send.openTokenHash !== null },
      ...{ firstOpenedAt: send.firstOpenedAt, lastOpenedAt: send.lastOpenedAt, openCount: send.openCount },
      ...{ answeredAt: send.answeredAt, answeredHow: send.answeredHow as "mail" | "by-hand" | null },
      answerNote: openSent(context, send.id, "answer", send.answerNoteEncrypted),
      answers: answers
        .filter(({ inReplyToId }) => inReplyToId === send.mailId)
        .map((mail) => ({ id: mail.id, at: mail.at, words: ownWords(openBody(key, mail).text ?? "") })),
    }));
  },
});
