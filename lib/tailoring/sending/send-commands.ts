import "server-only";
import { eq, sql } from "drizzle-orm";
import { resumeSends } from "@/db/schema/sending";
import { retryMail } from "@/lib/mail/commands";
import { personIdOf } from "@/lib/platform/actor";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { civilDate } from "@/lib/programmes/dates";
import { sealSent, sendToChange, updateSend } from "@/lib/tailoring/sending/load";
import { FollowUpInput, NoteAnswerInput, NoteOpeningInput, SendId } from "@/lib/tailoring/sending/schemas";

/** On which day to ask again, or not at all. A new day reminds anew. */
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
    await updateSend(context, row, { followUpOn: followUpOn || null, remindedAt: null });
    return { id };
  },
});

/** They answered, by phone or however else; what they said is sealed. */
export const noteAnswer = command({
  name: "tailoring.noteAnswer",
  permission: "tailoring:write",
  input: NoteAnswerInput,
  example: ({ resumeSendId }) => ({ id: resumeSendId, note: "They want to meet next week." }),
  undo: ({ id }) => ({ operation: "tailoring.takeBackAnswer", input: { id } }),
  async run(context, { id, note }) {
    const row = await sendToChange(context, id);
    if (row.answeredAt) throw new Refusal("state", "It stands there already that they answered.");
    await updateSend(context, row, {
      ...{ answeredAt: context.now, answeredHow: "by-hand", answerNotedByPersonId: personIdOf(context.actor) },
      answerNoteEncrypted: note ? sealSent(context, id, "answer", note) : null,
    });
    return { id };
  },
});

/** Takes back that they answered, where somebody noted it by hand. */
export const takeBackAnswer = command({
  name: "tailoring.takeBackAnswer",
  permission: "tailoring:write",
  input: SendId,
  example: ({ answeredSendId }) => ({ id: answeredSendId }),
  async run(context, { id }) {
    const row = await sendToChange(context, id);
    if (row.answeredHow !== "by-hand") throw new Refusal("state", "Nobody noted an answer here.");
    const none = { answeredAt: null, answeredHow: null, answerNotedByPersonId: null, answerNoteEncrypted: null };
    await updateSend(context, row, none);
    return { id };
  },
});

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
  async run({ tx, now }, { tokenHash }): Promise<{ noted: boolean }> {
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
