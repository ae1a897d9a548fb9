import "server-only";
import type { Transport } from "@/lib/mail/rules/outcome";
import { mailboxTransport } from "@/lib/mail/transports/mailbox";
import { resendTransport } from "@/lib/mail/transports/resend";
import { smtpTransport } from "@/lib/mail/transports/smtp";
import { env } from "@/lib/platform/env";

/** The transport that the settings choose. */
export function configuredTransport(): Transport {
  if (env.MAIL_TRANSPORT === "resend")
    return resendTransport({ apiKey: env.RESEND_API_KEY ?? "", baseUrl: env.RESEND_BASE_URL });
  if (env.MAIL_TRANSPORT === "smtp") return smtpTransport({ url: env.SMTP_URL ?? "" });
  return mailboxTransport;
}
