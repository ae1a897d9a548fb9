import "server-only";
import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { scheduledSessions, sessionAttendees, sessionHosts } from "@/db/schema/scheduling";
import type { Measured, MeasuredRecord } from "@/lib/platform/measured";
import { programmeTraits, secondsOf } from "@/lib/programmes/measured-programmes";

/** States in which a session took place, or will. */
const standing = ["booked", "done", "no_show"];

/** How long it takes from the end of a session until it is noted how it went. */
export const sessionNotes: Measured = {
  key: "session-notes",
  entity: "booked-session",
  ...{ runs: "once", reopened: "goes-on" },
  on: { start: ["scheduling.over"], stop: ["scheduling.noted"] },
  touchedBy: ["scheduling.booked", "scheduling.moved", "scheduling.cancelled", "scheduling.ended"],
  touched: (_context, events) =>
    Promise.resolve(events.flatMap(({ data }) => (typeof data["sessionId"] === "string" ? data["sessionId"] : []))),
  histories: ({ tx }, ids) => historiesOf(tx, ids),
  async ids(tx, after) {
    const rows = await tx
      .select({ id: scheduledSessions.id })
      .from(scheduledSessions)
      .where(and(inArray(scheduledSessions.state, standing), after ? gt(scheduledSessions.id, after) : undefined))
      .orderBy(asc(scheduledSessions.id))
      .limit(500);
    return rows.map(({ id }) => id);
  },
  async titles({ tx }, ids) {
    const rows = await tx
      .select({ id: scheduledSessions.id, title: scheduledSessions.title })
      .from(scheduledSessions)
      .where(inArray(scheduledSessions.id, [...ids]));
    const guests = await attendeesOf(tx, ids);
    return new Map(
      rows.map(({ id, title }) => {
        const own = guests.filter(({ sessionId }) => sessionId === id);
        return [id, { title: own.length === 1 ? own[0]!.name : title, path: `/sessions/${id}` }];
      }),
    );
  },
  traits: programmeTraits,
};

async function historiesOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, MeasuredRecord>> {
  const histories = new Map<string, MeasuredRecord>();
  if (ids.length === 0) return histories;
  const sessions = await tx
    .select()
    .from(scheduledSessions)
    .where(and(inArray(scheduledSessions.id, [...ids]), isNull(scheduledSessions.deletedAt)));
  const hosts = await tx
    .select({ sessionId: sessionHosts.sessionId, personId: sessionHosts.personId })
    .from(sessionHosts)
    .where(inArray(sessionHosts.sessionId, [...ids]))
    .orderBy(asc(sessionHosts.personId));
  const guests = await attendeesOf(tx, ids);
  for (const { id, state, endsAt, outcomeAt } of sessions) {
    const own = guests.filter(({ sessionId }) => sessionId === id);
    const [first] = own;
    const over = secondsOf(endsAt);
    // Nobody owes a word on a session of which nobody has a programme, or that did not take place.
    const takesPlace = first !== undefined && standing.includes(state);
    histories.set(id, {
      events: takesPlace
        ? [
            { at: over, order: 0, name: "scheduling.over", id },
            ...(outcomeAt
              ? [{ at: Math.max(over, secondsOf(outcomeAt)), order: 1, name: "scheduling.noted", id }]
              : []),
          ]
        : [],
      traits: first ? { package: first.packageId, ...(first.sponsorId ? { sponsor: first.sponsorId } : {}) } : {},
      responsibleId: hosts.find(({ sessionId }) => sessionId === id)?.personId ?? null,
      personId: own.length === 1 ? first!.personId : null,
      sponsorId: first?.sponsorId ?? null,
    });
  }
  return histories;
}

const attendeesOf = (tx: Transaction, ids: readonly string[]) =>
  tx
    .select({
      sessionId: sessionAttendees.sessionId,
      personId: sessionAttendees.personId,
      packageId: programmes.packageId,
      sponsorId: programmes.sponsorId,
      name: people.name,
    })
    .from(sessionAttendees)
    .innerJoin(programmes, eq(programmes.id, sessionAttendees.programmeId))
    .innerJoin(people, eq(people.id, sessionAttendees.personId))
    .where(
      and(
        inArray(sessionAttendees.sessionId, [...ids]),
        inArray(sessionAttendees.state, ["booked", "attended", "no_show"]),
      ),
    )
    .orderBy(asc(sessionAttendees.id));
