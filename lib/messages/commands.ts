import "server-only";
import { lt } from "drizzle-orm";
import { messageReads } from "@/db/schema/conversation";
import { MarkReadInput, SendMessageInput } from "@/lib/messages/schemas";
import { writeMessage } from "@/lib/messages/write-message";
import { personIdOf } from "@/lib/platform/actor";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
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
    const programme = await loadProgramme(context, programmeId, "messages:write");
    const author = personIdOf(context.actor) ?? programme.consultantId;
    if (author !== programme.executiveId && author !== programme.consultantId)
      throw new Refusal("forbidden", "Only the executive and the consultant write to each other here.");
    const name = context.actor.kind === "person" ? context.actor.name : "";
    return writeMessage(context, { programme, author: { id: author, name }, body, clientKey, fileIds });
  },
});

/** The reader has seen the messages of a programme: all up to now, or up to the newest one that was shown. */
export const markMessagesRead = command({
  name: "messages.markRead",
  permission: "messages:read",
  input: MarkReadInput,
  audit: { none: "A read mark, set each time a thread is opened." },
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId, upTo }) {
    const { tx, now, actor } = context;
    await loadProgramme(context, programmeId, "messages:read");
    const personId = personIdOf(actor);
    if (!personId) return { read: false };
    const readUpTo = upTo && Date.parse(upTo) < now.getTime() ? new Date(upTo) : now;
    await tx
      .insert(messageReads)
      .values({ programmeId, personId, readUpTo })
      .onConflictDoUpdate({
        target: [messageReads.organisationId, messageReads.programmeId, messageReads.personId],
        set: { readUpTo, updatedAt: now },
        setWhere: lt(messageReads.readUpTo, readUpTo),
      });
    return { read: true };
  },
});
