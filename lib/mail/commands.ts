import "server-only";
import { and, eq } from "drizzle-orm";
import { mailMessages, mailSuppressions } from "@/db/schema/mail";
import { visibleMail } from "@/lib/mail/queries";
import { addressHash } from "@/lib/mail/rules/address";
import { ReplyToMail } from "@/lib/mail/reply-schema";
import { OneMail } from "@/lib/mail/schemas";
import { auditOf } from "@/lib/mail/send";
import { answerTo, storeAnswer } from "@/lib/mail/store-answer";
import { env } from "@/lib/platform/env";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";

/**
 * Answers a mail as its recipient, where mails stay in the mailbox: what a reply by mail does where mail comes in. The
 * answer is a row of its own in the same thread; `mail.received` tells the module that the mail was about.
 */
export const replyToMail = command({
  name: "mail.reply",
  permission: "mailbox:write",
  input: ReplyToMail,
  example: (world) => ({ mailId: world.mailId, text: "Thank you, Tuesday suits me.", key: world.mailId }),
  async run(context, { mailId, text, key }) {
    const mail = await mailFor(context, mailId);
    if (env.MAIL_TRANSPORT !== "mailbox")
      throw new Refusal("state", "Mails leave this installation. Only their recipients can answer them.");
    if (mail.direction !== "out") throw new Refusal("state", "This is an answer already.");
    return storeAnswer(context, answerTo(mail), { key, text });
  },
});

/** Sends a mail again that was refused, failed or suppressed; its address comes off the suppression list. */
export const retryMail = command({
  name: "mail.retry",
  permission: "mail:send",
  input: OneMail,
  example: (world) => ({ mailId: world.undeliveredMailId }),
  async run(context, { mailId }) {
    const { tx, now, record, emit } = context;
    const mail = await mailFor(context, mailId, true);
    if (mail.direction !== "out" || !["failed", "refused", "suppressed"].includes(mail.status))
      throw new Refusal("state", "Only a mail that could not be delivered can be sent again.");
    const [lifted] = await tx
      .delete(mailSuppressions)
      .where(eq(mailSuppressions.addressHash, addressHash(mail.toAddress)))
      .returning();
    if (lifted) record("mail-suppression", { id: lifted.id, reason: lifted.reason }, null);
    const [row] = await tx
      .update(mailMessages)
      .set({
        status: "queued",
        attempts: 0,
        nextAttemptAt: now,
        lastErrorCode: null,
        claimedAt: null,
        settledAt: null,
        updatedAt: now,
        version: mail.version + 1,
      })
      .where(eq(mailMessages.id, mail.id))
      .returning();
    record("mail", auditOf(mail), auditOf(row!));
    emit("mail.queued", { mailId: mail.id });
    return { mailId: mail.id };
  },
});

/** Notes that somebody opened a mail in the mailbox. */
export const markMailRead = command({
  name: "mail.markRead",
  permission: "mailbox:read",
  input: OneMail,
  audit: { none: "Reading is no change of a record." },
  example: (world) => ({ mailId: world.mailId }),
  async run(context, { mailId }) {
    const mail = await mailFor(context, mailId);
    if (!mail.readAt)
      await context.tx.update(mailMessages).set({ readAt: context.now }).where(eq(mailMessages.id, mail.id));
    return { mailId: mail.id };
  },
});

async function mailFor({ tx, actor }: CommandContext, mailId: string, lock = false) {
  const found = tx
    .select()
    .from(mailMessages)
    .where(and(eq(mailMessages.id, mailId), visibleMail(actor)));
  const [mail] = await (lock ? found.for("update") : found);
  if (!mail) throw notFound("this mail");
  return mail;
}
