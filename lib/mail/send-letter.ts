import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { fileContents, files } from "@/db/schema/files";
import { mailAttachments, mailMessages } from "@/db/schema/mail";
import { newId } from "@/db/tenant-table";
import { attachFile } from "@/lib/files/commands";
import { brandOf } from "@/lib/mail/branding";
import { renderLetter } from "@/lib/mail/render-letter";
import { headerName } from "@/lib/mail/rules/address";
import { mostBytes } from "@/lib/mail/rules/letter-limits";
import { SendLetter } from "@/lib/mail/schemas";
import { sealBody } from "@/lib/mail/sealed-body";
import { auditOf } from "@/lib/mail/send";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { dataKeyOf } from "@/lib/platform/secrets";

/**
 * Puts a letter that a person wrote into the ledger, in their name and with files; it leaves when the transaction has committed.
 * Asked again with the same key it answers with the first one, whatever else is said. Refused where a file is gone or all are too large.
 */
export const sendLetter = command({
  name: "mail.sendLetter",
  permission: "mail:send",
  input: SendLetter,
  example: (world) => ({
    to: { address: "petra@vendor.example", name: "Petra Vendor" },
    sender: { name: "Robin Recruiter", address: "robin@north.example" },
    subject: "A candidate for you",
    body: "Hello Petra,\n\nthe resume is attached.",
    attachments: [{ fileId: world.fileId, name: "Resume.txt" }],
    key: "example-letter",
  }),
  async run(context, input) {
    const { tx, organisation, now, record, emit } = context;
    const [known] = await tx
      .select({ id: mailMessages.id })
      .from(mailMessages)
      .where(eq(mailMessages.idempotencyKey, input.key));
    if (known) return { mailId: known.id, queued: false };
    await assertSendable(context, input.attachments);
    const letter = await renderLetter(input, { brand: brandOf(organisation), locale: organisation.locale });
    const id = newId();
    const [row] = await tx
      .insert(mailMessages)
      .values({
        ...{ id, at: now, templateKey: "letter", templateVersion: 1 },
        ...{ toAddress: input.to.address, toName: input.to.name ?? null },
        fromName: headerName(`${input.sender.name}, ${organisation.name}`),
        replyToAddress: input.sender.address,
        subject: letter.subject,
        ...sealBody(dataKeyOf(organisation), id, letter),
        reason: letter.reason,
        ...{ idempotencyKey: input.key, nextAttemptAt: now },
        ...{ entity: input.about?.entity ?? null, entityId: input.about?.id ?? null },
        threadKey: input.thread ?? `mail:${id}`,
        searchKey: nameKey(`${letter.subject} ${input.to.name ?? ""} ${input.to.address}`),
      })
      .returning();
    record("mail", null, auditOf(row!));
    for (const [position, { fileId, name }] of input.attachments.entries()) {
      await tx.insert(mailAttachments).values({ mailId: id, fileId, name, position });
      // Who sees the mail sees its files.
      await context.callAsSystem(attachFile, { fileId, entity: "mail", entityId: id });
    }
    emit("mail.queued", { mailId: id });
    return { mailId: id, queued: true };
  },
});

async function assertSendable({ tx }: CommandContext, attached: ReadonlyArray<{ fileId: string }>): Promise<void> {
  const ids = [...new Set(attached.map(({ fileId }) => fileId))];
  if (ids.length === 0) return;
  const [found] = await tx
    .select({ count: sql<number>`count(*)::int`, bytes: sql<string>`coalesce(sum(${fileContents.size}), 0)` })
    .from(files)
    .innerJoin(fileContents, eq(fileContents.id, files.contentId))
    .where(and(inArray(files.id, ids), isNull(files.deletedAt)));
  if (found!.count < ids.length)
    throw new Refusal("not_found", "A file that was to go with the mail is not there any more.", "attachments");
  if (Number(found!.bytes) > mostBytes)
    throw new Refusal("invalid", "The files are larger than 18 MB together. Send fewer of them.", "attachments");
}
