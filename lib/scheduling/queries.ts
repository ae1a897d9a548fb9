import "server-only";
import { and, asc, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { sessionGuests } from "@/db/schema/booking-pages";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { scheduledSessions, sessionAttendees, sessionHosts, sessionTypes } from "@/db/schema/scheduling";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { query, type QueryContext } from "@/lib/platform/operation";
import { loadProgramme } from "@/lib/programmes/load";
import { entitlementsOf, looksAfter, possibleHosts } from "./book";
import { loadSession, typeById, visibleSessions } from "./load";
import { questionOf } from "./question-of";
import { slotsOf } from "./rules/slots";
import { whyNot as reasonsAgainst } from "./rules/why-not";
import { AgendaInput, FreeTimesInput, SessionId, WhyNotInput } from "./schemas";
import { toMove } from "./to-move";
import { readerOf, sayReason } from "./why-not-words";

/** What can be booked in a programme: each kind with how many of its sessions are used and left. */
export const bookableTypes = query({
  name: "scheduling.bookable",
  permission: "sessions:read",
  input: z.strictObject({ programmeId: z.uuid() }),
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }) {
    const programme = await loadProgramme(context, programmeId, "sessions:read");
    const own = !looksAfter(context, programme.executiveId);
    const types = await context.tx
      .select()
      .from(sessionTypes)
      .where(
        and(
          isNull(sessionTypes.deletedAt),
          isNull(sessionTypes.archivedAt),
          own ? eq(sessionTypes.selfBooked, true) : undefined,
        ),
      )
      .orderBy(asc(sessionTypes.nameKey));
    const entitlement = await entitlementsOf(context, programmeId);
    return types.map((type) => ({ ...type, entitlement: entitlement(type.kind) }));
  },
});

/** The times that can be booked for a programme between two moments, with who is free; of groups the sessions that one can join. */
export const freeTimes = query({
  name: "scheduling.freeTimes",
  permission: "sessions:read",
  input: FreeTimesInput,
  example: ({ programmeId, sessionTypeId }) => ({
    ...{ programmeId, typeId: sessionTypeId, from: "2026-11-23T00:00:00Z", to: "2026-11-30T00:00:00Z" },
  }),
  async run(context, { typeId, programmeId, from, to, hostId, moving }) {
    const asked = await whatIsAsked(context, { typeId, programmeId, hostId, moving });
    const question = await questionOf(context, {
      ...{ ...asked, from, to, except: moving, waitingList: true, heldBy: personIdOf(context.actor) },
    });
    return slotsOf(question, { from, to });
  },
});

/** Why a time cannot be booked, in sentences by rule; none where it can. */
export const whyNot = query({
  name: "scheduling.whyNot",
  permission: "sessions:read",
  input: WhyNotInput,
  example: ({ programmeId, sessionTypeId }) => ({
    ...{ programmeId, typeId: sessionTypeId, startsAt: "2026-11-28T10:00:00Z" },
  }),
  async run(context, { typeId, programmeId, startsAt, hostId, moving }): Promise<{ code: string; says: string }[]> {
    const asked = await whatIsAsked(context, { typeId, programmeId, hostId, moving });
    const question = await questionOf(context, {
      ...{ ...asked, from: startsAt, to: new Date(startsAt.getTime() + asked.type.lengthMinutes * 60_000) },
      ...{ except: moving, waitingList: true },
    });
    const said = reasonsAgainst(startsAt, question).map((reason) => ({
      code: reason.code,
      says: sayReason(reason, readerOf(context)),
    }));
    return said.filter(({ says }, at) => said.findIndex((other) => other.says === says) === at);
  },
});

