import "server-only";
import { eq } from "drizzle-orm";
import { mailMessages } from "@/db/schema/mail";
import { newId } from "@/db/tenant-table";
import { answersAddress } from "@/lib/mail/inbound/address";
import type { MailCalendar } from "@/lib/mail/rules/outcome";
import { sealBody, sealCalendar } from "@/lib/mail/sealed-body";
import { auditOf } from "@/lib/mail/send";
import { nameKey } from "@/lib/platform/keys";
import type { CommandContext } from "@/lib/platform/operation";
import { dataKeyOf } from "@/lib/platform/secrets";

type MailRow = typeof mailMessages.$inferSelect;

/** Who wrote a mail that came in, and which of ours it answers; none where that is not known. */
interface Answering {
  from: { address: string; name: string | null; personId: string | null };
  subject: string;
  mail: Pick<MailRow, "id" | "entity" | "entityId" | "threadKey"> | null;
}

/** The answer to a mail by who got it. */
export const answerTo = (mail: MailRow): Answering => ({
  from: { address: mail.toAddress, name: mail.toName, personId: mail.personId },
  subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
  mail,
});

/**
 * Writes an answer down in the thread of the mail that it answers, and tells the module that the mail was about. Again with the same key it does nothing, also
 * where both come at once.
 */
export async function storeAnswer(
  { tx, organisation, now, record, emit }: CommandContext,
  { from, subject, mail }: Answering,
  {
    key,
    text,
    calendar,
    transport = "mailbox",
  }: { key: string; text: string; calendar?: MailCalendar | undefined; transport?: "mailbox" | "resend" },
): Promise<{ mailId: string }> {
  const idempotencyKey = `reply:${key}`;
  const known = await stored(tx, idempotencyKey);
  if (known) return { mailId: known.id };
  const id = newId();
  const dataKey = dataKeyOf(organisation);
  const about = { entity: mail?.entity ?? null, entityId: mail?.entityId ?? null };
  const [row] = await tx
    .insert(mailMessages)
    .values({
      ...{ id, at: now, direction: "in", status: "received", personId: from.personId },
      ...{ fromAddress: from.address, fromName: from.name },
      ...{ toAddress: answersAddress(organisation), toName: organisation.name, subject },
      ...sealBody(dataKey, id, { html: null, text }),
      ...sealCalendar(dataKey, id, calendar),
      ...{ idempotencyKey, transport, settledAt: now, ...about },
      ...{ inReplyToId: mail?.id ?? null, threadKey: mail?.threadKey ?? `mail:${id}` },
      searchKey: nameKey(`${subject} ${from.name ?? ""} ${from.address}`),
    })
    .onConflictDoNothing({ target: [mailMessages.organisationId, mailMessages.idempotencyKey] })
    .returning();
  if (!row) {
    // Told twice at once, and the other was first.
    const first = (await stored(tx, idempotencyKey))!;
    record("mail", auditOf(first), auditOf(first));
    return { mailId: first.id };
  }
  record("mail", null, auditOf(row));
  emit("mail.received", { mailId: id, inReplyToId: row.inReplyToId, ...about });
  return { mailId: id };
}

async function stored(tx: CommandContext["tx"], idempotencyKey: string): Promise<MailRow | undefined> {
  const [row] = await tx.select().from(mailMessages).where(eq(mailMessages.idempotencyKey, idempotencyKey));
  return row;
}
