import "server-only";
import { and, eq } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { resumeSends } from "@/db/schema/sending";
import { notify } from "@/lib/notifications/notify";
import { command } from "@/lib/platform/operation";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import { AnswerMailInput } from "@/lib/tailoring/sending/schemas";

/** Tells who sent a resume that its letter could not be delivered, once a mail. What is no letter of a resume is nobody's here. */
export const tellUndelivered = command({
  name: "tailoring.tellUndelivered",
  permission: "mail:send",
  audit: { none: "Changes nothing of what was sent; the notification and the mail have ledgers of their own." },
  input: AnswerMailInput,
  example: ({ undeliveredMailId }) => ({ mailId: undeliveredMailId }),
  async run(context, { mailId }): Promise<{ told: boolean }> {
    const [found] = await context.tx
      .select({ row: resumeSends, name: people.name })
      .from(resumeSends)
      .innerJoin(people, eq(people.id, resumeSends.personId))
      .where(and(eq(resumeSends.mailId, mailId), visibleCandidate(context.actor, people.id)));
    if (!found?.row.sentByPersonId) return { told: false };
    const { row, name } = found;
    await notify(context, {
      personIds: [found.row.sentByPersonId],
      kind: "tailoring.resume-undelivered",
      data: { name, recipient: row.recipientName || row.recipientAddress },
      href: `/submissions/${row.submissionId}`,
      dedupeKey: `resume-undelivered/${mailId}`,
    });
    return { told: true };
  },
});
