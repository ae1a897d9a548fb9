import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { messageReads, messages } from "@/db/schema/programmes";
import { newId } from "@/db/tenant-table";
import { attachFile } from "@/lib/files/commands";
import { MarkReadInput, SendMessageInput } from "@/lib/messages/schemas";
import { notify } from "@/lib/notifications/notify";
import { personIdOf } from "@/lib/platform/actor";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import { noteContact } from "@/lib/programmes/commands/edit";
import { loadProgramme } from "@/lib/programmes/load";

/** A message between executive and consultant. The other one is told; the programme notes the contact. */
export const sendMessage = command({
  name: "messages.send",
  permission: "messages:write",
  input: SendMessageInput,
  example: ({ programmeId }) => ({
    programmeId,
    body: "Shall we look at the offer on Thursday?",
    clientKey: "0190b3c2-7a51-7c3e-9f11-2d8a7b6c5e41",
  }),
  async run(context, { programmeId, body, clientKey, fileIds = [] }) {
    const { tx, now, record, organisation } = context;
    const programme = await loadProgramme(context, programmeId, "messages:write");
    const author = personIdOf(context.actor) ?? programme.consultantId;
    if (author !== programme.executiveId && author !== programme.consultantId)
      throw new Refusal("forbidden", "Only the executive and the consultant write to each other here.");
    const [known] = await tx.select({ id: messages.id }).from(messages).where(eq(messages.clientKey, clientKey));
    if (known) return { id: known.id };
    const id = newId();
    const [row] = await tx
      .insert(messages)
      .values({
        id,
        programmeId,
        authorPersonId: author,
        bodyEncrypted: sealText(dataKeyOf(organisation), body, `message:${id}`),
        sentAt: now,
        clientKey,
      })
      .returning();
    record("message", null, row!);
    for (const fileId of fileIds) await context.call(attachFile, { fileId, entity: "message", entityId: id });
    await context.callAsSystem(noteContact, { id: programmeId });
    const reader = author === programme.executiveId ? programme.consultantId : programme.executiveId;
    await notify(context, {
      personIds: [reader],
      kind: "messages.new",
      data: { from: context.actor.kind === "person" ? context.actor.name : "" },
      href: `/programmes/${programmeId}/messages`,
      dedupeKey: `message/${id}`,
      mail: () => ({
        template: "new-message",
        variables: {
          senderName: context.actor.kind === "person" ? context.actor.name : organisation.name,
          attachments: fileIds.length,
          href: `/${organisation.slug}/programmes/${programmeId}/messages`,
        },
      }),
      about: { entity: "message", id },
    });
    context.emit("messages.sent", { programmeId, messageId: id });
    return { id };
  },
});

/** The reader has seen the messages of a programme up to now. */
export const markMessagesRead = command({
  name: "messages.markRead",
  permission: "messages:read",
  input: MarkReadInput,
  audit: { none: "A read mark, set each time a thread is opened." },
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }) {
    const { tx, now, actor } = context;
    await loadProgramme(context, programmeId, "messages:read");
    const personId = personIdOf(actor);
    if (!personId) return { read: false };
    await tx
      .insert(messageReads)
      .values({ programmeId, personId, readUpTo: now })
      .onConflictDoUpdate({
        target: [messageReads.organisationId, messageReads.programmeId, messageReads.personId],
        set: { readUpTo: now, updatedAt: now },
        setWhere: and(sql`${messageReads.readUpTo} < ${now.toISOString()}::timestamptz`),
      });
    return { read: true };
  },
});