/** Of what type, with whom and for whom a time is looked for: of a session that is moved as moving it asks. */
async function whatIsAsked(
  context: QueryContext,
  {
    typeId,
    programmeId,
    hostId,
    moving,
  }: { typeId: string; programmeId: string; hostId?: string | undefined; moving?: string | undefined },
) {
  const programme = await loadProgramme(context, programmeId, "sessions:read");
  const ids = (hosts: readonly { personId: string }[]) => hosts.map(({ personId }) => personId);
  if (moving) {
    const { type, hosts, own } = await toMove(context, moving, "sessions:read", hostId);
    return { type, hostIds: ids(hosts), attendeeId: own?.personId ?? null };
  }
  const type = await typeById(context, typeId);
  const hosts = ids(await possibleHosts(context, type, programme)).filter((id) => !hostId || id === hostId);
  return { type, hostIds: hosts, attendeeId: programme.executiveId };
}

/** The sessions of a stretch of time that the actor sees: those of one person where one is named. */
export const agenda = query({
  name: "scheduling.agenda",
  permission: "sessions:read",
  input: AgendaInput,
  example: () => ({ from: "2026-11-23T00:00:00Z", to: "2026-11-30T00:00:00Z" }),
  async run({ tx, actor }, { from, to, personId, cancelled = false }) {
    // Looked for from the person, who has few sessions, and not from all those of the time.
    const with_ = personId
      ? sql`${scheduledSessions.id} in (
          select ${sessionHosts.sessionId} from ${sessionHosts} where ${sessionHosts.personId} = ${personId}
            and ${sessionHosts.takesFrom} < ${to} and ${sessionHosts.takesTo} > ${from}
          union all select ${sessionAttendees.sessionId} from ${sessionAttendees}
            where ${sessionAttendees.personId} = ${personId} and ${sessionAttendees.state} <> 'cancelled')`
      : undefined;
    const rows = await tx
      .select()
      .from(scheduledSessions)
      .where(
        and(
          inArray(scheduledSessions.state, ["booked", "done", "no_show", ...(cancelled ? ["cancelled"] : [])]),
          lt(scheduledSessions.startsAt, to),
          gt(scheduledSessions.endsAt, from),
          isNull(scheduledSessions.deletedAt),
          visibleSessions(actor),
          with_,
        ),
      )
      .orderBy(asc(scheduledSessions.startsAt), asc(scheduledSessions.id))
      .limit(2000);
    const ids = rows.map(({ id }) => id);
    const hosts = await namesOf(tx, sessionHosts, ids);
    const attendees = await attendeesSeen({ tx, actor }, ids);
    return rows.map((row) => {
      const seen = attendees.get(row.id) ?? [];
      return { ...row, place: placeSeen(row, seen, actor), hosts: hosts.get(row.id) ?? [], attendees: seen };
    });
  },
});

/** The sessions of a programme, those that were cancelled too, the earliest first. */
export const programmeSessions = query({
  name: "scheduling.ofProgramme",
  permission: "sessions:read",
  input: z.strictObject({ programmeId: z.uuid() }),
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }) {
    await loadProgramme(context, programmeId, "sessions:read");
    const { tx, actor } = context;
    const rows = await tx
      .select({ session: scheduledSessions, place: sessionAttendees.state, counted: sessionAttendees.counted })
      .from(sessionAttendees)
      .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionAttendees.sessionId))
      .where(
        and(
          eq(sessionAttendees.programmeId, programmeId),
          inArray(scheduledSessions.state, ["booked", "done", "no_show", "cancelled"]),
          isNull(scheduledSessions.deletedAt),
          visibleSessions(actor),
        ),
      )
      .orderBy(asc(scheduledSessions.startsAt), asc(scheduledSessions.id))
      .limit(1000);
    const ids = rows.map(({ session }) => session.id);
    const hosts = await namesOf(tx, sessionHosts, ids);
    return rows.map(({ session: { id, title, startsAt, endsAt, state, placeKind }, place, counted }) => ({
      ...{ id, title, startsAt, endsAt, placeKind, counted, hosts: hosts.get(id) ?? [] },
      // Who gave up their place in a group sees it as cancelled, though it takes place.
      state: place === "cancelled" || place === "waiting" ? place : state,
    }));
  },
});

