import "server-only";
import { eq } from "drizzle-orm";
import { messages } from "@/db/schema/conversation";
import { newId } from "@/db/tenant-table";
import { attachFile } from "@/lib/files/commands";
import { notify } from "@/lib/notifications/notify";
import type { CommandContext } from "@/lib/platform/operation";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import { noteContact } from "@/lib/programmes/commands/contacts";
import type { Programme } from "@/lib/programmes/load";

/**
 * Puts a message into a programme's thread, once per `clientKey`: the other one is told, the programme notes the contact.
 * The caller has made sure that `author` is one of the two who write to each other there.
 */
export async function writeMessage(
  context: CommandContext,
  message: {
    programme: Programme;
    author: { id: string; name: string };
    body: string;
    clientKey: string;
    fileIds?: readonly string[];
  },
): Promise<{ id: string }> {
  const { tx, now, record, organisation } = context;
  const { programme, author, body, clientKey, fileIds = [] } = message;
  const programmeId = programme.id;
  const [known] = await tx.select({ id: messages.id }).from(messages).where(eq(messages.clientKey, clientKey));
  if (known) return { id: known.id };
  const id = newId();
  const [row] = await tx
    .insert(messages)
    .values({
      id,
      programmeId,
      authorPersonId: author.id,
      bodyEncrypted: sealText(dataKeyOf(organisation), body, `message:${id}`),
      sentAt: now,
      clientKey,
    })
    .returning();
  record("message", null, row!);
  for (const fileId of fileIds) await context.call(attachFile, { fileId, entity: "message", entityId: id });
  await context.callAsSystem(noteContact, { id: programmeId, kind: "message", personId: author.id });
  await notify(context, {
    personIds: [author.id === programme.executiveId ? programme.consultantId : programme.executiveId],
    kind: "messages.new",
    data: { from: author.name },
    href: `/programmes/${programmeId}/messages`,
    dedupeKey: `message/${id}`,
    mail: () => ({
      template: "new-message",
      variables: {
        senderName: author.name || organisation.name,
        attachments: fileIds.length,
        href: `/${organisation.slug}/programmes/${programmeId}/messages`,
      },
    }),
    about: { entity: "message", id },
  });
  context.emit("messages.sent", { programmeId, messageId: id });
  return { id };
}
