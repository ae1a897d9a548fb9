import "server-only";
import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { resumeSends } from "@/db/schema/sending";
import { eraseMails } from "@/lib/mail/personal-data";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { openSent, sealSent } from "@/lib/tailoring/sending/load";

/** To whom a candidate's resume was sent, with which words, and what came of it. */
export async function exportSends(tx: Transaction, personId: string): Promise<unknown[]> {
  const organisation = await organisationOfTransaction(tx);
  const rows = await tx.select().from(resumeSends).where(eq(resumeSends.personId, personId));
  const shared = new Set((await othersInTheirLetters(tx, personId)).map(({ mailId }) => mailId));
  return rows.map((row) => ({
    ...{ to: row.recipientName, at: row.sentAt, files: row.attachmentKinds, opened: row.firstOpenedAt },
    // What was written about several is about the others too, and is not taken along.
    ...(shared.has(row.mailId)
      ? { aboutSeveral: true }
      : {
          subject: openSent({ organisation }, row.id, "subject", row.subjectEncrypted),
          body: openSent({ organisation }, row.id, "body", row.bodyEncrypted),
        }),
    ...{ answered: row.answeredAt, answer: openSent({ organisation }, row.id, "answer", row.answerNoteEncrypted) },
  }));
}

/** What was sent of others in the letters in which a candidate's resume went as well. */
function othersInTheirLetters(tx: Transaction, personId: string) {
  const mails = tx.select({ id: resumeSends.mailId }).from(resumeSends).where(eq(resumeSends.personId, personId));
  return tx
    .select()
    .from(resumeSends)
    .where(and(inArray(resumeSends.mailId, mails), ne(resumeSends.personId, personId)));
}

/**
 * Forgets what was sent of a candidate: the letters in the ledger lose their words and files, and so do the answers. A letter in which others were
 * sent as well loses its words for them, too; that, when and to whom it was sent stays.
 */
export async function eraseSends(tx: Transaction, personId: string): Promise<void> {
  const organisation = await organisationOfTransaction(tx);
  for (const { id } of await othersInTheirLetters(tx, personId))
    await tx
      .update(resumeSends)
      .set({
        subjectEncrypted: sealSent({ organisation }, id, "subject", ""),
        bodyEncrypted: sealSent({ organisation }, id, "body", ""),
      })
      .where(eq(resumeSends.id, id));
  const sends = tx.select({ id: resumeSends.id }).from(resumeSends).where(eq(resumeSends.personId, personId));
  const mails = tx.select({ id: resumeSends.mailId }).from(resumeSends).where(eq(resumeSends.personId, personId));
  await eraseMails(
    tx,
    or(
      and(eq(mailMessages.entity, "resume-send"), inArray(mailMessages.entityId, sends)),
      inArray(mailMessages.id, mails),
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
