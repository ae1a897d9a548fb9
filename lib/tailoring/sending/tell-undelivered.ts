import "server-only";
import { eq } from "drizzle-orm";
import { resumeSends } from "@/db/schema/sending";
import { notify } from "@/lib/notifications/notify";
import { command } from "@/lib/platform/operation";
import { aboutLetter } from "@/lib/tailoring/sending/about-letter";
import { AnswerMailInput } from "@/lib/tailoring/sending/schemas";

/** Tells who sent a resume that its letter could not be delivered, once a mail. What is no letter of a resume is nobody's here. */
export const tellUndelivered = command({
  name: "tailoring.tellUndelivered",
  permission: "mail:send",
  audit: { none: "Changes nothing of what was sent; the notification and the mail have ledgers of their own." },
  input: AnswerMailInput,
  example: ({ undeliveredMailId }) => ({ mailId: undeliveredMailId }),
  async run(context, { mailId }): Promise<{ told: boolean }> {
    const rows = await context.tx.select().from(resumeSends).where(eq(resumeSends.mailId, mailId));
    const [row] = rows;
    const about = await aboutLetter(context, rows);
    if (!about || !row) return { told: false };
    await notify(context, {
      personIds: [about.sender],
      kind: "tailoring.resume-undelivered",
      data: { name: about.names, recipient: row.recipientName || row.recipientAddress },
      href: about.href,
      dedupeKey: `resume-undelivered/${mailId}`,
    });
    return { told: true };
  },
});
