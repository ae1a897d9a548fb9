import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { resumeSends } from "@/db/schema/sending";
import { eraseMails } from "@/lib/mail/personal-data";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { openSent } from "@/lib/tailoring/sending/load";

/** To whom a candidate's resume was sent, with which words, and what came of it. */
export async function exportSends(tx: Transaction, personId: string): Promise<unknown[]> {
  const organisation = await organisationOfTransaction(tx);
  const rows = await tx.select().from(resumeSends).where(eq(resumeSends.personId, personId));
  return rows.map((row) => ({
    ...{ to: row.recipientName, at: row.sentAt, files: row.attachmentKinds, opened: row.firstOpenedAt },
    subject: openSent({ organisation }, row.id, "subject", row.subjectEncrypted),
    body: openSent({ organisation }, row.id, "body", row.bodyEncrypted),
    ...{ answered: row.answeredAt, answer: openSent({ organisation }, row.id, "answer", row.answerNoteEncrypted) },
  }));
}

/** Forgets what was sent of a candidate: the letters in the ledger lose their words and files, and so do the answers. */
export async function eraseSends(tx: Transaction, personId: string): Promise<void> {
  const sends = tx.select({ id: resumeSends.id }).from(resumeSends).where(eq(resumeSends.personId, personId));
  const mails = tx.select({ id: resumeSends.mailId }).from(resumeSends).where(eq(resumeSends.personId, personId));
  await eraseMails(
    tx,
    or(
      and(eq(mailMessages.entity, "resume-send"), inArray(mailMessages.entityId, sends)),
      inArray(mailMessages.inReplyToId, mails),
    )!,
  );
  await tx.delete(resumeSends).where(eq(resumeSends.personId, personId));
  // Of who sent, letters about others keep their words, and no longer say whose they were.
  const written = tx
    .select({ id: resumeSends.mailId })
    .from(resumeSends)
    .where(eq(resumeSends.sentByPersonId, personId));
  await tx.update(mailMessages).set({ fromName: null, replyToAddress: null }).where(inArray(mailMessages.id, written));
}