/** One session with who holds it and who takes part. */
export const oneSession = query({
  name: "scheduling.one",
  permission: "sessions:read",
  input: SessionId,
  example: ({ sessionId }) => ({ id: sessionId }),
  async run(context, { id }) {
    const session = await loadSession(context, id, "sessions:read");
    const { moveNoticeHours, cancelNoticeHours, late } = await typeById(context, session.typeId, true);
    const seen = (await attendeesSeen(context, [id])).get(id) ?? [];
    return {
      ...{ ...session, place: placeSeen(session, seen, context.actor), attendees: seen },
      ...{ moveNoticeHours, cancelNoticeHours, late },
      hosts: (await namesOf(context.tx, sessionHosts, [id])).get(id) ?? [],
    };
  },
});

interface Named {
  id: string;
  name: string;
  state: string | null;
  /** They booked on a booking page, and are nobody of the organisation. */
  guest?: true;
}

/**
 * Who takes part in sessions, by session, as far as the actor may know: everybody in those that they hold, else those of their own caseload and themselves. Who sees
 * all sessions sees all names.
 */
async function attendeesSeen(
  { tx, actor }: Pick<QueryContext, "tx" | "actor">,
  ids: readonly string[],
): Promise<Map<string, Named[]>> {
  const all = await withGuests(tx, await namesOf(tx, sessionAttendees, ids), ids);
  if (ids.length === 0 || scopesOf(actor, "sessions:read").has("all")) return all;
  const self = personIdOf(actor);
  if (!self) return new Map();
  const hosted = await tx
    .select({ id: sessionHosts.sessionId })
    .from(sessionHosts)
    .where(and(inArray(sessionHosts.sessionId, [...ids]), eq(sessionHosts.personId, self)));
  const held = new Set(hosted.map(({ id }) => id));
  const caseload = await tx
    .select({ personId: sessionAttendees.personId })
    .from(sessionAttendees)
    .innerJoin(programmes, eq(programmes.id, sessionAttendees.programmeId))
    .where(and(inArray(sessionAttendees.sessionId, [...ids]), eq(programmes.consultantId, self)));
  const own = new Set([self, ...caseload.map(({ personId }) => personId)]);
  return new Map(
    [...all].map(([id, people]) => [id, held.has(id) ? people : people.filter((person) => own.has(person.id))]),
  );
}

/** With who booked on a booking page. */
async function withGuests(
  tx: QueryContext["tx"],
  found: Map<string, Named[]>,
  ids: readonly string[],
): Promise<Map<string, Named[]>> {
  if (ids.length === 0) return found;
  const guests = await tx
    .select({ sessionId: sessionGuests.sessionId, id: sessionGuests.id, name: sessionGuests.name })
    .from(sessionGuests)
    .where(inArray(sessionGuests.sessionId, [...ids]));
  for (const { sessionId, ...guest } of guests)
    found.set(sessionId, [...(found.get(sessionId) ?? []), { ...guest, state: "booked", guest: true }]);
  return found;
}

/** Where it is held, for who has a place in it or looks after one; who only waits, or gave it up, need not know. */
const placeSeen = ({ place }: { place: string }, seen: readonly Named[], actor: QueryContext["actor"]): string => {
  const self = seen.find(({ id }) => id === personIdOf(actor));
  return !self || self.state === "booked" || self.state === "attended" ? place : "";
};

/** Who holds sessions or takes part in them, by session. */
async function namesOf(
  tx: QueryContext["tx"],
  table: typeof sessionHosts | typeof sessionAttendees,
  ids: readonly string[],
): Promise<Map<string, Named[]>> {
  const found = new Map<string, Named[]>();
  if (ids.length === 0) return found;
  const state = "state" in table ? table.state : sql<null>`null`;
  const rows = await tx
    .select({ sessionId: table.sessionId, id: people.id, name: people.name, state })
    .from(table)
    .innerJoin(people, eq(people.id, table.personId))
    .where(inArray(table.sessionId, [...ids]))
    .orderBy(asc(people.nameKey), asc(people.id));
  for (const { sessionId, ...person } of rows) found.set(sessionId, [...(found.get(sessionId) ?? []), person as Named]);
  return found;
}
