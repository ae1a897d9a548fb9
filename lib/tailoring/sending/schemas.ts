import { z } from "zod";
import { attachmentKinds, mostRecipients } from "./attachment-kinds";
import { letterProblem } from "./letter-text";

/*
 * What forms, actions and the API accept for sending resumes. Safe for the browser; the messages are what the person reads.
 */

const id = z.uuid("This is not a known record.");
const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);

/** Words with places for values. Unknown places are refused here, at their field. */
const letter = (most: number, what: string, missing: string) =>
  text(most, what)
    .min(1, missing)
    .superRefine((words, context) => {
      const problem = letterProblem(words);
      if (problem) context.addIssue({ code: "custom", message: problem });
    });

const subject = letter(200, "The subject", "Write a subject.")
  .refine((words) => !words.includes("\n"), "A subject is one line.")
  .refine(
    (words) => !/\{\{\s*candidates\.list\s*\}\}/.test(words),
    "The list of candidates has several lines. Write {{candidates.names}} in the subject.",
  );
const body = letter(10_000, "The letter", "Write the letter.");

/** A form's number arrives as text; "" for never. */
const days = z
  .string()
  .trim()
  .regex(/^(?:[1-9]|[1-5]\d|60)?$/, "Write whole days from 1 to 60, or leave it empty.");

export const TemplateId = z.strictObject({ id });

const template = { name: text(80, "The name").min(1, "Give the template a name."), subject, body, followUpDays: days };

export const AddTemplateInput = z.strictObject(template);
export const EditTemplateInput = z.strictObject({ id, expectedVersion: z.int(), ...template });

/** Submissions of one sending at most. */
export const mostSubmissions = 50;

const recipient = z.strictObject({
  address: z.string().trim().pipe(z.email("This is not a mail address. Check the part around the @.").max(254)),
  name: text(160, "The name"),
});

const items = z
  .array(
    z.strictObject({
      submissionId: id,
      /** A version that is done; the newest one when absent. */ versionId: id.optional(),
    }),
  )
  .min(1, "Choose whose resume is sent.")
  .max(mostSubmissions, `Send at most ${mostSubmissions} resumes in one go.`);

const words = {
  /** Empty: to the contact of each requirement. */
  recipients: z.array(recipient).max(mostRecipients, `Write to at most ${mostRecipients} people in one go.`),
  subject,
  body,
};

export const SendResumesInput = z.strictObject({
  items,
  ...words,
  templateId: id.optional(),
  attachments: z
    .array(z.enum(attachmentKinds))
    .min(1, "Choose at least one file.")
    .refine((kinds) => new Set(kinds).size === kinds.length, "Each file goes once."),
  followUpDays: days,
  /** Whether a picture in the mail tells that it was opened. */
  notesOpenings: z.boolean(),
  /** One letter with all resumes to each recipient, instead of a letter for each. */
  together: z.boolean().optional(),
});
export type SendResumes = z.input<typeof SendResumesInput>;

export const PreviewSendInput = z.strictObject({
  submissionId: id,
  /** All of one letter with several resumes, the first included; absent where it is about one. */
  together: z.array(id).min(1).max(mostSubmissions).optional(),
  /** As it is typed, whole or not. */
  recipient: z.strictObject({ address: z.string().max(254), name: text(160, "The name") }).optional(),
  subject: text(400, "The subject"),
  body: text(20_000, "The letter"),
});

export const ToSendInput = z.strictObject({ submissionIds: z.array(id).min(1).max(mostSubmissions) });

export const SendId = z.strictObject({ id });

export const FollowUpInput = z.strictObject({
  id,
  /** Civil date in the organisation's zone; "" for not at all. */
  followUpOn: z.string().regex(/^(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?$/, "This is not a date."),
});

export const NoteAnswerInput = z.strictObject({ id, note: text(2000, "The note") });
export const NoteOpeningInput = z.strictObject({ tokenHash: z.string().regex(/^[0-9a-f]{64}$/) });
export const AnswerMailInput = z.strictObject({ mailId: id });
