import "server-only";
import { and, desc, eq, inArray, isNull, lt, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { attachments, fileContents, files } from "@/db/schema/files";
import { people } from "@/db/schema/people";
import { messageReads, messages } from "@/db/schema/conversation";
import { programmes } from "@/db/schema/programmes";
import { ThreadInput } from "@/lib/messages/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { query, type QueryContext } from "@/lib/platform/operation";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { loadProgramme } from "@/lib/programmes/load";
import { visibleProgrammes } from "@/lib/programmes/visibility";

const pageSize = 40;

/** The messages of a programme, the newest forty before a moment, oldest first, with what the other one has read. */
export const messageThread = query({
  name: "messages.thread",
  permission: "messages:read",
  input: ThreadInput,
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId, before }) {
    const { tx, organisation, actor } = context;
    const programme = await loadProgramme(context, programmeId, "messages:read");
    const rows = await tx
      .select({
        id: messages.id,
        authorId: messages.authorPersonId,
        authorName: people.name,
        bodyEncrypted: messages.bodyEncrypted,
        sentAt: messages.sentAt,
      })
      .from(messages)
      .innerJoin(people, eq(people.id, messages.authorPersonId))
      .where(
        and(
          eq(messages.programmeId, programmeId),
          isNull(messages.deletedAt),
          before ? lt(messages.sentAt, new Date(before)) : undefined,
        ),
      )
      .orderBy(desc(messages.sentAt), desc(messages.id))
      .limit(pageSize + 1);
    const reads = await tx.select().from(messageReads).where(eq(messageReads.programmeId, programmeId));
    const mine = personIdOf(actor);
    // Who accompanied the executive before has a mark here too.
    const other = mine === programme.executiveId ? programme.consultantId : programme.executiveId;
    const theirs = reads.find(({ personId }) => personId === other)?.readUpTo ?? null;
    const key = dataKeyOf(organisation);
    const shown = rows.slice(0, pageSize).reverse();
    const attached = await attachedTo(
      context,
      shown.map(({ id }) => id),
    );
    return {
      programme: { id: programme.id, executiveId: programme.executiveId, consultantId: programme.consultantId },
      more: rows.length > pageSize,
      messages: shown.map(({ bodyEncrypted, ...message }) => ({
        ...message,
        body: openText(key, bodyEncrypted, `message:${message.id}`),
        mine: message.authorId === mine,
        readByOther: theirs !== null && message.sentAt <= theirs,
        files: attached.filter(({ messageId }) => messageId === message.id),
      })),
    };
  },
});

/** The files of some messages, which the actor sees because the messages are shown. */
async function attachedTo({ tx }: QueryContext, messageIds: string[]) {
  if (messageIds.length === 0) return [];
  return tx
    .select({
      messageId: attachments.entityId,
      id: files.id,
      name: files.name,
      mediaType: fileContents.mediaType,
      size: fileContents.size,
    })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .innerJoin(fileContents, eq(fileContents.id, files.contentId))
    .where(
      and(
        eq(attachments.entity, "message"),
        inArray(attachments.entityId, messageIds),
        isNull(attachments.deletedAt),
        isNull(files.deletedAt),
      ),
    );
}

/** Threads with their last message and how many are unread: what the messages page and the navigation show. */
export const messageInbox = query({
  name: "messages.inbox",
  permission: "messages:read",
  input: z.strictObject({ unreadOnly: z.boolean().optional() }),
  example: () => ({}),
  async run({ tx, actor, organisation }, { unreadOnly }) {
    const mine = personIdOf(actor);
    const unread = sql<number>`count(*) filter (where ${messages.authorPersonId} <> ${mine}
      and ${messages.sentAt} > coalesce(${messageReads.readUpTo}, '-infinity'))`.mapWith(Number);
    const threads = await tx
      .select({
        programmeId: programmes.id,
        other: sql<string>`(select ${people.name} from ${people} where ${people.id} =
          case when ${programmes.executiveId} = ${mine} then ${programmes.consultantId} else ${programmes.executiveId} end)`,
        unread,
        lastAt: sql<Date>`max(${messages.sentAt})`.mapWith(messages.sentAt),
      })
      .from(messages)
      .innerJoin(programmes, eq(programmes.id, messages.programmeId))
      .leftJoin(
        messageReads,
        and(eq(messageReads.programmeId, programmes.id), mine ? eq(messageReads.personId, mine) : sql`false`),
      )
      .where(and(isNull(messages.deletedAt), isNull(programmes.deletedAt), visibleProgrammes(actor, "messages:read")))
      .groupBy(programmes.id)
      .having(unreadOnly ? sql`${unread} > 0` : sql`true`)
      .orderBy(desc(sql`max(${messages.sentAt})`))
      .limit(200);
    if (threads.length === 0) return [];
    const ids = threads.map(({ programmeId }) => programmeId);
    const last = await tx
      .selectDistinctOn([messages.programmeId], {
        id: messages.id,
        programmeId: messages.programmeId,
        authorId: messages.authorPersonId,
        bodyEncrypted: messages.bodyEncrypted,
      })
      .from(messages)
      .where(and(inArray(messages.programmeId, ids), isNull(messages.deletedAt)))
      .orderBy(messages.programmeId, desc(messages.sentAt), desc(messages.id));
    const key = dataKeyOf(organisation);
    return threads.map((thread) => {
      const message = last.find(({ programmeId }) => programmeId === thread.programmeId)!;
      return {
        programmeId: thread.programmeId,
        other: thread.other,
        unread: thread.unread,
        lastAt: thread.lastAt,
        lastMine: message.authorId === mine,
        last: openText(key, message.bodyEncrypted, `message:${message.id}`).slice(0, 200),
      };
    });
  },
});

/** How many messages wait to be read, in all threads or in that of one programme. */
export const unreadMessages = query({
  name: "messages.unread",
  permission: "messages:read",
  input: z.strictObject({ programmeId: z.uuid("This is not a known record.").optional() }),
  example: ({ programmeId }) => ({ programmeId }),
  async run({ tx, actor }, { programmeId }) {
    const mine = personIdOf(actor);
    if (!mine) return 0;
    const [row] = await tx
      .select({ unread: sql<number>`count(*)`.mapWith(Number) })
      .from(messages)
      .innerJoin(programmes, eq(programmes.id, messages.programmeId))
      .leftJoin(messageReads, and(eq(messageReads.programmeId, programmes.id), eq(messageReads.personId, mine)))
      .where(
        and(
          isNull(messages.deletedAt),
          isNull(programmes.deletedAt),
          ne(messages.authorPersonId, mine),
          programmeId ? eq(messages.programmeId, programmeId) : undefined,
          sql`${messages.sentAt} > coalesce(${messageReads.readUpTo}, '-infinity')`,
          visibleProgrammes(actor, "messages:read"),
        ),
      );
    return row!.unread;
  },
});
