import "server-only";
import { and, asc, eq, isNull, lte, notInArray, or } from "drizzle-orm";
import { z } from "zod";
import { mailMessages } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { resumeSends } from "@/db/schema/sending";
import { requirements, submissions } from "@/db/schema/tailoring";
import { notify } from "@/lib/notifications/notify";
import { command } from "@/lib/platform/operation";
import { civilDate, daysSince } from "@/lib/platform/civil-dates";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import { aboutLetter } from "@/lib/tailoring/sending/about-letter";
import { updateSend, type ResumeSend } from "@/lib/tailoring/sending/load";

const atOnce = 200;

/**
 * Brings to mind, once each, what nobody has answered by the day on which one wanted to ask again. Only where the submission still waits for
 * the first word: an answer, an interview, an end need no reminder.
 */
export const remindOfSends = command({
  name: "tailoring.remindOfSends",
  permission: "tailoring:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context) {
    const { tx, now, actor, organisation } = context;
    const today = civilDate(now, organisation.timeZone);
    const due = await tx
      .select({ row: resumeSends })
      .from(resumeSends)
      .innerJoin(submissions, eq(submissions.id, resumeSends.submissionId))
      .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
      .innerJoin(people, eq(people.id, resumeSends.personId))
      .leftJoin(mailMessages, eq(mailMessages.id, resumeSends.mailId))
      .where(
        and(
          ...[lte(resumeSends.followUpOn, today), isNull(resumeSends.remindedAt), isNull(resumeSends.answeredAt)],
          ...[eq(submissions.stage, "sent"), isNull(submissions.deletedAt), isNull(people.deletedAt)],
          isNull(requirements.deletedAt),
          // Of a letter that never arrived its sender was told already.
          or(isNull(mailMessages.id), notInArray(mailMessages.status, ["failed", "refused", "suppressed"])),
          visibleCandidate(actor, submissions.personId),
        ),
      )
      .orderBy(asc(resumeSends.followUpOn), asc(resumeSends.id))
      .limit(atOnce)
      .for("update", { of: resumeSends, skipLocked: true });
    for (const rows of lettersAmong(due.map(({ row }) => row))) {
      const row = rows[0]!;
      const about = await aboutLetter(context, rows);
      await notify(context, {
        personIds: about ? [about.sender] : [],
        kind: "tailoring.follow-up",
        data: {
          ...{ name: about?.names ?? "", recipient: row.recipientName || row.recipientAddress },
          days: daysSince(row.sentAt, now, organisation.timeZone),
        },
        href: about?.href ?? "",
        dedupeKey: `resume-follow-up/${row.mailId ?? row.id}/${row.followUpOn}`,
      });
      for (const one of rows) await updateSend(context, one, { remindedAt: now });
    }
    return { reminded: due.length, more: due.length === atOnce };
  },
});

/** Rows of one letter together: several resumes in one are one reminder. */
function lettersAmong(rows: readonly ResumeSend[]): ResumeSend[][] {
  const letters = new Map<string, ResumeSend[]>();
  for (const row of rows) letters.set(row.mailId ?? row.id, [...(letters.get(row.mailId ?? row.id) ?? []), row]);
  return [...letters.values()];
}
