import { z } from "zod";
import { templateKeys } from "@/lib/mail/templates/registry";
import { mostFiles } from "./rules/letter-limits";
import { longestSubject } from "@/lib/mail/rules/letter-limits";

const mailAddress = z.email("This is not a mail address.").max(320);

/** Who gets a mail: somebody of the organisation, or a bare address. */
const Recipient = z.union([
  z.strictObject({ personId: z.uuid() }),
  z.strictObject({
    address: mailAddress,
    name: z.string().trim().max(200).optional(),
    /** In which they read times; the organisation's where nothing is known. */
    timeZone: z.string().min(1).max(64).optional(),
  }),
]);

export const SendMail = z.strictObject({
  template: z.enum(templateKeys),
  /** Checked against the template before anything is queued. */
  variables: z.record(z.string(), z.unknown()),
  to: Recipient,
  /** The same cause sends one mail, however often it is asked. */
  key: z.string().min(1).max(300),
  /** The record it is about. */
  about: z.strictObject({ entity: z.string().min(1).max(60), id: z.uuid() }).optional(),
  /** Binds a mail and its answers; a mail of its own otherwise. */
  thread: z.string().min(1).max(200).optional(),
  /** What it says to the recipient's calendar. */
  calendar: z
    .strictObject({ method: z.enum(["REQUEST", "CANCEL"]), content: z.string().min(1).max(200_000) })
    .optional(),
});

/** What a person writes to somebody outside, with files. */
export const SendLetter = z.strictObject({
  to: z.strictObject({ address: mailAddress, name: z.string().trim().max(200).optional() }),
  /** In whose name, and where answers go. */
  sender: z.strictObject({ name: z.string().trim().min(1).max(200), address: mailAddress }),
  subject: z.string().trim().min(1, "The mail needs a subject.").max(longestSubject),
  body: z.string().trim().min(1, "The mail needs some words.").max(20_000),
  attachments: z.array(z.strictObject({ fileId: z.uuid(), name: z.string().min(1).max(200) })).max(mostFiles),
  /** A path of the installation whose picture says that the mail was opened. */
  openPath: z
    .string()
    .regex(/^\/[\w/-]+$/)
    .optional(),
  key: z.string().min(1).max(300),
  about: z.strictObject({ entity: z.string().min(1).max(60), id: z.uuid() }).optional(),
  thread: z.string().min(1).max(200).optional(),
});

export const PreviewMail = z.strictObject({ template: z.enum(templateKeys) });

export const OneMail = z.strictObject({ mailId: z.uuid() });

export const ClaimMail = z.strictObject({ mailId: z.uuid() });

const code = z.string().min(1).max(80);

export const SettleMail = z.strictObject({
  mailId: z.uuid(),
  claim: z.uuid(),
  transport: z.enum(["mailbox", "resend", "smtp"]),
  outcome: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("sent"), providerId: z.string().max(300).nullable() }),
    z.strictObject({ kind: z.literal("delivered"), providerId: z.string().max(300).nullable() }),
    z.strictObject({ kind: z.literal("later"), code, retryAfterSeconds: z.number().min(0).optional() }),
    z.strictObject({ kind: z.literal("refused"), code, forGood: z.boolean() }),
    z.strictObject({ kind: z.literal("failed"), code }),
  ]),
});
