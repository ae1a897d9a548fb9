import "server-only";
import { inArray } from "drizzle-orm";
import type { z } from "zod";
import { resumeSends } from "@/db/schema/sending";
import { longestSubject, mostBytes, mostFiles } from "@/lib/mail/rules/letter-limits";
import { emailKey } from "@/lib/platform/keys";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import type { SendRecipient } from "./attachment-kinds";
import { sendablesOf, type Sendable, type Sender, type SendFile } from "./facts";
import { fillText, type LetterValues } from "./letter-text";
import type { SendResumesInput } from "./schemas";
import { namesInWords, valuesTo, valuesTogether } from "./values-together";

export type AskedToSend = z.output<typeof SendResumesInput>;

/** One resume in a letter. */
export interface LetterPart {
  sendable: Sendable;
  version: Sendable["versions"][number];
  files: SendFile[];
  /** What was sent is known by it: the resume itself, without marks and whatever goes beside it. */
  contentHash: string;
}

/** One letter to one recipient, with one resume or with several. */
export interface Letter {
  recipient: SendRecipient;
  parts: LetterPart[];
  /** Those that the recipient has already: they do not go again. */
  known: Array<LetterPart & { sendId: string }>;
}

const kindWords = { clean: "Word document", tracked: "document with tracked changes", pdf: "PDF" } as const;

/** Every letter that was asked for; refused before anything is sent where one cannot be written or is too large. */
export async function lettersToSend(
  context: CommandContext,
  asked: AskedToSend,
  sender: Sender | null,
): Promise<Letter[]> {
  const ids = [...new Set(asked.items.map(({ submissionId }) => submissionId))];
  const sendables = await sendablesOf(context, ids, sender);
  if (sendables.length < ids.length) throw notFound("this submission");
  const parts = sendables.map((sendable) => partOf(sendable, asked));
  if (asked.together && new Set(sendables.map(({ requirementId }) => requirementId)).size > 1)
    throw new Refusal(
      "invalid",
      "One letter with all resumes is about one requirement. Send a letter for each.",
      "together",
    );
  const groups = asked.together ? [parts] : parts.map((part) => [part]);
  const before = await context.tx
    .select({
      ...{ id: resumeSends.id, submissionId: resumeSends.submissionId, contentHash: resumeSends.contentHash },
      recipientKey: resumeSends.recipientKey,
    })
    .from(resumeSends)
    .where(inArray(resumeSends.submissionId, ids));
  const sentBefore = ({ sendable, contentHash }: LetterPart, key: string): string | undefined =>
    before.find(
      (row) =>
        row.submissionId === sendable.submissionId && row.contentHash === contentHash && row.recipientKey === key,
    )?.id;
  const letters = groups.flatMap((group) =>
    recipientsOf(group[0]!.sendable, asked).map((recipient): Letter => {
      const key = emailKey(recipient.address);
      return {
        recipient,
        parts: group.filter((part) => !sentBefore(part, key)),
        known: group.flatMap((part) => {
          const sendId = sentBefore(part, key);
          return sendId ? [{ ...part, sendId }] : [];
        }),
      };
    }),
  );
  for (const letter of letters) assertWhole(context, letter, asked);
  return letters;
}

/** The words of a letter about these resumes; `missing` names what has no value. */
export function wordsOf(
  { organisation }: CommandContext,
  { recipient, parts }: Pick<Letter, "recipient" | "parts">,
  asked: Pick<AskedToSend, "subject" | "body" | "together">,
) {
  const each = parts.map(({ sendable }) => sendable.values);
  const about: LetterValues = asked.together ? valuesTogether(each, formatsLocale(organisation.locale)) : each[0]!;
  const values = valuesTo(about, recipient);
  const [subject, body] = [fillText(asked.subject, values), fillText(asked.body, values)];
  return { subject: subject.text, body: body.text, missing: { subject: subject.missing, body: body.missing } };
}

function partOf(sendable: Sendable, asked: AskedToSend): LetterPart {
  const { versionId } = asked.items.find(({ submissionId }) => submissionId === sendable.submissionId)!;
  const version = versionId ? sendable.versions.find(({ id }) => id === versionId) : sendable.versions[0];
  if (!version)
    throw new Refusal("state", `There is no tailored resume of ${sendable.name} yet. Tailor it first.`, "items");
  const files = asked.attachments.map((kind) => {
    const file = version.files.find((there) => there.kind === kind);
    if (!file)
      throw new Refusal("invalid", `${sendable.name} has no ${kindWords[kind]} of this version.`, "attachments");
    return file;
  });
  const contentHash = version.files.find(({ kind }) => kind === "clean")?.sha256 ?? version.id;
  return { sendable, version, files, contentHash };
}

/** To whom: those that were named, else the contact of the requirement; each once. */
function recipientsOf({ vendor, title }: Sendable, { recipients }: AskedToSend): SendRecipient[] {
  const to = recipients.length > 0 ? recipients : vendor ? [vendor] : [];
  if (to.length === 0)
    throw new Refusal(
      "invalid",
      `“${title}” names no contact with a mail address. Say who gets the resume.`,
      "recipients",
    );
  return [...new Map(to.map((recipient) => [emailKey(recipient.address), recipient])).values()];
}

function assertWhole(context: CommandContext, letter: Letter, asked: AskedToSend): void {
  if (letter.parts.length === 0) return;
  const { missing, subject } = wordsOf(context, letter, asked);
  const [name] = [...missing.subject, ...missing.body];
  const names = namesInWords(
    letter.parts.map(({ sendable }) => sendable.name),
    "en",
  );
  if (name)
    throw new Refusal(
      "invalid",
      asked.together && /^candidate\.|^skills$/.test(name)
        ? `{{${name}}} is about one candidate, and this letter is about all. Write {{candidates.names}} or {{candidates.list}}. Nothing was sent.`
        : `The letter about ${names} needs {{${name}}}, which is not known. Nothing was sent.`,
      missing.subject[0] ? "subject" : "body",
    );
  if (subject.length > longestSubject)
    throw new Refusal(
      "invalid",
      `With its values the subject of the letter about ${names} has ${subject.length} characters, and mail takes ${longestSubject}. Shorten it. Nothing was sent.`,
      "subject",
    );
  const files = letter.parts.flatMap((part) => part.files);
  if (files.length > mostFiles)
    throw new Refusal(
      "limit",
      `One letter would have ${files.length} files, and it takes ${mostFiles}. Send fewer, or a letter for each. Nothing was sent.`,
      "attachments",
    );
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostBytes)
    throw new Refusal(
      "limit",
      `The files of one letter are ${inMegabytes(bytes)} MB together, and mail takes ${inMegabytes(mostBytes)} MB. Send fewer, or a letter for each. Nothing was sent.`,
      "attachments",
    );
}

const inMegabytes = (bytes: number): string => String(Math.ceil(bytes / 1024 / 1024));
