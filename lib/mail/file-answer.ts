import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { mailMessages } from "@/db/schema/mail";
import { auditOf } from "@/lib/mail/send";
import { command } from "@/lib/platform/operation";

/** Notes what became of an answer: the record to which it was put, or that it belongs to none (null). */
export const fileAnswer = command({
  name: "mail.fileAnswer",
  permission: "mail:send",
  input: z.strictObject({
    mailId: z.uuid(),
    to: z.strictObject({ entity: z.string().min(1).max(60), id: z.uuid() }).nullable(),
  }),
  example: (world) => ({ mailId: world.answerMailId, to: null }),
  async run({ tx, now, record }, { mailId, to }) {
    const [mail] = await tx
      .select()
      .from(mailMessages)
      .where(and(eq(mailMessages.id, mailId), eq(mailMessages.direction, "in"), eq(mailMessages.status, "received")))
      .for("update");
    if (!mail) return { changed: false };
    const [row] = await tx
      .update(mailMessages)
      .set({
        status: to ? "filed" : "unmatched",
        ...(to ? { entity: to.entity, entityId: to.id } : {}),
        updatedAt: now,
        version: mail.version + 1,
      })
      .where(eq(mailMessages.id, mail.id))
      .returning();
    record("mail", auditOf(mail), auditOf(row!));
    return { changed: true };
  },
});
