import "server-only";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import { z } from "zod";
import { mailMessages } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { sessionAnswers } from "@/db/schema/sessions-outside";
import { scheduledSessions, sessionAttendees, sessionHosts } from "@/db/schema/scheduling";
import { readReply, type ReplyReading } from "@/lib/icalendar/read-reply";
import { fileAnswer } from "@/lib/mail/file-answer";
import { openCalendar } from "@/lib/mail/sealed-body";
import { notify } from "@/lib/notifications/notify";
import { emailKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import { declineVisit, guestIn } from "../guests/decline";
import type { GuestRow } from "../guests/guest-load";
import { hostIdsOf, type SessionRow } from "../load";
import { sealedPlaces } from "./sealed-places";
import { sessionOfUid } from "./session-event";

interface Said {
  uid: string;
  attendeeMail: string;
  sequence: number;
  answer: string;
  stamp: Date | null;
  comment: string | null;
  proposedFrom: Date | null;
  proposedTo: Date | null;
}

/**
 * The answer of somebody's calendar to an invitation, from a mail that came in. Taken from who is in the session and wrote the mail, and only where it is newer
 * than what is known. Nothing of an organisation's own people is cancelled by it: who holds the session is told and decides. A guest's no cancels what they booked,
 * as their own page would. Again with the same mail it does nothing.
 */
export const takeInvitationAnswer = command({
  name: "scheduling.takeAnswer",
  permission: "mail:send",
  input: z.strictObject({ mailId: z.uuid("This is not a known mail.") }),
  example: ({ answerMailId }) => ({ mailId: answerMailId }),
  async run(context, { mailId }): Promise<{ filed: boolean }> {
    const [mail] = await context.tx
      .select()
      .from(mailMessages)
      .where(and(eq(mailMessages.id, mailId), eq(mailMessages.direction, "in"), eq(mailMessages.status, "received")));
    if (!mail) return { filed: false };
    const content = openCalendar(dataKeyOf(context.organisation), mail)?.content;
    const reading = content ? readReply(content, context.organisation.timeZone) : null;
    const taken = [];
    for (const said of saidIn(reading))
      taken.push(await take(context, said, { address: mail.fromAddress ?? "", at: mail.at }));
    const sessionId = taken.find((id) => id !== null);
    await context.callAsSystem(fileAnswer, {
      mailId,
      to: sessionId ? { entity: "booked-session", id: sessionId } : null,
    });
    return { filed: sessionId !== undefined };
  },
});

function saidIn(reading: ReplyReading | null): Said[] {
  if (reading?.kind === "reply")
    return reading.replies.map((reply) => ({ ...reply, proposedFrom: null, proposedTo: null }));
  if (reading?.kind !== "proposal") return [];
  const { from, to, ...proposal } = reading.proposal;
  return [{ ...proposal, answer: "proposed", proposedFrom: from, proposedTo: to }];
}

/** Keeps one answer; the session that it is about, or null where it is nobody's. */
async function take(context: CommandContext, said: Said, from: { address: string; at: Date }): Promise<string | null> {
  const { tx, now, organisation, record } = context;
  const sessionId = sessionOfUid(said.uid);
  // Whoever can write a mail could answer for others: only who is asked answers.
  if (!sessionId || emailKey(from.address) !== emailKey(said.attendeeMail)) return null;
  const [session] = await tx.select().from(scheduledSessions).where(eq(scheduledSessions.id, sessionId));
  const who = session && (await answering(context, session, said.attendeeMail));
  if (!session || !who) return null;
  const key = { sessionId, personId: who.guest ? null : who.id, guestId: who.guest?.id ?? null };
  const stampedAt = said.stamp ?? from.at;
  const { answer, sequence, proposedFrom, proposedTo, comment } = said;
  const given = {
    ...{ answer, sequence, stampedAt, receivedAt: now, proposedFrom, proposedTo },
    commentEncrypted: comment ? sealText(dataKeyOf(organisation), comment, sealedPlaces.answer(key)) : null,
  };
  const { organisationId, sessionId: ofSession, personId, guestId } = sessionAnswers;
  const [row] = await tx
    .insert(sessionAnswers)
    .values({ ...key, ...given })
    .onConflictDoUpdate({
      target: [organisationId, ofSession, who.guest ? guestId : personId],
      set: { ...given, version: sql`${sessionAnswers.version} + 1` },
      setWhere: or(
        sql`excluded.sequence > ${sessionAnswers.sequence}`,
        and(
          sql`excluded.sequence = ${sessionAnswers.sequence}`,
          sql`excluded.stamped_at > ${sessionAnswers.stampedAt}`,
        ),
      ),
    })
    .returning();
  if (!row) {
    record("session-answer", { id: sessionId }, { id: sessionId });
    return sessionId;
  }
  const { commentEncrypted: _, ...kept } = row;
  record("session-answer", null, kept);
  if (who.guest && answer === "declined" && (await declineVisit(context, who.guest, { sequence, comment })))
    return sessionId;
  // Programs answer a cancellation too; that nobody comes then is no news.
  if (answer !== "accepted" && session.state !== "cancelled") await tellAnswer(context, session, who, given);
  return sessionId;
}

async function tellAnswer(
  context: CommandContext,
  session: SessionRow,
  person: { id: string; name: string },
  {
    answer,
    sequence,
    stampedAt,
    proposedFrom,
  }: { answer: string; sequence: number; stampedAt: Date; proposedFrom: Date | null },
): Promise<void> {
  await notify(context, {
    personIds: (await hostIdsOf(context, session.id)).filter((id) => id !== person.id),
    kind: "scheduling.answered",
    data: {
      ...{ title: session.title, name: person.name, answer, at: session.startsAt.toISOString() },
      proposed: proposedFrom?.toISOString() ?? "",
    },
    href: `/sessions/${session.id}`,
    dedupeKey: `scheduling.answered/${session.id}/${person.id}/${sequence}/${stampedAt.getTime()}`,
    about: { entity: "booked-session", id: session.id },
  });
}

/** Who is in a session under a mail address: somebody of the organisation, or who booked it on a booking page. */
async function answering(
  context: CommandContext,
  session: SessionRow,
  mail: string,
): Promise<{ id: string; name: string; guest?: GuestRow } | null> {
  const person = await personIn(context, session, mail);
  if (person) return person;
  const guest = await guestIn(context, session, mail);
  return guest && { id: guest.id, name: guest.name, guest };
}

async function personIn({ tx }: CommandContext, { id }: SessionRow, mail: string) {
  const isIn = [
    tx.select({ id: sessionHosts.personId }).from(sessionHosts).where(eq(sessionHosts.sessionId, id)),
    tx
      .select({ id: sessionAttendees.personId })
      .from(sessionAttendees)
      .where(and(eq(sessionAttendees.sessionId, id), inArray(sessionAttendees.state, ["booked", "waiting"]))),
  ];
  const [person] = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.emailKey, emailKey(mail)), or(...isIn.map((ids) => inArray(people.id, ids)))));
  return person ?? null;
}
