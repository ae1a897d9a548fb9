import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { mailMessages } from "@/db/schema/mail";
import { uidsIn } from "@/lib/icalendar/uids-in";
import type { MailCalendar } from "@/lib/mail/rules/outcome";
import { openCalendar } from "@/lib/mail/sealed-body";
import { storeAnswer } from "@/lib/mail/store-answer";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf } from "@/lib/platform/secrets";

/** Invitations to one address among which the one that is answered is looked for, newest first. */
const mostInvitations = 300;

/**
 * Takes a mail that came in from outside, from an address to which the organisation has written: nobody else has anything to answer, and nobody else fills its
 * mailbox. The answer of a calendar goes to the thread of the invitation that it answers. The same mail a second time does nothing.
 */
export const receiveMail = command({
  name: "mail.receive",
  permission: "mail:send",
  input: z.strictObject({
    /** The mail's name at the provider: the same however often it is told. */
    emailId: z.string().min(1).max(100),
    from: z.strictObject({ address: z.string().min(3).max(320), name: z.string().max(200).nullable() }),
    subject: z.string().max(300),
    text: z.string().max(50_000),
    calendar: z
      .strictObject({ method: z.enum(["REPLY", "COUNTER"]), content: z.string().min(1).max(1_000_000) })
      .nullable(),
  }),
  example: () => ({
    ...{ emailId: "example", from: { address: "nobody@elsewhere.example", name: null } },
    ...{ subject: "Accepted: Coaching", text: "", calendar: null },
  }),
  async run(context, { emailId, from, subject, text, calendar }): Promise<{ mailId: string | null }> {
    // What came in is said by who received it, never by a person.
    if (context.actor.kind !== "system") throw notFound("this mail");
    const [written] = await lettersTo(context, from.address, 1);
    if (!written) return { mailId: null };
    const mail = calendar ? await invitationAnswered(context, from.address, calendar) : null;
    return storeAnswer(
      context,
      { from: { ...from, personId: (mail ?? written).personId }, subject, mail },
      { key: `inbound/${emailId}`, text, calendar: calendar ?? undefined, transport: "resend" },
    );
  },
});

const lettersTo = ({ tx }: CommandContext, address: string, most: number, method?: "REQUEST") =>
  tx
    .select()
    .from(mailMessages)
    .where(
      and(
        eq(sql`lower(${mailMessages.toAddress})`, address.toLowerCase()),
        eq(mailMessages.direction, "out"),
        method && eq(mailMessages.calendarMethod, method),
      ),
    )
    .orderBy(desc(mailMessages.at), desc(mailMessages.id))
    .limit(most);

/** The newest invitation to an address with the UID that is answered. */
async function invitationAnswered(context: CommandContext, address: string, { content }: MailCalendar) {
  const answered = uidsIn(content);
  const key = dataKeyOf(context.organisation);
  const invitations = await lettersTo(context, address, mostInvitations, "REQUEST");
  return (
    invitations.find((mail) => uidsIn(openCalendar(key, mail)?.content ?? "").some((uid) => answered.includes(uid))) ??
    null
  );
}
