import "server-only";
import { eq } from "drizzle-orm";
import { mailMessages } from "@/db/schema/mail";
import type { PersonalData } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf } from "@/lib/platform/secrets";
import { openBody } from "@/lib/mail/sealed-body";

/** Mail to and from a person: taken along with its text, erased down to the fact that a mail was sent. */
export const mailPersonalData: PersonalData = {
  tables: ["mail_messages"],
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
    };
  },
  async erase(tx, personId) {
    const waiting = { status: "failed", lastErrorCode: "erased", nextAttemptAt: null };
    const left = await tx
      .select({ id: mailMessages.id, status: mailMessages.status })
      .from(mailMessages)
      .where(eq(mailMessages.personId, personId));
    for (const { id, status } of left)
      await tx
        .update(mailMessages)
        .set({
          toAddress: "erased",
          toName: null,
          fromAddress: null,
          fromName: null,
          subject: "erased",
          htmlEncrypted: null,
          textEncrypted: null,
          reason: "",
          searchKey: "",
          personId: null,
          ...(status === "queued" || status === "claimed" ? waiting : {}),
        })
        .where(eq(mailMessages.id, id));
  },
};
