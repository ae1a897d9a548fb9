import "server-only";
import { and, asc, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { calendarFeeds } from "@/db/schema/sessions-outside";
import { scheduledSessions, sessionAttendees, sessionHosts } from "@/db/schema/scheduling";
import { writeFeed } from "@/lib/icalendar/write-calendar";
import { personIdOf } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { command, query, type CommandContext } from "@/lib/platform/operation";
import { newOrganisationToken } from "@/lib/platform/organisation-token";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { eventOf } from "./session-event";

const day = 86_400_000;

/** How far back and ahead a feed reaches. */
const reach = { back: 60 * day, ahead: 366 * day };

/** How often it is worth reading again, in minutes. Programs that keep to it ask so often; many only come every few hours. */
const refreshMinutes = 15;

/** That it was read is noted no more often than this. */
const notedEvery = 15 * 60_000;

/** Makes the secret address of the own calendar, or a new one in place of it: the one before works no more. It is shown this once. */
export const makeFeed = command({
  name: "scheduling.makeFeed",
  permission: "sessions:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context): Promise<{ address: string }> {
    const { tx, now, organisation, record } = context;
    const personId = self(context);
    const { token, hash } = newOrganisationToken(organisation.id);
    const [before] = await tx.select().from(calendarFeeds).where(eq(calendarFeeds.personId, personId)).for("update");
    const [after] = await tx
      .insert(calendarFeeds)
      .values({ personId, tokenHash: hash, madeAt: now })
      .onConflictDoUpdate({
        target: [calendarFeeds.organisationId, calendarFeeds.personId],
        set: { tokenHash: hash, madeAt: now, lastReadAt: null, version: sql`${calendarFeeds.version} + 1` },
      })
      .returning();
    record("calendar-feed", before ? told(before) : null, told(after!));
    return { address: `${env.LANDFALL_URL}/api/calendar/${token}.ics` };
  },
});

/** Whoever has the address reads nothing any more. */
export const revokeFeed = command({
  name: "scheduling.revokeFeed",
  permission: "sessions:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context): Promise<{ revoked: boolean }> {
    const [gone] = await context.tx
      .delete(calendarFeeds)
      .where(eq(calendarFeeds.personId, self(context)))
      .returning();
    context.record("calendar-feed", gone ? told(gone) : { id: self(context) }, gone ? null : { id: self(context) });
    return { revoked: gone !== undefined };
  },
});

/** Whether one has such an address, and when it was read last. */
export const ownFeed = query({
  name: "scheduling.ownFeed",
  permission: "sessions:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }): Promise<{ madeAt: Date; lastReadAt: Date | null } | null> {
    const personId = personIdOf(actor);
    if (!personId) return null;
    const [feed] = await tx
      .select({ madeAt: calendarFeeds.madeAt, lastReadAt: calendarFeeds.lastReadAt })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.personId, personId));
    return feed ?? null;
  },
});

/**
 * The calendar at a secret address: what its person holds and takes part in, with nobody's name. Not found for an address that was revoked or never was, and for
 * a person who has left.
 */
export const readFeed = command({
  name: "scheduling.readFeed",
  permission: "sessions:read",
  input: z.strictObject({ tokenHash: z.string().length(64) }),
  audit: { none: "That a calendar was read is no change; when it was stands beside its address." },
  example: ({ feedTokenHash }) => ({ tokenHash: feedTokenHash }),
  async run(context, { tokenHash }): Promise<{ content: string }> {
    const { tx, now, organisation } = context;
    const [feed] = await tx
      .select({
        ...{ id: calendarFeeds.id, personId: people.id, lastReadAt: calendarFeeds.lastReadAt },
        ...{ locale: people.locale, timeZone: people.timeZone },
      })
      .from(calendarFeeds)
      .innerJoin(people, eq(people.id, calendarFeeds.personId))
      .where(
        and(
          eq(calendarFeeds.tokenHash, tokenHash),
          inArray(people.status, ["active", "invited"]),
          isNull(people.deletedAt),
        ),
      );
    if (!feed) throw notFound("this calendar");
    if (!feed.lastReadAt || now.getTime() - feed.lastReadAt.getTime() > notedEvery)
      await tx.update(calendarFeeds).set({ lastReadAt: now }).where(eq(calendarFeeds.id, feed.id));
    const t = await translatorFor({ locale: feed.locale ?? organisation.locale }, "scheduling.calendar");
    const timeZone = feed.timeZone ?? organisation.timeZone;
    const events = (await sessionsOf(context, feed.personId)).map((session) =>
      eventOf(session, {
        ...{ summary: session.title, where: t(`places.${session.placeKind}`), timeZone, stamp: session.updatedAt },
        href: `/${organisation.slug}${session.programmeId ? `/programmes/${session.programmeId}` : ""}/sessions/${session.id}`,
      }),
    );
    return { content: writeFeed({ name: t("feed", { organisation: organisation.name }), refreshMinutes, events }) };
  },
});

/** What a person holds or takes part in, as far as a feed reaches. */
function sessionsOf({ tx, now }: CommandContext, personId: string) {
  const place = and(
    eq(sessionAttendees.sessionId, scheduledSessions.id),
    eq(sessionAttendees.personId, personId),
    inArray(sessionAttendees.state, ["booked", "attended", "no_show"]),
  );
  return tx
    .select({
      ...{ id: scheduledSessions.id, title: scheduledSessions.title, sequence: scheduledSessions.sequence },
      ...{ startsAt: scheduledSessions.startsAt, endsAt: scheduledSessions.endsAt, place: scheduledSessions.place },
      ...{ placeKind: scheduledSessions.placeKind, bookedAt: scheduledSessions.bookedAt },
      ...{ updatedAt: scheduledSessions.updatedAt, programmeId: sessionAttendees.programmeId },
    })
    .from(scheduledSessions)
    .leftJoin(sessionAttendees, place)
    .where(
      and(
        inArray(scheduledSessions.state, ["booked", "done", "no_show"]),
        gt(scheduledSessions.endsAt, new Date(now.getTime() - reach.back)),
        lt(scheduledSessions.startsAt, new Date(now.getTime() + reach.ahead)),
        isNull(scheduledSessions.deletedAt),
        or(
          sql`${sessionAttendees.id} is not null`,
          sql`exists (select from ${sessionHosts} where ${sessionHosts.sessionId} = ${scheduledSessions.id}
            and ${sessionHosts.personId} = ${personId})`,
        ),
      ),
    )
    .orderBy(asc(scheduledSessions.startsAt), asc(scheduledSessions.id));
}

const told = ({ id, personId, madeAt }: typeof calendarFeeds.$inferSelect) => ({ id, personId, madeAt });

function self({ actor }: Pick<CommandContext, "actor">): string {
  const personId = personIdOf(actor);
  if (!personId) throw new Refusal("forbidden", "Only a person has a calendar.");
  return personId;
}
