import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { mailMessages } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { messages } from "@/db/schema/conversation";
import { fileAnswer } from "@/lib/mail/file-answer";
import { oneMail } from "@/lib/mail/queries";
import { ownWords } from "@/lib/mail/rules/own-words";
import { writeMessage } from "@/lib/messages/write-message";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { loadProgramme } from "@/lib/programmes/load";

/**
 * An answer to a mail that said "somebody wrote to you" becomes a message in that programme's thread, written by who got
 * the mail. Anything else that came in (an answer to another mail, from somebody who has left the programme, without a word
 * of its own) is marked as unmatched and stays in the mailbox. Again with the same mail it does nothing.
 */
export const takeReply = command({
  name: "messages.takeReply",
  permission: "mail:send",
  input: z.strictObject({ mailId: z.uuid("This is not a known mail.") }),
  example: ({ answerMailId }) => ({ mailId: answerMailId }),
  async run(context, { mailId }): Promise<{ filed: boolean }> {
    const mail = await context.ask(oneMail, { mailId });
    if (mail.direction !== "in") throw new Refusal("state", "This mail went out. Only an answer becomes a message.");
    if (mail.status !== "received") return { filed: mail.status === "filed" };
    const place = await placeOf(context, mail);
    const body = ownWords(mail.text ?? "");
    if (!place || !body) {
      await context.callAsSystem(fileAnswer, { mailId, to: null });
      return { filed: false };
    }
    const { id } = await writeMessage(context, { ...place, body, clientKey: mailId });
    await context.callAsSystem(fileAnswer, { mailId, to: { entity: "message", id } });
    return { filed: true };
  },
});

/** The thread that an answer belongs to, and as whom; null where it belongs to none. */
async function placeOf(context: CommandContext, answer: { personId: string | null; inReplyToId: string | null }) {
  const { tx } = context;
  if (!answer.inReplyToId || !answer.personId) return null;
  const [told] = await tx
    .select({ programmeId: messages.programmeId, author: messages.authorPersonId, name: people.name })
    .from(mailMessages)
    .innerJoin(messages, and(eq(mailMessages.entity, "message"), eq(messages.id, mailMessages.entityId)))
    .innerJoin(people, eq(people.id, mailMessages.personId))
    .where(
      and(
        eq(mailMessages.id, answer.inReplyToId),
        eq(mailMessages.direction, "out"),
        eq(mailMessages.personId, answer.personId),
        isNull(people.deletedAt),
      ),
    );
  if (!told) return null;
  const programme = await loadProgramme(context, told.programmeId);
  const isOfTheTwo = [programme.executiveId, programme.consultantId].includes(answer.personId);
  return isOfTheTwo ? { programme, author: { id: answer.personId, name: told.name } } : null;
}
