import "server-only";
import { asc, eq } from "drizzle-orm";
import { resumeSends } from "@/db/schema/sending";
import { fileAnswer } from "@/lib/mail/file-answer";
import { oneMail } from "@/lib/mail/queries";
import { notify } from "@/lib/notifications/notify";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { aboutLetter } from "@/lib/tailoring/sending/about-letter";
import { updateSend } from "@/lib/tailoring/sending/load";
import { AnswerMailInput } from "@/lib/tailoring/sending/schemas";

/**
 * An answer to a letter with resumes is put to it, for all of them: from now on they have answered, nobody is reminded, and who sent it is told. Again with
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
    const rows = mail.inReplyToId
      ? await tx
          .select()
          .from(resumeSends)
          .where(eq(resumeSends.mailId, mail.inReplyToId))
          .orderBy(asc(resumeSends.id))
          .for("update")
      : [];
    const [row] = rows;
    await context.callAsSystem(fileAnswer, { mailId, to: row ? { entity: "resume-send", id: row.id } : null });
    if (!row) return { filed: false };
    for (const one of rows)
      if (!one.answeredAt) await updateSend(context, one, { answeredAt: mail.at, answeredHow: "mail" });
    // Of an executive whose resume its sender may not read any more nobody is told anything.
    const about = await aboutLetter(context, rows);
    if (!about) return { filed: true };
    await notify(context, {
      personIds: [about.sender],
      kind: "tailoring.resume-answered",
      data: { name: about.names, recipient: row.recipientName || row.recipientAddress },
      href: about.href,
      dedupeKey: `resume-answered/${mailId}`,
    });
    return { filed: true };
  },
});
