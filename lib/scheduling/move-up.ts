import "server-only";
import { and, count, eq, gt, inArray, isNull, lt, ne } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import { scheduledSessions, sessionAttendees } from "@/db/schema/scheduling";
import type { CommandContext } from "@/lib/platform/operation";
import { entitlementOf, told } from "./book";
import { attendeesOf, type AttendeeRow, type SessionRow } from "./load";
import { taking } from "./rules/places";
import { whoMovesUp } from "./rules/waiting-list";
import { tellMovedUp } from "./tell";

/** Gives free places of a group to those who wait, the longest first, without those who have another session then. They are told. */
export async function moveUp(context: CommandContext, session: SessionRow): Promise<string[]> {
  const { tx, record } = context;
  const [{ taken } = { taken: 0 }] = await tx
    .select({ taken: count() })
    .from(sessionAttendees)
    .where(and(eq(sessionAttendees.sessionId, session.id), inArray(sessionAttendees.state, [...taking])));
  const onList = (await attendeesOf(context, session.id)).filter(({ state }) => state === "waiting");
  const waiting = [];
  for (const place of onList) if (await mayHave(context, place, session.kind)) waiting.push(place);
  if (taken >= session.capacity || waiting.length === 0) return [];
  const busy = await tx
    .select({
      ...{ personId: sessionAttendees.personId },
      ...{ startsAt: scheduledSessions.startsAt, endsAt: scheduledSessions.endsAt },
    })
    .from(sessionAttendees)
    .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionAttendees.sessionId))
    .where(
      and(
        inArray(
          sessionAttendees.personId,
          waiting.map(({ personId }) => personId),
        ),
        inArray(sessionAttendees.state, [...taking]),
        eq(scheduledSessions.state, "booked"),
        ne(scheduledSessions.id, session.id),
        lt(scheduledSessions.startsAt, session.endsAt),
        gt(scheduledSessions.endsAt, session.startsAt),
      ),
    );
  const inLine = waiting.map(({ personId, joinedAt }) => ({
    ...{ id: personId, joinedAt },
    sessions: busy.filter((other) => other.personId === personId),
  }));
  const { ids } = whoMovesUp(session.capacity - taken, session, inLine);
  for (const place of waiting.filter(({ personId }) => ids.includes(personId))) {
    const given = { state: "booked", version: place.version + 1 };
    await tx.update(sessionAttendees).set(given).where(eq(sessionAttendees.id, place.id));
    record("session-attendee", told(place), told({ ...place, ...given }));
    if (place.programmeId)
      await tellMovedUp(context, {
        ...{ session, turn: given.version },
        programme: { id: place.programmeId, executiveId: place.personId },
      });
  }
  return ids;
}

/** Whether who waits may still have a place: the programme goes on, and has a session of the kind left. */
async function mayHave(context: CommandContext, { programmeId }: AttendeeRow, kind: string): Promise<boolean> {
  if (!programmeId) return false;
  const [programme] = await context.tx
    .select({ state: programmes.state })
    .from(programmes)
    .where(and(eq(programmes.id, programmeId), isNull(programmes.deletedAt)));
  if (!programme || !["intake", "active"].includes(programme.state)) return false;
  return (await entitlementOf(context, programmeId, kind)).left > 0;
}
