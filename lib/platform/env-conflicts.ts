import type { Environment } from "@/lib/platform/env";

/** The sender where none is set: good for the mailbox, refused by every server outside. */
export const noSender = "Landfall <landfall@localhost>";

/** The first pair of settings that do not go together, as the one line to print; undefined when all do. */
export function conflictIn(environment: Environment): string | undefined {
  const { MAIL_TRANSPORT: transport } = environment;
  if (transport === "resend" && !environment.RESEND_API_KEY)
    return "RESEND_API_KEY is not set, and MAIL_TRANSPORT is resend.";
  if (transport === "smtp" && !environment.SMTP_URL) return "SMTP_URL is not set, and MAIL_TRANSPORT is smtp.";
  if (environment.FILES_S3_BUCKET) {
    for (const name of ["FILES_S3_ACCESS_KEY_ID", "FILES_S3_SECRET_ACCESS_KEY"] as const) {
      if (!environment[name]) return `${name} is not set, and FILES_S3_BUCKET is.`;
    }
  }
  if (environment.FILES_S3_ENDPOINT && !environment.FILES_S3_BUCKET) {
    return "FILES_S3_BUCKET is not set, and FILES_S3_ENDPOINT is.";
  }
  if (environment.LANDFALL_CLOCK && !environment.LANDFALL_DEMO && environment.LANDFALL_ENV !== "test") {
    return "LANDFALL_CLOCK is for demo and tests: set LANDFALL_DEMO=1 or take it away.";
  }
  if (Boolean(environment.INNGEST_EVENT_KEY) !== Boolean(environment.INNGEST_SIGNING_KEY)) {
    const missing = environment.INNGEST_EVENT_KEY ? "INNGEST_SIGNING_KEY" : "INNGEST_EVENT_KEY";
    return `${missing} is not set: Inngest needs an event key and a signing key.`;
  }
  return halfOf(environment);
}

/** A setting that does nothing without another: somebody believes it to work. */
function halfOf(environment: Environment): string | undefined {
  const { MAIL_TRANSPORT: transport } = environment;
  const production = environment.LANDFALL_ENV === "production";
  if (production && environment.INNGEST_BASE_URL && !environment.INNGEST_EVENT_KEY)
    return "INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY are not set, and INNGEST_BASE_URL is: a self-hosted Inngest needs both.";
  if (environment.RESEND_BASE_URL && !environment.RESEND_API_KEY)
    return "RESEND_API_KEY is not set, and RESEND_BASE_URL is.";
  const { MAIL_INBOUND_ADDRESS: inbound, RESEND_WEBHOOK_SECRET: secret } = environment;
  if (Boolean(inbound) !== Boolean(secret)) {
    const missing = inbound ? "RESEND_WEBHOOK_SECRET" : "MAIL_INBOUND_ADDRESS";
    return `${missing} is not set: mail that comes in needs its address and the secret of the webhook.`;
  }
  if (inbound && !environment.RESEND_API_KEY)
    return "RESEND_API_KEY is not set, and MAIL_INBOUND_ADDRESS is: what came in is fetched with it.";
  if (!environment.FILES_S3_BUCKET) {
    for (const name of ["FILES_S3_ACCESS_KEY_ID", "FILES_S3_SECRET_ACCESS_KEY"] as const) {
      if (environment[name]) return `FILES_S3_BUCKET is not set, and ${name} is.`;
    }
  }
  if (environment.GOTENBERG_URL && environment.LIBREOFFICE_PATH)
    return "GOTENBERG_URL and LIBREOFFICE_PATH are both set: one of them makes the PDFs.";
  if (environment.NEON_WS_PROXY && environment.DATABASE_DRIVER !== "neon")
    return "NEON_WS_PROXY is set, and DATABASE_DRIVER is not neon.";
  if (production && leavesThisMachine(environment) && environment.MAIL_FROM === noSender)
    return `MAIL_FROM is not set, and mails leave by ${transport}: nobody accepts mail from ${noSender}.`;
  if (transport === "smtp" && environment.SMTP_URL) {
    const { username, password } = new URL(environment.SMTP_URL);
    if (Boolean(username) !== Boolean(password))
      return `SMTP_URL has ${username ? "a user without a password" : "a password without a user"}.`;
  }
  return undefined;
}

/** Whether mails go to a server elsewhere; one on this machine may take any sender. */
function leavesThisMachine({
  MAIL_TRANSPORT: transport,
  SMTP_URL: smtp,
  RESEND_BASE_URL: resend,
}: Environment): boolean {
  if (transport === "mailbox") return false;
  const server = transport === "smtp" ? smtp : resend;
  return !server || !isThisMachine(server);
}

/** Whether an address names this machine itself. */
export const isThisMachine = (url: string): boolean =>
  ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
