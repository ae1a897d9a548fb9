import "server-only";
import { Resend } from "resend";
import {
  calendarFileName,
  headersOf,
  idempotencyKeyOf,
  type Envelope,
  type EnvelopeFile,
  type Outcome,
  type Transport,
} from "@/lib/mail/rules/outcome";
import { retryAfterSeconds } from "@/lib/mail/rules/retry";
import { now } from "@/lib/platform/clock";

export interface ResendSettings {
  apiKey: string;
  baseUrl?: string | undefined;
  /** How long an answer may take. */
  timeoutMilliseconds?: number;
}

/** Sends through Resend, under the ledger's key: what it has taken once it does not take again. */
export function resendTransport({ apiKey, baseUrl, timeoutMilliseconds = 30_000 }: ResendSettings): Transport {
  const client = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return {
    name: "resend",
    async send(envelope) {
      const sending = client.emails.send(payloadOf(envelope), { idempotencyKey: idempotencyKeyOf(envelope) });
      const answer = await within(timeoutMilliseconds, sending);
      if (answer === "timeout") return { kind: "later", code: "timeout" };
      if (answer.data) return { kind: "sent", providerId: answer.data.id };
      return outcomeOf(answer.error, answer.headers);
    },
  };
}

const named = ({ name, address }: { name: string; address: string }): string =>
  name ? `"${name}" <${address}>` : address;

function payloadOf(envelope: Envelope) {
  const { from, to, replyTo } = envelope;
  const attachments = [...envelope.attachments, ...calendarFile(envelope)];
  return {
    from: named(from),
    to: [to.address],
    subject: envelope.subject,
    html: envelope.html,
    text: envelope.text,
    headers: headersOf(envelope),
    ...(replyTo ? { replyTo: named(replyTo) } : {}),
    ...(attachments.length > 0
      ? {
          attachments: attachments.map(({ name, mediaType, bytes }) => ({
            ...{ filename: name, contentType: mediaType, content: Buffer.from(bytes).toString("base64") },
          })),
        }
      : {}),
  };
}

/**
 * Resend takes no further form of a mail, only attachments. One whose type says how it is meant is an invitation for mail programs too; who wants the other form
 * as well sends over Resend's SMTP.
 */
const calendarFile = ({ calendar }: Envelope): EnvelopeFile[] =>
  calendar
    ? [
        {
          name: calendarFileName,
          mediaType: `text/calendar; charset=utf-8; method=${calendar.method}`,
          bytes: Buffer.from(calendar.content),
        },
      ]
    : [];

interface ResendError {
  name: string;
  message: string;
  statusCode: number | null | undefined;
}

/** Resend's error codes (resend.com/docs/api-reference/errors) as what follows from them. */
function outcomeOf(error: ResendError, headers: Record<string, string> | null): Outcome {
  const status = error.statusCode;
  if (status === null) return { kind: "later", code: "unreachable" };
  // Something between us and Resend answered (a gateway), in another form than Resend's.
  if (typeof status !== "number") return { kind: "later", code: "unreadable" };
  if (status === 409) {
    // The key is known with another content (the sender's address was changed in between): the first attempt was taken.
    if (error.name === "invalid_idempotent_request") return { kind: "sent", providerId: null };
    return { kind: "later", code: error.name };
  }
  if (status === 429) {
    const asked = retryAfterSeconds(headers?.["retry-after"], now());
    return { kind: "later", code: error.name, ...(asked === undefined ? {} : { retryAfterSeconds: asked }) };
  }
  if (status >= 500 || status === 408) return { kind: "later", code: String(status) };
  // A wrong or restricted key is put right by the operator, and the mail then leaves by itself.
  if (status === 401 || status === 403) return { kind: "later", code: error.name };
  if (status === 422 && /`?\bto\b`?/i.test(error.message)) return { kind: "refused", code: error.name, forGood: true };
  if (status === 422 && error.name === "validation_error") return { kind: "refused", code: error.name, forGood: false };
  return { kind: "failed", code: error.name };
}

/** Gives up waiting; the request itself may still arrive, which is what the idempotency key is for. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | "timeout"> {
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Promise<"timeout">((resolve) => {
    timer = setTimeout(() => resolve("timeout"), milliseconds);
  });
  try {
    return await Promise.race([work, waiting]);
  } finally {
    clearTimeout(timer);
  }
}
