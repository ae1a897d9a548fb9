import "server-only";
import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { resumeSends } from "@/db/schema/sending";
import { submissions } from "@/db/schema/tailoring";
import { notify } from "@/lib/notifications/notify";
import { command } from "@/lib/platform/operation";
import { civilDate, daysSince } from "@/lib/programmes/dates";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import { updateSend } from "@/lib/tailoring/sending/load";

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
      .select({ row: resumeSends, name: people.name })
      .from(resumeSends)
      .innerJoin(submissions, eq(submissions.id, resumeSends.submissionId))
      .innerJoin(people, eq(people.id, resumeSends.personId))
      .where(
        and(
          ...[lte(resumeSends.followUpOn, today), isNull(resumeSends.remindedAt), isNull(resumeSends.answeredAt)],
          ...[eq(submissions.stage, "sent"), isNull(submissions.deletedAt), isNull(people.deletedAt)],
          visibleCandidate(actor, submissions.personId),
        ),
      )
      .orderBy(asc(resumeSends.followUpOn), asc(resumeSends.id))
      .limit(atOnce)
      .for("update", { of: resumeSends, skipLocked: true });
    for (const { row, name } of due) {
      await notify(context, {
        personIds: row.sentByPersonId ? [row.sentByPersonId] : [],
        kind: "tailoring.follow-up",
        data: {
          ...{ name, recipient: row.recipientName || row.recipientAddress },
          days: daysSince(row.sentAt, now, organisation.timeZone),
        },
        href: `/submissions/${row.submissionId}`,
        dedupeKey: `resume-follow-up/${row.id}/${row.followUpOn}`,
      });
      await updateSend(context, row, { remindedAt: now });
    }
    return { reminded: due.length, more: due.length === atOnce };
  },
});
