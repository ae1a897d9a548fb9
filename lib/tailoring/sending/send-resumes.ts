import "server-only";
import { createHash } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { resumeSends, sendTemplates } from "@/db/schema/sending";
import { newId } from "@/db/tenant-table";
import { sendLetter } from "@/lib/mail/send-letter";
import { suppressedOf } from "@/lib/mail/suppressed";
import { personIdOf } from "@/lib/platform/actor";
import { emailKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { addDays, civilDate } from "@/lib/programmes/dates";
import { sendablesOf, senderOf, valuesFor, type Sendable, type SendFile } from "@/lib/tailoring/sending/facts";
import { fillText } from "@/lib/tailoring/sending/letter-text";
import { sealSent } from "@/lib/tailoring/sending/load";
import { newOpenToken } from "@/lib/tailoring/sending/open-token";
import type { SendRecipient } from "@/lib/tailoring/sending/attachment-kinds";
import { SendResumesInput } from "@/lib/tailoring/sending/schemas";
import { moveSubmission } from "@/lib/tailoring/submissions/commands";
import { submissionToChange } from "@/lib/tailoring/submissions/load";
import { isOpenSubmission, type SubmissionStage } from "@/lib/tailoring/submissions/stages";

/** What became of one letter. */
export interface SendOutcome {
  submissionId: string;
  address: string;
  /** `known`: the same resume went to the same address before. */
  became: "queued" | "known" | "refused";
  sendId: string | null;
  /** Why it was refused. */
  message: string | null;
}

interface Letter {
  sendable: Sendable;
  recipient: SendRecipient;
  version: Sendable["versions"][number];
  files: SendFile[];
  subject: string;
  body: string;
}

type Asked = z.output<typeof SendResumesInput>;

/**
 * Sends tailored resumes, each submission to each recipient in a letter of its own. Where a value of any letter is missing nothing is sent.
 * The same resume goes to the same address once, whoever presses and however often; an address that refused mail gets none. What was sent
 * stands as such, and its submission moves on.
 */
export const sendResumes = command({
  name: "tailoring.sendResumes",
  permission: "tailoring:write",
  input: SendResumesInput,
  example: ({ sentSubmissionId }) => ({
    items: [{ submissionId: sentSubmissionId }],
    recipients: [{ address: "another@vendor.example", name: "Petra Vendor" }],
    ...{ subject: "{{candidate.name}} for {{requirement.title}}", body: "Hello,\n\nthe resume is attached." },
    ...{ attachments: ["clean" as const], followUpDays: "3", notesOpenings: false },
  }),
  async run(context, asked): Promise<{ queued: number; known: number; refused: number; outcomes: SendOutcome[] }> {
    const letters = await lettersOf(context, asked);
    const suppressed = await suppressedOf(
      context.tx,
      letters.map(({ recipient }) => recipient.address),
    );
    const edition = asked.templateId ? await editionOf(context, asked.templateId) : null;
    const outcomes: SendOutcome[] = [];
    for (const letter of letters) {
      const of = { submissionId: letter.sendable.submissionId, address: letter.recipient.address };
      if (suppressed.has(letter.recipient.address)) {
        const message = "This address refused mail before, so nothing was sent to it.";
        outcomes.push({ ...of, became: "refused", sendId: null, message });
        continue;
      }
      try {
        const sent = await context.attempt((within) => sendOne(within, letter, asked, edition));
        outcomes.push({ ...of, ...sent, message: null });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        outcomes.push({ ...of, became: "refused", sendId: null, message: error.message });
      }
    }
    const count = (became: SendOutcome["became"]) => outcomes.filter((outcome) => outcome.became === became).length;
    // A no-op where everything went before: it leaves no trace, and says that nothing was forgotten.
    const first = { id: asked.items[0]!.submissionId };
    if (count("queued") === 0) context.record("submission", first, first);
    return { queued: count("queued"), known: count("known"), refused: count("refused"), outcomes };
  },
});

/** Every letter with its words; refused before anything is sent where one cannot be written. */
async function lettersOf(context: CommandContext, asked: Asked): Promise<Letter[]> {
  const sender = await senderOf(context);
  const ids = [...new Set(asked.items.map(({ submissionId }) => submissionId))];
  const sendables = await sendablesOf(context, ids, sender);
  if (sendables.length < ids.length) throw notFound("this submission");
  return sendables.flatMap((sendable) => {
    const { versionId } = asked.items.find(({ submissionId }) => submissionId === sendable.submissionId)!;
    const version = versionId ? sendable.versions.find(({ id }) => id === versionId) : sendable.versions[0];
    if (!version)
      throw new Refusal("state", `There is no tailored resume of ${sendable.name} yet. Tailor it first.`, "items");
    const files = asked.attachments.map((kind) => {
      const file = version.files.find((there) => there.kind === kind);
      if (!file) throw new Refusal("invalid", `${sendable.name} has no ${words[kind]} of this version.`, "attachments");
      return file;
    });
    const recipients = asked.recipients.length > 0 ? asked.recipients : sendable.vendor ? [sendable.vendor] : [];
    if (recipients.length === 0)
      throw new Refusal(
        "invalid",
        `“${sendable.title}” names no contact with a mail address. Say who gets the resume.`,
        "recipients",
      );
    return distinct(recipients).map((recipient) => {
      const values = valuesFor(sendable, recipient);
      const [subject, body] = [fillText(asked.subject, values), fillText(asked.body, values)];
      const missing = [...subject.missing, ...body.missing];
      if (missing[0])
        throw new Refusal(
          "invalid",
          `The letter about ${sendable.name} needs {{${missing[0]}}}, which is not known. Nothing was sent.`,
          subject.missing[0] ? "subject" : "body",
        );
      return { sendable, recipient, version, files, subject: subject.text, body: body.text };
    });
  });
}

const words = { clean: "Word document", tracked: "document with tracked changes", pdf: "PDF" } as const;

const distinct = (recipients: readonly SendRecipient[]): SendRecipient[] => [
  ...new Map(recipients.map((recipient) => [emailKey(recipient.address), recipient])).values(),
];

/** One letter: its row first, which a second one of the same resume to the same address runs into. */
async function sendOne(
  context: CommandContext,
  { sendable, recipient, version, files, subject, body }: Letter,
  asked: Asked,
  edition: number | null,
): Promise<{ became: "queued" | "known"; sendId: string | null }> {
  const { tx, now, organisation, record } = context;
  // Held until it has moved on: two who send at once go one after the other.
  const stage = (await submissionToChange(context, sendable.submissionId)).stage as SubmissionStage;
  const sender = await senderOf(context);
  if (!sender?.address)
    throw new Refusal(
      "state",
      "You have no mail address here, so nobody could answer you. Ask an administrator for one.",
    );
  if (!isOpenSubmission(stage))
    throw new Refusal("state", "This submission has ended. Take it up again as a draft first.");
  const id = newId();
  const openings = asked.notesOpenings ? newOpenToken(organisation.id) : null;
  const recipientKey = emailKey(recipient.address);
  // The resume itself, without marks and whatever goes beside it.
  const contentHash = version.files.find(({ kind }) => kind === "clean")?.sha256 ?? version.id;
  const [row] = await tx
    .insert(resumeSends)
    .values({
      ...{ id, submissionId: sendable.submissionId, personId: sendable.personId, versionId: version.id, contentHash },
      ...{ recipientAddress: recipient.address, recipientKey, recipientName: recipient.name },
      subjectEncrypted: sealSent(context, id, "subject", subject),
      bodyEncrypted: sealSent(context, id, "body", body),
      ...{ templateId: asked.templateId ?? null, templateEdition: edition, attachmentKinds: asked.attachments },
      ...{ sentByPersonId: personIdOf(context.actor), sentAt: now, createdAt: now },
      followUpOn: asked.followUpDays
        ? addDays(civilDate(now, organisation.timeZone), Number(asked.followUpDays))
        : null,
      openTokenHash: openings?.hash ?? null,
    })
    .onConflictDoNothing()
    .returning();
  if (!row) {
    record("submission", { id: sendable.submissionId }, { id: sendable.submissionId });
    const [known] = await tx
      .select({ id: resumeSends.id })
      .from(resumeSends)
      .where(
        and(
          ...[eq(resumeSends.submissionId, sendable.submissionId), eq(resumeSends.contentHash, contentHash)],
          eq(resumeSends.recipientKey, recipientKey),
        ),
      );
    return { became: "known", sendId: known?.id ?? null };
  }
  const { mailId } = await context.callAsSystem(sendLetter, {
    to: { address: recipient.address, ...(recipient.name ? { name: recipient.name } : {}) },
    sender: { name: sender.name, address: sender.address },
    ...{ subject, body },
    attachments: files.map(({ fileId, name }) => ({ fileId, name })),
    ...(openings ? { openPath: `/api/opens/${openings.token}` } : {}),
    key: `resume-send:${hashOf(`${sendable.submissionId} ${contentHash} ${recipientKey}`)}`,
    about: { entity: "resume-send", id },
  });
  const [after] = await tx.update(resumeSends).set({ mailId }).where(eq(resumeSends.id, id)).returning();
  record("resume-send", null, after!);
  await moveOn(context, sendable.submissionId, stage);
  context.remember({ entity: "requirement", entityId: sendable.requirementId, kind: "tailoring.resume-sent" });
  context.remember({ entity: "candidate", entityId: sendable.personId, kind: "tailoring.resume-sent" });
  return { became: "queued", sendId: id };
}

/** Whoever sends has tailored: a draft goes both steps. What is further stays where it is. */
async function moveOn({ call }: CommandContext, id: string, stage: SubmissionStage): Promise<void> {
  if (stage === "draft") await call(moveSubmission, { id, stage: "tailored" });
  if (stage === "draft" || stage === "tailored") await call(moveSubmission, { id, stage: "sent" });
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

async function editionOf({ tx }: CommandContext, id: string): Promise<number> {
  const [row] = await tx
    .select({ edition: sendTemplates.edition })
    .from(sendTemplates)
    .where(and(eq(sendTemplates.id, id), isNull(sendTemplates.deletedAt)));
  if (!row) throw notFound("this template");
  return row.edition;
}
