import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { resumeSends } from "@/db/schema/sending";
import { fileAnswer } from "@/lib/mail/file-answer";
import { oneMail } from "@/lib/mail/queries";
import { notify } from "@/lib/notifications/notify";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import { updateSend } from "@/lib/tailoring/sending/load";
import { AnswerMailInput } from "@/lib/tailoring/sending/schemas";

/**
 * An answer to a letter with a resume is put to it: from now on they have answered, nobody is reminded, and who sent it is told. Again with
 * the same mail it does nothing. An answer to what was taken away since is marked as unmatched.
 */
export const takeSendAnswer = command({
  name: "tailoring.takeSendAnswer",
  permission: "mail:send",
  input: AnswerMailInput,
  example: ({ answerMailId }) => ({ mailId: answerMailId }),
  async run(context, { mailId }): Promise<{ filed: boolean }> {
    const { tx } = context;
    const mail = await context.ask(oneMail, { mailId });
    if (mail.direction !== "in") throw new Refusal("state", "This mail went out. Only an answer is put to a letter.");
    if (mail.status !== "received") return { filed: mail.status === "filed" };
    const [row] = mail.inReplyToId
      ? await tx.select().from(resumeSends).where(eq(resumeSends.mailId, mail.inReplyToId)).for("update")
      : [];
    await context.callAsSystem(fileAnswer, { mailId, to: row ? { entity: "resume-send", id: row.id } : null });
    if (!row) return { filed: false };
    if (!row.answeredAt) await updateSend(context, row, { answeredAt: mail.at, answeredHow: "mail" });
    // Of an executive who lets recruiters read nothing any more nobody is told anything.
    const [candidate] = await tx
      .select({ name: people.name })
      .from(people)
      .where(and(eq(people.id, row.personId), isNull(people.deletedAt), visibleCandidate(context.actor, people.id)));
    if (!candidate || !row.sentByPersonId) return { filed: true };
    await notify(context, {
      personIds: [row.sentByPersonId],
      kind: "tailoring.resume-answered",
      data: { name: candidate.name, recipient: row.recipientName || row.recipientAddress },
      href: `/submissions/${row.submissionId}`,
      dedupeKey: `resume-answered/${mailId}`,
    });
    return { filed: true };
  },
});
