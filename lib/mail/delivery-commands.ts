import "server-only";
import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { mailAttachments, mailMessages, mailSuppressions } from "@/db/schema/mail";
import { newId } from "@/db/tenant-table";
import { answersAddress, mailComesIn } from "@/lib/mail/inbound/address";
import { lettersOpen } from "@/lib/mail/letter-owners";
import { addressHash, headerName, parseSender } from "@/lib/mail/rules/address";
import type { Envelope } from "@/lib/mail/rules/outcome";
import { claimHoldsFor, settle, unknownMayRepeatFor } from "@/lib/mail/rules/retry";
import { ClaimMail, SettleMail } from "@/lib/mail/schemas";
import { openBody, openCalendar } from "@/lib/mail/sealed-body";
import { env } from "@/lib/platform/env";
import { command } from "@/lib/platform/operation";
import { dataKeyOf } from "@/lib/platform/secrets";

const inLedger = { none: "The ledger row itself says who claimed it, when, and what came of it." };

/** A mail that was taken for one attempt. What is attached is named only: its content is read outside of the transaction. */
export interface ClaimedMail {
  claim: string;
  envelope: Omit<Envelope, "attachments">;
  files: Array<{ fileId: string; name: string }>;
}

/**
 * Takes a mail that is due, for one attempt. Null when it is not due, somebody else has it, its address is suppressed, or what goes with it may
 * not leave any more.
 * Nobody else gets it before the claim has run out.
 */
export const claimMail = command({
  name: "mail.claim",
  permission: "mail:send",
  input: ClaimMail,
  audit: inLedger,
  example: (world) => ({ mailId: world.mailId }),
  async run({ tx, actor, organisation, now, emit }, { mailId }): Promise<ClaimedMail | null> {
    const [row] = await tx
      .select()
      .from(mailMessages)
      .where(
        and(
          eq(mailMessages.id, mailId),
          inArray(mailMessages.status, ["queued", "claimed"]),
          lte(mailMessages.nextAttemptAt, now),
        ),
      )
      .for("update", { skipLocked: true });
    if (!row) return null;
    const end = async (status: "suppressed" | "failed", lastErrorCode: string) => {
      await tx
        .update(mailMessages)
        .set({ status, lastErrorCode, nextAttemptAt: null, settledAt: now, updatedAt: now, version: row.version + 1 })
        .where(eq(mailMessages.id, row.id));
      emit("mail.undeliverable", { mailId });
    };
    if (row.status === "claimed" && row.claimedAt && now.getTime() - row.claimedAt.getTime() > unknownMayRepeatFor) {
      await end("failed", "outcome-unknown");
      return null;
    }
    const [suppressed] = await tx
      .select({ reason: mailSuppressions.reason })
      .from(mailSuppressions)
      .where(eq(mailSuppressions.addressHash, addressHash(row.toAddress)));
    if (suppressed) {
      await end("suppressed", suppressed.reason);
      return null;
    }
    const [open] = await tx
      .select({ id: mailMessages.id })
      .from(mailMessages)
      .where(and(eq(mailMessages.id, row.id), lettersOpen(actor)));
    if (!open) {
      await end("failed", "withdrawn");
      return null;
    }
    const claim = newId();
    await tx
      .update(mailMessages)
      .set({
        status: "claimed",
        claimedAt: now,
        claimedBy: claim,
        attempts: row.attempts + 1,
        nextAttemptAt: new Date(now.getTime() + claimHoldsFor),
        updatedAt: now,
        version: row.version + 1,
      })
      .where(eq(mailMessages.id, row.id));
    const body = openBody(dataKeyOf(organisation), row);
    // Some programs answer an invitation to who sent it, whatever it says of its organiser.
    const isInvitation = row.calendarMethod === "REQUEST" && mailComesIn();
    const replyAddress = row.replyToAddress ?? (isInvitation ? answersAddress(organisation) : null);
    const sender = headerName(row.fromName ?? organisation.name);
    return {
      claim,
      files: await tx
        .select({ fileId: mailAttachments.fileId, name: mailAttachments.name })
        .from(mailAttachments)
        .where(eq(mailAttachments.mailId, row.id))
        .orderBy(asc(mailAttachments.position)),
      envelope: {
        id: row.id,
        from: { name: sender, address: parseSender(env.MAIL_FROM).address },
        to: { name: row.toName === null ? null : headerName(row.toName), address: row.toAddress },
        subject: row.subject,
        html: body.html ?? "",
        text: body.text ?? "",
        thread: row.threadKey,
        calendar: openCalendar(dataKeyOf(organisation), row),
        replyTo: replyAddress === null ? null : { name: sender, address: replyAddress },
      },
    };
  },
});

/** Records what came of an attempt. Nothing happens for a claim that has run out and was taken by somebody else. */
export const settleMail = command({
  name: "mail.settle",
  permission: "mail:send",
  input: SettleMail,
  audit: inLedger,
  example: (world) => ({
    mailId: world.mailId,
    claim: "019aa000-0000-7000-8000-000000000000",
    transport: "mailbox" as const,
    outcome: { kind: "delivered" as const, providerId: null },
  }),
  async run({ tx, now, emit }, { mailId, claim, transport, outcome }) {
    const [row] = await tx
      .select()
      .from(mailMessages)
      .where(and(eq(mailMessages.id, mailId), eq(mailMessages.status, "claimed"), eq(mailMessages.claimedBy, claim)))
      .for("update");
    if (!row) return { settled: false, status: null };
    const next = settle(outcome, row.attempts, now);
    await tx
      .update(mailMessages)
      .set({
        status: next.status,
        transport,
        providerId: "providerId" in outcome ? outcome.providerId : row.providerId,
        lastErrorCode: next.errorCode,
        nextAttemptAt: next.nextAttemptAt,
        claimedBy: null,
        settledAt: next.nextAttemptAt ? null : now,
        updatedAt: now,
        version: row.version + 1,
      })
      .where(eq(mailMessages.id, row.id));
    if (outcome.kind === "refused" && outcome.forGood)
      await tx
        .insert(mailSuppressions)
        .values({ addressHash: addressHash(row.toAddress), reason: "bounced", errorCode: outcome.code, at: now })
        .onConflictDoNothing();
    if (next.status === "refused" || next.status === "failed") emit("mail.undeliverable", { mailId });
    return { settled: true, status: next.status };
  },
});
