import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { mailMessages } from "@/db/schema/mail";
import { writeReply } from "@/lib/icalendar/write-reply";
import { visibleMail } from "@/lib/mail/queries";
import { openCalendar } from "@/lib/mail/sealed-body";
import { answerTo, storeAnswer } from "@/lib/mail/store-answer";
import { env } from "@/lib/platform/env";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { command } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { dataKeyOf } from "@/lib/platform/secrets";

export const AnswerInvitation = z.strictObject({
  mailId: z.uuid(),
  answer: z.enum(["accepted", "tentative", "declined"]),
  /** Made when the button is pressed, so that a press that is sent twice answers once. */
  key: z.uuid(),
});

/** Answers an invitation as its recipient, where mails stay in the mailbox: the very mail that a calendar program would send. */
export const answerInvitation = command({
  name: "mail.answerInvitation",
  permission: "mailbox:write",
  input: AnswerInvitation,
  example: (world) => ({ mailId: world.invitationMailId, answer: "accepted" as const, key: world.mailId }),
  async run(context, { mailId, answer, key }): Promise<{ mailId: string }> {
    const { tx, actor, organisation, now } = context;
    const [mail] = await tx
      .select()
      .from(mailMessages)
      .where(and(eq(mailMessages.id, mailId), visibleMail(actor)));
    if (!mail) throw notFound("this mail");
    if (env.MAIL_TRANSPORT !== "mailbox")
      throw new Refusal("state", "Mails leave this installation. Only their recipients can answer them.");
    const invitation = openCalendar(dataKeyOf(organisation), mail);
    const by = { name: mail.toName ?? mail.toAddress, mail: mail.toAddress };
    const content =
      mail.direction === "out" && invitation?.method === "REQUEST"
        ? writeReply(invitation.content, by, { answer, stamp: now })
        : null;
    if (!content) throw new Refusal("state", "This mail is no invitation.");
    const t = await translatorFor(organisation, "mail.invitationAnswers");
    const text = t(answer, { subject: mail.subject });
    return storeAnswer(context, answerTo(mail), {
      key: `calendar:${key}`,
      text,
      calendar: { method: "REPLY", content },
    });
  },
});
