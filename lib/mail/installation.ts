import "server-only";
import { and, asc, desc, eq, inArray, lte } from "drizzle-orm";
import { acrossIdentity } from "@/db/across";
import type { Transaction } from "@/db/client";
import { installationMails } from "@/db/schema/mail";
import { newId } from "@/db/tenant-table";
import { installationBrand } from "@/lib/mail/branding";
import { attempt, type Delivered } from "@/lib/mail/deliver";
import { renderMail } from "@/lib/mail/render";
import { headerName, parseSender } from "@/lib/mail/rules/address";
import type { Envelope, Outcome, Transport } from "@/lib/mail/rules/outcome";
import { claimHoldsFor, settle, unknownMayRepeatFor } from "@/lib/mail/rules/retry";
import { openBody, sealBody } from "@/lib/mail/sealed-body";
import { templateOf, type TemplateKey, type VariablesOf } from "@/lib/mail/templates/registry";
import { configuredTransport } from "@/lib/mail/transports/configured";
import { now as clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { houseLocale } from "@/lib/platform/i18n/formats-locale";
import { logger } from "@/lib/platform/log";
import type { InstallationContext } from "@/lib/platform/operation";
import { installationKey } from "@/lib/platform/secrets";

export interface InstallationMail<Key extends TemplateKey> {
  template: Key;
  variables: VariablesOf<Key>;
  to: { address: string; name?: string | null; userId?: string | null };
  /** The same cause sends one mail, however often it is asked. */
  key: string;
  locale?: string;
  timeZone?: string;
}

/**
 * Writes a mail about an account, which belongs to no organisation, into the ledger of the installation. It leaves when the
 * transaction (in the identity role) has committed. Refused when a variable is missing.
 */
export async function sendInstallationMail<Key extends TemplateKey>(
  context: Pick<InstallationContext, "tx" | "now" | "afterCommit">,
  mail: InstallationMail<Key>,
): Promise<{ mailId: string; queued: boolean }> {
  const { tx, now } = context;
  if (templateOf(mail.template).realm !== "installation")
    throw new Error(`The mail “${mail.template}” is sent by an organisation.`);
  const [known] = await tx
    .select({ id: installationMails.id })
    .from(installationMails)
    .where(eq(installationMails.idempotencyKey, mail.key));
  if (known) return { mailId: known.id, queued: false };
  const rendered = await renderMail(mail.template, mail.variables, {
    brand: installationBrand(),
    reader: {
      name: mail.to.name?.split(/\s+/)[0] || null,
      locale: mail.locale ?? houseLocale,
      timeZone: mail.timeZone ?? "UTC",
    },
    choicesHref: null,
  });
  const id = newId();
  await tx.insert(installationMails).values({
    id,
    at: now,
    templateKey: rendered.template,
    templateVersion: rendered.version,
    toAddress: mail.to.address,
    toName: mail.to.name ?? null,
    userId: mail.to.userId ?? null,
    subject: rendered.subject,
    ...sealBody(installationKey(), id, rendered),
    reason: rendered.reason,
    idempotencyKey: mail.key,
    nextAttemptAt: now,
  });
  context.afterCommit(() => deliverInstallationMail(id));
  return { mailId: id, queued: true };
}

/** One attempt to deliver a mail about an account: the same three steps as for an organisation's mail. */
export async function deliverInstallationMail(
  mailId: string,
  transport: Transport = configuredTransport(),
): Promise<Delivered> {
  const claimed = await acrossIdentity((tx) => claim(tx, mailId, clock()));
  if (!claimed) return "idle";
  const outcome = await attempt(transport, claimed.envelope);
  return acrossIdentity((tx) => record(tx, { mailId, claim: claimed.claim, transport, outcome }, clock()));
}

/** Delivers what is due of the installation's own mail. Returns how many were attempted. */
export async function deliverDueInstallationMail(): Promise<number> {
  const due = await acrossIdentity((tx) =>
    tx
      .select({ id: installationMails.id })
      .from(installationMails)
      .where(
        and(inArray(installationMails.status, ["queued", "claimed"]), lte(installationMails.nextAttemptAt, clock())),
      )
      .orderBy(asc(installationMails.nextAttemptAt))
      .limit(200),
  );
  let attempted = 0;
  for (const { id } of due) {
    try {
      if ((await deliverInstallationMail(id)) !== "idle") attempted += 1;
    } catch (error) {
      logger.error({ code: "mail.sweep_fault", mailId: id, err: String(error) });
    }
  }
  return attempted;
}

/** The newest mails about accounts, for the demo's mailbox. */
export async function latestInstallationMails(most = 50) {
  return acrossIdentity((tx) =>
    tx
      .select({
        id: installationMails.id,
        at: installationMails.at,
        toAddress: installationMails.toAddress,
        toName: installationMails.toName,
        subject: installationMails.subject,
        status: installationMails.status,
      })
      .from(installationMails)
      .orderBy(desc(installationMails.at), desc(installationMails.id))
      .limit(most),
  );
}

/** One mail about an account with its body, for the demo's mailbox; null when there is none. */
export async function installationMail(mailId: string) {
  const [row] = await acrossIdentity((tx) =>
    tx.select().from(installationMails).where(eq(installationMails.id, mailId)),
  );
  return row ? { ...row, ...openBody(installationKey(), row) } : null;
}

async function claim(
  tx: Transaction,
  mailId: string,
  now: Date,
): Promise<{ claim: string; envelope: Envelope } | null> {
  const [row] = await tx
    .select()
    .from(installationMails)
    .where(
      and(
        eq(installationMails.id, mailId),
        inArray(installationMails.status, ["queued", "claimed"]),
        lte(installationMails.nextAttemptAt, now),
      ),
    )
    .for("update", { skipLocked: true });
  if (!row) return null;
  if (row.status === "claimed" && row.claimedAt && now.getTime() - row.claimedAt.getTime() > unknownMayRepeatFor) {
    await tx
      .update(installationMails)
      .set({ status: "failed", lastErrorCode: "outcome-unknown", nextAttemptAt: null, settledAt: now, updatedAt: now })
      .where(eq(installationMails.id, mailId));
    return null;
  }
  const id = newId();
  await tx
    .update(installationMails)
    .set({
      status: "claimed",
      claimedAt: now,
      claimedBy: id,
      attempts: row.attempts + 1,
      nextAttemptAt: new Date(now.getTime() + claimHoldsFor),
      updatedAt: now,
    })
    .where(eq(installationMails.id, mailId));
  const body = openBody(installationKey(), row);
  const sender = parseSender(env.MAIL_FROM);
  return {
    claim: id,
    envelope: {
      id: row.id,
      from: { name: headerName(sender.name), address: sender.address },
      to: { name: row.toName === null ? null : headerName(row.toName), address: row.toAddress },
      subject: row.subject,
      html: body.html ?? "",
      text: body.text ?? "",
      thread: row.id,
      replyTo: null,
      attachments: [],
      calendar: null,
    },
  };
}

async function record(
  tx: Transaction,
  result: { mailId: string; claim: string; transport: Transport; outcome: Outcome },
  now: Date,
): Promise<Delivered> {
  const held = and(
    eq(installationMails.id, result.mailId),
    eq(installationMails.status, "claimed"),
    eq(installationMails.claimedBy, result.claim),
  );
  const [row] = await tx
    .select({ attempts: installationMails.attempts })
    .from(installationMails)
    .where(held)
    .for("update");
  if (!row) return "idle";
  const next = settle(result.outcome, row.attempts, now);
  await tx
    .update(installationMails)
    .set({
      status: next.status,
      transport: result.transport.name,
      providerId: "providerId" in result.outcome ? result.outcome.providerId : null,
      lastErrorCode: next.errorCode,
      nextAttemptAt: next.nextAttemptAt,
      claimedBy: null,
      settledAt: next.nextAttemptAt ? null : now,
      updatedAt: now,
    })
    .where(held);
  return next.status;
}
