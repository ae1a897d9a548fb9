import "server-only";
import { eq } from "drizzle-orm";
import { messageReads, messages } from "@/db/schema/conversation";
import { messageBatches } from "@/lib/messages/batches";
import { markMessagesRead, sendMessage } from "@/lib/messages/commands";
import { messageAnswer } from "@/lib/messages/measured-messages";
import { messageInbox, messageThread, unreadMessages } from "@/lib/messages/queries";
import { takeReply } from "@/lib/messages/take-reply";
import { module } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";

/** What executive and consultant write to each other. */
export const messagesModule = module({
  key: "messages",
  commands: [markMessagesRead, sendMessage, takeReply],
  queries: [messageInbox, messageThread, unreadMessages],
  lists: [],
  batches: messageBatches,
  measures: [messageAnswer],
  navigation: [
    {
      key: "messages",
      path: "/messages",
      icon: "message-square",
      permission: "messages:read",
      scopes: ["caseload"],
      group: "work",
      phone: 3,
      position: 30,
    },
    {
      key: "messages",
      path: "/messages",
      // An executive has one thread; it stands with the programme.
      also: ["/programmes/*/messages"],
      icon: "message-square",
      permission: "messages:read",
      scopes: ["own"],
      group: "work",
      phone: 3,
      position: 30,
    },
  ],
  notifications: [{ kind: "messages.new", app: true, mail: true }],
  events: ["messages.sent"],
  personalData: {
    tables: ["messages", "message_reads"],
    async export(tx, personId) {
      const key = dataKeyOf(await organisationOfTransaction(tx));
      const written = await tx.select().from(messages).where(eq(messages.authorPersonId, personId));
      return {
        messages: written.map(({ bodyEncrypted, ...message }) => ({
          ...message,
          body: openText(key, bodyEncrypted, `message:${message.id}`),
        })),
        message_reads: await tx.select().from(messageReads).where(eq(messageReads.personId, personId)),
      };
    },
    async erase(tx, personId) {
      const key = dataKeyOf(await organisationOfTransaction(tx));
      const written = await tx.select({ id: messages.id }).from(messages).where(eq(messages.authorPersonId, personId));
      for (const { id } of written)
        await tx
          .update(messages)
          .set({ bodyEncrypted: sealText(key, "", `message:${id}`) })
          .where(eq(messages.id, id));
      await tx.delete(messageReads).where(eq(messageReads.personId, personId));
    },
  },
});
