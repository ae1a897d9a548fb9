import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { mailMessages } from "@/db/schema/mail";
import { resumeSends } from "@/db/schema/sending";
import { retryMail } from "@/lib/mail/commands";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { openingsAllowed } from "@/lib/platform/openings-allowed";
import { Refusal } from "@/lib/platform/refusal";
import { civilDate } from "@/lib/platform/civil-dates";
import { rowsOfLetter, sealSent, sendToChange, updateSend, type ResumeSend } from "@/lib/tailoring/sending/load";
import { FollowUpInput, NoteAnswerInput, NoteOpeningInput, SendId } from "@/lib/tailoring/sending/schemas";

/** On which day to ask again, or not at all, for all resumes of the letter. A new day reminds anew. */
export const setFollowUp = command({
  name: "tailoring.setFollowUp",
  permission: "tailoring:write",
  input: FollowUpInput,
  example: ({ resumeSendId }) => ({ id: resumeSendId, followUpOn: "2030-01-15" }),
  async run(context, { id, followUpOn }) {
    const row = await sendToChange(context, id);
    if (followUpOn && row.answeredAt) throw new Refusal("state", "They have answered already.");
    if (followUpOn && followUpOn < civilDate(context.now, context.organisation.timeZone))
      throw new Refusal("invalid", "Choose today or a day to come.", "followUpOn");
    for (const one of await rowsOfLetter(context, row))
      await updateSend(context, one, { followUpOn: followUpOn || null, remindedAt: null });
    return { id };
  },
});

/** They answered the letter, by phone or however else: for all resumes in it. What they said is sealed. */
export const noteAnswer = command({
  name: "tailoring.noteAnswer",
  permission: "tailoring:write",
  input: NoteAnswerInput,
  example: ({ resumeSendId }) => ({ id: resumeSendId, note: "They want to meet next week." }),
  undo: ({ id }) => ({ operation: "tailoring.takeBackAnswer", input: { id } }),
  async run(context, { id, note }) {
    const row = await sendToChange(context, id);
    if (row.answeredAt) throw new Refusal("state", "It stands there already that they answered.");
    for (const one of await rowsOfLetter(context, row))
      if (!one.answeredAt)
        await updateSend(context, one, {
          ...{ answeredAt: context.now, answeredHow: "by-hand", answerNotedByPersonId: personIdOf(context.actor) },
          // What they said stays with whom it was noted.
          answerNoteEncrypted: note && one.id === id ? sealSent(context, id, "answer", note) : null,
        });
    return { id };
  },
});

/** Takes back that they answered, where somebody noted it by hand. Where an answer came by mail as well, that one counts. */
export const takeBackAnswer = command({
  name: "tailoring.takeBackAnswer",
  permission: "tailoring:write",
  input: SendId,
  example: ({ answeredSendId }) => ({ id: answeredSendId }),
  async run(context, { id }) {
    const row = await sendToChange(context, id);
    if (row.answeredHow !== "by-hand") throw new Refusal("state", "Nobody noted an answer here.");
    const mail = await firstAnswer(context, row);
    for (const one of await rowsOfLetter(context, row))
      if (one.answeredHow === "by-hand")
        await updateSend(context, one, {
          ...{ answeredAt: mail?.at ?? null, answeredHow: mail ? "mail" : null },
          ...{ answerNotedByPersonId: null, answerNoteEncrypted: null },
        });
    return { id };
  },
});

/** The first mail that came in answer to a letter. */
async function firstAnswer({ tx }: CommandContext, { mailId }: ResumeSend): Promise<{ at: Date } | undefined> {
  if (!mailId) return undefined;
  const [first] = await tx
    .select({ at: mailMessages.at })
    .from(mailMessages)
    .where(and(eq(mailMessages.inReplyToId, mailId), eq(mailMessages.status, "filed")))
    .orderBy(asc(mailMessages.at))
    .limit(1);
  return first;
}

/** Sends a letter again that could not be delivered; the same mail, to the same address. */
export const retrySend = command({
  name: "tailoring.retrySend",
  permission: "tailoring:write",
  input: SendId,
  example: ({ resumeSendId }) => ({ id: resumeSendId }),
  async run(context, { id }) {
    const row = await sendToChange(context, id);
    if (!row.mailId) throw new Refusal("state", "No mail belongs to this letter.");
    await context.callAsSystem(retryMail, { mailId: row.mailId });
    return { id };
  },
});

/** That the picture of a letter was fetched: the first time, the last time, and how often. */
export const noteOpening = command({
  name: "tailoring.noteOpening",
  permission: "tailoring:write",
  input: NoteOpeningInput,
  audit: { none: "Not a change that somebody made; the letter itself says when it was opened." },
  example: () => ({ tokenHash: "0".repeat(64) }),
  async run({ tx, now, organisation }, { tokenHash }): Promise<{ noted: boolean }> {
    if (!openingsAllowed(organisation)) return { noted: false };
    const noted = await tx
      .update(resumeSends)
      .set({
        firstOpenedAt: sql`coalesce(${resumeSends.firstOpenedAt}, ${now.toISOString()}::timestamptz)`,
        ...{ lastOpenedAt: now, openCount: sql`${resumeSends.openCount} + 1`, updatedAt: now },
      })
      .where(eq(resumeSends.openTokenHash, tokenHash))
      .returning({ id: resumeSends.id });
    return { noted: noted.length > 0 };
  },
});
