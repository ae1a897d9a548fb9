import "server-only";
import { and, eq, inArray, type SQL } from "drizzle-orm";
import { attachments } from "@/db/schema/files";
import { mailAttachments, mailMessages } from "@/db/schema/mail";
import type { Transaction } from "@/db/client";
import type { PersonalData } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf } from "@/lib/platform/secrets";
import { openBody } from "@/lib/mail/sealed-body";

/** Mail to and from a person: taken along with its text, erased down to the fact that a mail was sent. */
export const mailPersonalData: PersonalData = {
  tables: ["mail_messages", "mail_attachments"],
  async export(tx, personId) {
    const key = dataKeyOf(await organisationOfTransaction(tx));
    const rows = await tx.select().from(mailMessages).where(eq(mailMessages.personId, personId));
    return {
      mail: rows.map((row) => ({
        at: row.at,
        direction: row.direction,
        to: row.toAddress,
        from: row.fromAddress,
        subject: row.subject,
        text: openBody(key, row).text,
        status: row.status,
      })),
      mail_attachments: await tx
        .select({ mailId: mailAttachments.mailId, name: mailAttachments.name })
        .from(mailAttachments)
        .innerJoin(mailMessages, eq(mailMessages.id, mailAttachments.mailId))
        .where(eq(mailMessages.personId, personId)),
    };
  },
  erase: (tx, personId) => eraseMails(tx, eq(mailMessages.personId, personId)),
};

/** Leaves of the mails that meet a condition only that one was sent: neither words nor files, nor to whom. What waits leaves no more. */
export async function eraseMails(tx: Transaction, which: SQL): Promise<void> {
  const waiting = { status: "failed", lastErrorCode: "erased", nextAttemptAt: null };
  const left = await tx.select({ id: mailMessages.id, status: mailMessages.status }).from(mailMessages).where(which);
  if (left.length === 0) return;
  const ids = left.map(({ id }) => id);
  await tx.delete(mailAttachments).where(inArray(mailAttachments.mailId, ids));
  await tx.delete(attachments).where(and(eq(attachments.entity, "mail"), inArray(attachments.entityId, ids)));
  for (const { id, status } of left)
    await tx
      .update(mailMessages)
      .set({
        toAddress: "erased",
        toName: null,
        fromAddress: null,
        fromName: null,
        replyToAddress: null,
        subject: "erased",
        htmlEncrypted: null,
        textEncrypted: null,
        calendarMethod: null,
        calendarEncrypted: null,
        reason: "",
        searchKey: "",
        personId: null,
        ...(status === "queued" || status === "claimed" ? waiting : {}),
      })
      .where(eq(mailMessages.id, id));
}
