import "server-only";
import { and, asc, eq, gte, isNull, lte } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { notes } from "@/db/schema/conversation";
import { sessionNotices, sessionRatings } from "@/db/schema/sessions-outside";
import { scheduledSessions } from "@/db/schema/scheduling";
import type { BusinessCalendar } from "@/lib/business-time/calendar";
import { nextOpening } from "@/lib/business-time/business-time";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import { notify } from "@/lib/notifications/notify";
import { logger } from "@/lib/platform/log";
import { command, type CommandContext } from "@/lib/platform/operation";
import { mailGuest } from "../guests/guest-mail";
import type { SessionRow } from "../load";
import { dueNow, lookAhead, type Due } from "../rules/dues";
import { sessionMail } from "./session-mail";
import { hrefFor, sessionPeople, type SessionPeople } from "./session-people";

const atOnce = 100;

/** After how long one is tried again that failed. */
const triedAgainAfter = 30 * 60_000;

/**
 * Tells what is due of sessions: that they come, how they were, that their notes are missing. A sweep calls it each minute. Each is told once for each time that
 * a session has (`session_notices`), in the transaction that queues the mail: killed anywhere, twice at once, or after an outage, nobody hears it twice.
 */
export const tellDue = command({
  name: "scheduling.tellDue",
  permission: "sessions:write",
  input: z.strictObject({}),
  audit: { none: "Changes nothing of a session; what was told stands in session_notices, mails in their ledger." },
  example: () => ({}),
  async run(context): Promise<{ told: number; more: boolean }> {
    const { tx, now } = context;
    const sessions = await tx
      .select()
      .from(scheduledSessions)
      .where(
        and(lte(scheduledSessions.dueAt, new Date(now.getTime() + lookAhead)), isNull(scheduledSessions.deletedAt)),
      )
      .orderBy(asc(scheduledSessions.dueAt), asc(scheduledSessions.id))
      .limit(atOnce)
      .for("update", { skipLocked: true });
    const calendar = sessions.length > 0 ? await calendarOf(context) : null;
    let told = 0;
    for (const session of sessions) {
      // One of which nothing can be told keeps nobody else's from being told.
      const done = await context
        .attempt((inner) => tellOf(inner, session, calendar!))
        .catch((error: unknown) => {
          logger.error({ code: "scheduling.notice_fault", sessionId: session.id, err: String(error) });
          return { told: 0, next: new Date(now.getTime() + triedAgainAfter) };
        });
      told += done.told;
      await tx.update(scheduledSessions).set({ dueAt: done.next }).where(eq(scheduledSessions.id, session.id));
    }
    return { told, more: sessions.length === atOnce };
  },
});

async function tellOf(
  context: CommandContext,
  session: SessionRow,
  calendar: BusinessCalendar,
): Promise<{ told: number; next: Date | null }> {
  const about = await sessionPeople(context, session);
  const { tell, next } = dueNow({ ...session, ...about, morning: morningAfter(session, calendar) }, context.now);
  let told = 0;
  for (const due of tell) told += await tellOne(context, about, due);
  return { told, next };
}

/** When work begins on the first working day after a session. */
function morningAfter({ endsAt }: SessionRow, calendar: BusinessCalendar): Date | null {
  const next = DateTime.fromJSDate(endsAt, { zone: calendar.timeZone }).plus({ days: 1 }).startOf("day");
  return nextOpening(next.toJSDate(), calendar);
}

/** Tells everybody whom it concerns and who did not hear it yet. */
async function tellOne(context: CommandContext, about: SessionPeople, due: Due): Promise<number> {
  const { session, guest } = about;
  const { kind, minutes } = due;
  // Its mail goes out once by itself: a guest is nobody of whom session_notices could know.
  const turn = `${session.startsAt.getTime()}/${minutes}`;
  if (kind === "reminder" && guest?.confirmedAt) await mailGuest(context, { guest, session, change: "reminder", turn });
  const concerned = await concernedBy(context, about, due);
  if (concerned.length === 0) return 0;
  const fresh = await context.tx
    .insert(sessionNotices)
    .values(
      concerned.map((personId) => ({
        ...{ sessionId: session.id, startsAt: session.startsAt, personId, kind, minutes, toldAt: context.now },
      })),
    )
    .onConflictDoNothing()
    .returning({ personId: sessionNotices.personId });
  for (const { personId } of fresh)
    await notify(context, {
      personIds: [personId],
      kind: `scheduling.${kind}`,
      data: { title: session.title, at: session.startsAt.toISOString() },
      href: kind === "rating" ? `/sessions/${session.id}/rating` : hrefFor(about, personId),
      dedupeKey: `scheduling.${kind}/${session.id}/${session.startsAt.getTime()}/${minutes}`,
      about: { entity: "booked-session", id: session.id },
      ...(kind === "reminder" ? { mail: (reader) => sessionMail(context, reader, { about, change: "reminder" }) } : {}),
    });
  return fresh.length;
}

/** Who is told: everybody that it comes, who took part how it was, who held it where something is missing. */
async function concernedBy(context: CommandContext, about: SessionPeople, { kind }: Due): Promise<string[]> {
  const { session, hosts, places } = about;
  const took = places.filter(({ state }) => state === "booked" || state === "attended").map(({ id }) => id);
  const held = hosts.map(({ id }) => id);
  if (kind === "reminder") return [...new Set([...took, ...held])];
  if (kind === "notes") return took.length > 0 && (await isUnwritten(context, about)) ? held : [];
  const rated = await context.tx
    .select({ id: sessionRatings.personId })
    .from(sessionRatings)
    .where(eq(sessionRatings.sessionId, session.id));
  return took.filter((personId) => !rated.some(({ id }) => id === personId) && !held.includes(personId));
}

/** Whether nobody said how it went, or of a conversation nothing was written down since. */
async function isUnwritten({ tx }: CommandContext, { session, places }: SessionPeople): Promise<boolean> {
  if (session.state === "booked") return true;
  const programmeId = session.capacity === 1 ? places.find(({ state }) => state === "attended")?.programmeId : null;
  if (!programmeId) return false;
  const [written] = await tx
    .select({ id: notes.id })
    .from(notes)
    .where(and(eq(notes.programmeId, programmeId), gte(notes.writtenAt, session.startsAt), isNull(notes.deletedAt)))
    .limit(1);
  return !written;
}
