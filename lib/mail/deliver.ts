import "server-only";
import { and, asc, inArray, lte } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { mailMessages } from "@/db/schema/mail";
import { bytesOf, openFile } from "@/lib/files/open-file";
import { claimMail, settleMail, type ClaimedMail } from "@/lib/mail/delivery-commands";
import type { Envelope, EnvelopeFile, Outcome, Transport } from "@/lib/mail/rules/outcome";
import { configuredTransport } from "@/lib/mail/transports/configured";
import type { SystemActor } from "@/lib/platform/actor";
import { now as clock } from "@/lib/platform/clock";
import { execute } from "@/lib/platform/execute";
import { logger } from "@/lib/platform/log";
import { Refusal } from "@/lib/platform/refusal";

/** What became of a mail: its new state, or `idle` when there was nothing to do (not due, taken, suppressed). */
export type Delivered = "queued" | "sent" | "delivered" | "refused" | "failed" | "idle";

/**
 * One attempt to deliver one mail: claimed in a transaction, sent outside of any, recorded in another. Whatever happens in
 * between, the ledger brings it back: a process that dies leaves a claim that runs out (`claimHoldsFor`), and the next
 * attempt goes out under the same key. Called twice at once, one of the two does nothing.
 */
export async function deliverMail(
  organisationId: string,
  mailId: string,
  transport: Transport = configuredTransport(),
): Promise<Delivered> {
  const actor: SystemActor = { kind: "system", organisationId, cause: "mail.deliver" };
  const { output: claimed } = await execute(claimMail, actor, { mailId });
  if (!claimed) return "idle";
  const files = await filesFor(actor, claimed);
  const outcome = "kind" in files ? files : await attempt(transport, { ...claimed.envelope, attachments: files });
  const { output } = await execute(settleMail, actor, {
    mailId,
    claim: claimed.claim,
    transport: transport.name,
    outcome,
  });
  return output.status ?? "idle";
}

/** The content of what is attached; where it cannot be had, what follows from that for the mail. Nothing leaves without its files. */
async function filesFor(actor: SystemActor, { envelope, files }: ClaimedMail): Promise<EnvelopeFile[] | Outcome> {
  const read: EnvelopeFile[] = [];
  try {
    for (const { fileId, name } of files) {
      const file = await openFile(actor, fileId);
      read.push({ name, mediaType: file.mediaType, bytes: await bytesOf(file) });
    }
    return read;
  } catch (error) {
    if (error instanceof Refusal) return { kind: "failed", code: "attachment-gone" };
    logger.error({ code: "mail.attachment_fault", mailId: envelope.id, err: String(error) });
    return { kind: "later", code: "attachment-unreadable" };
  }
}

/** Sends; a fault of ours counts as "later", so that it is logged and tried again instead of waiting for the claim to run out. */
export async function attempt(transport: Transport, envelope: Envelope): Promise<Outcome> {
  try {
    return await transport.send(envelope);
  } catch (error) {
    logger.error({
      code: "mail.fault",
      mailId: envelope.id,
      err: error instanceof Error ? error.stack : String(error),
    });
    return { kind: "later", code: "fault" };
  }
}

/**
 * Delivers what is due, whichever organisation's: what a crash left, what waits for another attempt. Ends when nothing is
 * left or the time is up; the next sweep goes on.
 * @returns how many mails were attempted
 */
export async function deliverDue({ most = 500, milliseconds = 40_000 } = {}): Promise<number> {
  const until = Date.now() + milliseconds;
  const due = await acrossSweep((tx) =>
    tx
      .select({ id: mailMessages.id, organisationId: mailMessages.organisationId })
      .from(mailMessages)
      .where(and(inArray(mailMessages.status, ["queued", "claimed"]), lte(mailMessages.nextAttemptAt, clock())))
      .orderBy(asc(mailMessages.nextAttemptAt))
      .limit(most),
  );
  let attempted = 0;
  const next = async () => {
    for (let mail = due.shift(); mail && Date.now() < until; mail = due.shift()) {
      try {
        if ((await deliverMail(mail.organisationId, mail.id)) !== "idle") attempted += 1;
      } catch (error) {
        // A suspended organisation keeps its mail until it is taken up again.
        if (!(error instanceof Refusal))
          logger.error({ code: "mail.sweep_fault", mailId: mail.id, err: String(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: 4 }, next));
  return attempted;
}
