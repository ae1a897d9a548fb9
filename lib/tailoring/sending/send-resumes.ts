import "server-only";
import { createHash } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { resumeSends, sendTemplates } from "@/db/schema/sending";
import { newId } from "@/db/tenant-table";
import { sendLetter } from "@/lib/mail/send-letter";
import { suppressedOf } from "@/lib/mail/suppressed";
import { personIdOf } from "@/lib/platform/actor";
import { emailKey } from "@/lib/platform/keys";
import { newOrganisationToken } from "@/lib/platform/organisation-token";
import { command, type CommandContext } from "@/lib/platform/operation";
import { openingsAllowed } from "@/lib/platform/openings-allowed";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { addDays, civilDate } from "@/lib/platform/civil-dates";
import { namedApart } from "@/lib/tailoring/preview/named-apart";
import { senderOf, type Sender } from "@/lib/tailoring/sending/facts";
import {
  lettersToSend,
  wordsOf,
  type AskedToSend,
  type Letter,
  type LetterPart,
} from "@/lib/tailoring/sending/letters-to-send";
import { sealSent } from "@/lib/tailoring/sending/load";
import { SendResumesInput } from "@/lib/tailoring/sending/schemas";
import { moveSubmission } from "@/lib/tailoring/submissions/commands";
import { submissionToChange } from "@/lib/tailoring/submissions/load";
import { isOpenSubmission, type SubmissionStage } from "@/lib/tailoring/submissions/stages";

/** What became of one resume to one recipient. */
export interface SendOutcome {
  submissionId: string;
  address: string;
  /** `known`: the same resume went to the same address before. */
  became: "queued" | "known" | "refused";
  sendId: string | null;
  /** Why it was refused. */
  message: string | null;
}

export interface SendDone {
  /** Mails on their way; one may hold several resumes. */
  letters: number;
  queued: number;
  known: number;
  refused: number;
  outcomes: SendOutcome[];
}

/**
 * Sends tailored resumes, each submission to each recipient in a letter of its own, or all of one requirement in one letter to each recipient.
 * Where a value of any letter is missing, or its files are too large, nothing is sent.
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
  async run(context, asked): Promise<SendDone> {
    if (asked.notesOpenings && !openingsAllowed(context.organisation))
      throw new Refusal("state", "Openings are not noted in your organisation. Send it without.", "notesOpenings");
    const sender = await senderOf(context);
    const letters = await lettersToSend(context, asked, sender);
    const suppressed = await suppressedOf(
      context.tx,
      letters.map(({ recipient }) => recipient.address),
    );
    const edition = asked.templateId ? await editionOf(context, asked.templateId) : null;
    const outcomes: SendOutcome[] = [];
    let left = 0;
    for (const letter of letters) {
      const refused = (message: string) =>
        outcomes.push(
          ...letter.parts.map((part) => ({ ...of(part, letter), became: "refused" as const, sendId: null, message })),
        );
      outcomes.push(
        ...letter.known.map((part) => ({
          ...of(part, letter),
          ...{ became: "known" as const, sendId: part.sendId, message: null },
        })),
      );
      if (letter.parts.length === 0) continue;
      if (suppressed.has(letter.recipient.address)) {
        refused("This address refused mail before, so nothing was sent to it.");
        continue;
      }
      try {
        const sent = await context.attempt((within) => sendOne(within, letter, { ...asked, sender, edition }));
        outcomes.push(...sent);
        if (sent.some(({ became }) => became === "queued")) left += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused(error.message);
      }
    }
    const count = (became: SendOutcome["became"]) => outcomes.filter((outcome) => outcome.became === became).length;
    // A no-op where everything went before: it leaves no trace, and says that nothing was forgotten.
    const first = { id: asked.items[0]!.submissionId };
    if (count("queued") === 0) context.record("submission", first, first);
    return {
      ...{ letters: left, queued: count("queued"), known: count("known"), refused: count("refused") },
      outcomes,
    };
  },
});

const of = ({ sendable }: LetterPart, { recipient }: Letter) => ({
  ...{ submissionId: sendable.submissionId, address: recipient.address },
});

/**
 * One letter: a row for each of its resumes, all in one statement, and then the mail. The submissions are held until they have moved on, in one
 * order, so that two who send at once go one after the other and the second sees what the first has sent.
 */
