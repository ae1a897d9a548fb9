import "server-only";
import { organisationsAnswered } from "@/lib/mail/inbound/address";
import { receiveMail } from "@/lib/mail/inbound/receive-command";
import { fetchReceived, type IncomingMail } from "@/lib/mail/inbound/resend-receiving";
import { addressHash, headerName } from "@/lib/mail/rules/address";
import type { SystemActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { consume } from "@/lib/platform/rate-limit";
import { Refusal } from "@/lib/platform/refusal";

/** Mails of one address that one organisation takes in an hour. A calendar answers a few times a day. */
const mostPerHour = 60;

/** Organisations whose address one mail may name. */
const mostOrganisations = 5;

/** What became of a mail that came in. Later: it could not be had now, and is to be told again. */
export type Received = "taken" | "passed" | "later";

/** Takes a mail that the provider received: fetched outside of any transaction, then written down by each organisation to which it was addressed. */
export async function receiveFromResend(emailId: string, recipients: readonly string[]): Promise<Received> {
  const organisationIds = organisationsAnswered(recipients).slice(0, mostOrganisations);
  if (organisationIds.length === 0) return passed(emailId, "no-organisation");
  const fetched = await fetchReceived(emailId, { apiKey: env.RESEND_API_KEY ?? "", baseUrl: env.RESEND_BASE_URL });
  if (fetched.kind === "later") {
    logger.warn({ code: "mail.inbound_later", emailId, why: fetched.code });
    return "later";
  }
  if (fetched.kind === "gone") return passed(emailId, fetched.code);
  if (fetched.mail.automatic && !fetched.mail.calendar) return passed(emailId, "automatic");
  let taken = false;
  for (const organisationId of organisationIds) taken = (await takeFor(organisationId, emailId, fetched.mail)) || taken;
  return taken ? "taken" : passed(emailId, "not-taken");
}

async function takeFor(organisationId: string, emailId: string, mail: IncomingMail): Promise<boolean> {
  const { address, name } = mail.from;
  const limited = await consume(`mail:inbound:${organisationId}:${addressHash(address)}`, mostPerHour, 3600);
  if (!limited.allowed) return false;
  const actor: SystemActor = { kind: "system", organisationId, cause: "mail.inbound" };
  const shownName = headerName(name ?? "");
  try {
    const { output } = await execute(receiveMail, actor, {
      ...{ emailId, from: { address, name: shownName || null }, calendar: mail.calendar },
      ...{ subject: headerName(mail.subject), text: mail.text.replaceAll("\0", "").slice(0, 50_000) },
    });
    return output.mailId !== null;
  } catch (error) {
    // No organisation of ours, one that is suspended, or a mail of an odd form: to be told again would change nothing.
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Says that a mail was left alone, and why: by its name at the provider, never by whose it is or what stands in it. */
function passed(emailId: string, why: string): "passed" {
  logger.info({ code: "mail.inbound_passed", emailId, why });
  return "passed";
}
