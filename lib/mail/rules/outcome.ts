import { createHash } from "node:crypto";

/** What a transport says came of sending one mail. Codes are short words without text about people; they stand in the ledger. */
export type Outcome =
  /** Taken over by the server that delivers. */
  | { kind: "sent"; providerId: string | null }
  /** Lies where the recipient reads it. */
  | { kind: "delivered"; providerId: string | null }
  /** Not now: time-out, too many, a fault over there. */
  | { kind: "later"; code: string; retryAfterSeconds?: number }
  /** The recipient's side refuses it. `forGood`: the address does not exist or takes nothing, so nobody writes to it again. */
  | { kind: "refused"; code: string; forGood: boolean }
  /** It cannot be sent, and trying again would not help. */
  | { kind: "failed"; code: string };

/** A file that goes with a mail. */
export interface EnvelopeFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/**
 * What a mail says to the recipient's calendar: an iCalendar object (RFC 6047). Programs take it for an invitation, or its update, where it is one of the forms of
 * the mail itself; some only look at the attachment, so it is sent as both.
 */
export interface MailCalendar {
  method: "REQUEST" | "CANCEL" | "REPLY" | "COUNTER";
  content: string;
}

/** The name of the attachment that mail programs know. */
export const calendarFileName = "invite.ics";

/** A mail as a transport sends it. */
export interface Envelope {
  /** Id of the ledger row: the same at every attempt, so the idempotency key and the Message-ID follow from it. */
  id: string;
  from: { name: string; address: string };
  to: { name: string | null; address: string };
  subject: string;
  html: string;
  text: string;
  /** Mails with the same thread stand together in the recipient's client. */
  thread: string;
  /** Who gets the answers, where a person wrote the mail or it is an invitation; null for what else Landfall writes by itself. */
  replyTo: { name: string; address: string } | null;
  attachments: readonly EnvelopeFile[];
  calendar: MailCalendar | null;
}

export interface Transport {
  name: "mailbox" | "resend" | "smtp";
  /** Never throws for what the other side answers; what it throws is a fault of ours. */
  send(envelope: Envelope): Promise<Outcome>;
}

/** Under which key a provider knows one mail; at Resend at most 256 characters, kept for 24 hours. */
export const idempotencyKeyOf = (envelope: { id: string }): string => `mail/${envelope.id}`;

/** The Message-ID of one mail, the same at every attempt: a server or client that sees it twice can show it once (RFC 5322, 3.6.4). */
export function messageIdOf(id: string, from: { address: string }): string {
  return `<${id}@${from.address.split("@").at(-1) ?? "localhost"}>`;
}

/**
 * Headers that a mail carries: one reference for all mails of a thread, so that clients put them together, and no automatic
 * answers (RFC 3834) to what no person wrote.
 */
export function headersOf({ thread, from, replyTo, calendar }: Envelope): Record<string, string> {
  const reference = createHash("sha256").update(thread).digest("hex").slice(0, 32);
  return {
    ...(replyTo && !calendar ? {} : { "Auto-Submitted": "auto-generated" }),
    References: messageIdOf(`thread.${reference}`, from),
  };
}