async function sendOne(
  context: CommandContext,
  letter: Letter,
  asked: AskedToSend & { sender: Sender | null; edition: number | null },
): Promise<SendOutcome[]> {
  const { tx, now, organisation, record } = context;
  if (!asked.sender?.address)
    throw new Refusal(
      "state",
      "You have no mail address here, so nobody could answer you. Ask an administrator for one.",
    );
  const stages = await stagesHeld(context, letter);
  const recipientKey = emailKey(letter.recipient.address);
  const has = await knownTo(context, letter, recipientKey);
  const fresh = letter.parts.filter((part) => !has.has(part));
  const outcomes: SendOutcome[] = [...has].map(([part, sendId]) => ({
    ...of(part, letter),
    ...{ became: "known", sendId, message: null },
  }));
  if (fresh.length === 0) {
    const first = { id: letter.parts[0]!.sendable.submissionId };
    record("submission", first, first);
    return outcomes;
  }
  const { subject, body } = wordsOf(context, { ...letter, parts: fresh }, asked);
  const openings = asked.notesOpenings ? newOrganisationToken(organisation.id) : null;
  const followUpOn = asked.followUpDays
    ? addDays(civilDate(now, organisation.timeZone), Number(asked.followUpDays))
    : null;
  const rows = fresh.map(({ sendable, version, contentHash }) => {
    const id = newId();
    return {
      ...{ id, submissionId: sendable.submissionId, personId: sendable.personId, versionId: version.id, contentHash },
      ...{ recipientAddress: letter.recipient.address, recipientKey, recipientName: letter.recipient.name },
      subjectEncrypted: sealSent(context, id, "subject", subject),
      bodyEncrypted: sealSent(context, id, "body", body),
      ...{ templateId: asked.templateId ?? null, templateEdition: asked.edition, attachmentKinds: asked.attachments },
      ...{ sentByPersonId: personIdOf(context.actor), sentAt: now, createdAt: now },
      ...{ followUpOn, openTokenHash: openings?.hash ?? null },
    };
  });
  await tx.insert(resumeSends).values(rows);
  const apart = namedApart();
  const { mailId } = await context.callAsSystem(sendLetter, {
    to: {
      address: letter.recipient.address,
      ...(letter.recipient.name ? { name: letter.recipient.name } : {}),
    },
    sender: { name: asked.sender.name, address: asked.sender.address },
    ...{ subject, body },
    attachments: fresh.flatMap(({ files }) => files.map(({ fileId, name }) => ({ fileId, name: apart(name) }))),
    ...(openings ? { openPath: `/api/opens/${openings.token}` } : {}),
    key: `resume-send:${hashOf([...fresh.map(({ sendable, contentHash }) => `${sendable.submissionId} ${contentHash}`).sort(), recipientKey].join(" "))}`,
    about: { entity: "resume-send", id: rows[0]!.id },
  });
  const ids = rows.map(({ id }) => id);
  const written = await tx.update(resumeSends).set({ mailId }).where(inArray(resumeSends.id, ids)).returning();
  for (const row of written) record("resume-send", null, row);
  for (const [place, { sendable }] of fresh.entries()) {
    await moveOn(context, sendable.submissionId, stages.get(sendable.submissionId)!);
    context.remember({ entity: "requirement", entityId: sendable.requirementId, kind: "tailoring.resume-sent" });
    context.remember({ entity: "candidate", entityId: sendable.personId, kind: "tailoring.resume-sent" });
    outcomes.push({ ...of(fresh[place]!, letter), became: "queued", sendId: rows[place]!.id, message: null });
  }
  return outcomes;
}

/** The stages of a letter's submissions, locked in the order of their ids; refused where one has ended. */
async function stagesHeld(context: CommandContext, { parts }: Letter): Promise<Map<string, SubmissionStage>> {
  const stages = new Map<string, SubmissionStage>();
  const inOrder = parts
    .map(({ sendable }) => sendable)
    .sort((one, other) => (one.submissionId < other.submissionId ? -1 : 1));
  for (const { submissionId, name } of inOrder) {
    const stage = (await submissionToChange(context, submissionId)).stage as SubmissionStage;
    if (!isOpenSubmission(stage))
      throw new Refusal(
        "state",
        parts.length === 1
          ? "This submission has ended. Take it up again as a draft first."
          : `The submission of ${name} has ended, so the letter was not sent. Leave it out, or take it up again as a draft.`,
      );
    stages.set(submissionId, stage);
  }
  return stages;
}

/** Which resumes of a letter the recipient has got meanwhile, with the row that says so. */
async function knownTo(
  { tx }: CommandContext,
  { parts }: Letter,
  recipientKey: string,
): Promise<Map<LetterPart, string>> {
  const rows = await tx
    .select()
    .from(resumeSends)
    .where(
      and(
        eq(resumeSends.recipientKey, recipientKey),
        inArray(
          resumeSends.submissionId,
          parts.map(({ sendable }) => sendable.submissionId),
        ),
      ),
    );
  return new Map(
    parts.flatMap((part) => {
      const row = rows.find(
        (one) => one.submissionId === part.sendable.submissionId && one.contentHash === part.contentHash,
      );
      return row ? [[part, row.id] as const] : [];
    }),
  );
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
