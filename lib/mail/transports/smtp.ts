import "server-only";
import { createTransport } from "nodemailer";
import { calendarFileName, headersOf, messageIdOf, type Outcome, type Transport } from "@/lib/mail/rules/outcome";

export interface SmtpSettings {
  url: string;
  /** How long a connection or an answer may take. */
  timeoutMilliseconds?: number;
}

/**
 * Sends to an SMTP server, one connection a mail. The Message-ID follows from the ledger row, so that a mail whose outcome
 * got lost (time-out after the last dot, process killed) and is sent again can be recognised as the same one.
 */
export function smtpTransport({ url, timeoutMilliseconds = 30_000 }: SmtpSettings): Transport {
  return {
    name: "smtp",
    async send(envelope) {
      const client = createTransport({
        url,
        connectionTimeout: timeoutMilliseconds,
        greetingTimeout: timeoutMilliseconds,
        socketTimeout: timeoutMilliseconds,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        const answer = await client.sendMail({
          from: envelope.from,
          to: { name: envelope.to.name ?? "", address: envelope.to.address },
          subject: envelope.subject,
          html: envelope.html,
          text: envelope.text,
          messageId: messageIdOf(envelope.id, envelope.from),
          headers: headersOf(envelope),
          ...(envelope.replyTo ? { replyTo: envelope.replyTo } : {}),
          ...(envelope.calendar ? { icalEvent: { filename: calendarFileName, ...envelope.calendar } } : {}),
          attachments: envelope.attachments.map(({ name, mediaType, bytes }) => ({
            ...{ filename: name, contentType: mediaType, content: Buffer.from(bytes) },
          })),
        });
        return { kind: "sent", providerId: answer.messageId };
      } catch (error) {
        return outcomeOf(error);
      } finally {
        client.close();
      }
    },
  };
}

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Mailbox unknown, not local, name not allowed, or moved (RFC 5321, 4.2.3). 552 is a full mailbox, which may be emptied. */
const noSuchMailbox = new Set([550, 551, 553]);

/** What an SMTP server's "no", or its silence, means. */
function outcomeOf(error: unknown): Outcome {
  const { code, command, responseCode, response } = (error ?? {}) as SmtpError;
  if (responseCode === undefined) {
    if (code === "EENVELOPE" || code === "EMESSAGE") return { kind: "failed", code: "not-sendable" };
    return { kind: "later", code: code === "ETIMEDOUT" ? "timeout" : (code ?? "unreachable").toLowerCase() };
  }
  if (responseCode < 500) return { kind: "later", code: String(responseCode) };
  // A wrong password is put right by the operator, and the mail then leaves by itself.
  if (code === "EAUTH") return { kind: "later", code: "auth" };
  if (command === "RCPT TO") {
    // 5.7.x is policy (spam, relaying): the mailbox may well exist (RFC 3463, 3.8).
    const policy = /^\d{3}[ -]5\.7\./.test(response ?? "");
    return { kind: "refused", code: String(responseCode), forGood: noSuchMailbox.has(responseCode) && !policy };
  }
  return { kind: "failed", code: String(responseCode) };
}
