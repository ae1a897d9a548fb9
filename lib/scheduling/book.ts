import "server-only";
import { and, eq, gt, inArray, isNull, lt, max, ne, or, sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { programmeEntitlements } from "@/db/schema/programmes";
import { scheduledSessions, sessionAttendees, sessionHosts, sessionTypeHosts } from "@/db/schema/scheduling";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import type { CommandContext, QueryContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import type { Programme } from "@/lib/programmes/load";
import { attendeesOf, type AttendeeRow, type SessionRow, type TypeRow } from "./load";
import { notFree } from "./not-free";
import { questionOf } from "./question-of";
import { entitlementUse } from "./rules/entitlement";
import { takesPlace, type PlaceState } from "./rules/places";
import type { Question } from "./rules/question";
import { chooseHost } from "./rules/round-robin";
import { slotsOf } from "./rules/slots";
import { whyNot } from "./rules/why-not";
import type { Standing } from "./standing";
import { withoutReach } from "./rules/without-reach";
import { unmovable } from "./why-not-words";

const minute = 60_000;

/** Over how long turns are counted, to both sides of a session. */
const turnWindow = 30 * 1440 * minute;

/** Whether the actor looks after somebody's sessions: no rules of notice, hours and limits bind them then, only what is taken. Nobody looks after their own. */
export const looksAfter = ({ actor }: Pick<QueryContext, "actor">, attendeeId: string | null): boolean => {
  const scopes = scopesOf(actor, "sessions:write");
  return (scopes.has("caseload") || scopes.has("all")) && (attendeeId === null || personIdOf(actor) !== attendeeId);
};

/** Who could hold a session of a type for a programme, with how often each is taken. */
export async function possibleHosts(
  { tx }: Pick<QueryContext, "tx">,
  type: TypeRow,
  programme: Pick<Programme, "consultantId">,
): Promise<{ personId: string; weight: number }[]> {
  if (type.hosting === "consultant") return [{ personId: programme.consultantId, weight: 1 }];
  return tx
    .select({ personId: sessionTypeHosts.personId, weight: sessionTypeHosts.weight })
    .from(sessionTypeHosts)
    .innerJoin(people, eq(people.id, sessionTypeHosts.personId))
    .where(
      and(
        eq(sessionTypeHosts.typeId, type.id),
        isNull(sessionTypeHosts.deletedAt),
        eq(people.status, "active"),
        isNull(people.deletedAt),
      ),
    )
    .orderBy(sessionTypeHosts.personId);
}

export interface Entitlement {
  sessions: number;
  used: number;
  left: number;
}

/** How many sessions of each kind a programme has, and how many of them are used: what is booked, took place, was missed, or was given up or moved too late. */
export async function entitlementsOf(
  { tx }: Pick<QueryContext, "tx">,
  programmeId: string,
): Promise<(kind: string) => Entitlement> {
  const entitled = await tx
    .select({ kind: programmeEntitlements.kind, sessions: programmeEntitlements.sessions })
    .from(programmeEntitlements)
    .where(eq(programmeEntitlements.programmeId, programmeId));
  const places = await tx
    .select({
      ...{ kind: scheduledSessions.kind, state: sessionAttendees.state },
      ...{ counted: sessionAttendees.counted, lateMoves: sessionAttendees.lateMoves },
    })
    .from(sessionAttendees)
    .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionAttendees.sessionId))
    .where(eq(sessionAttendees.programmeId, programmeId));
  return (kind) => {
    const sessions = entitled.find((one) => one.kind === kind)?.sessions ?? 0;
    const of = places
      .filter((place) => place.kind === kind)
      .map((place) => ({ ...place, state: place.state as PlaceState }));
    const { used, left } = entitlementUse(sessions, of);
    return { sessions, used, left: left ?? 0 };
  };
}

export const entitlementOf = async (
  context: Pick<QueryContext, "tx">,
  programmeId: string,
  kind: string,
): Promise<Entitlement> => (await entitlementsOf(context, programmeId))(kind);

/** Refuses an executive whose programme has no session of the kind left. */
export async function assertEntitled(context: CommandContext, programme: Programme, type: TypeRow): Promise<void> {
  const { sessions, left } = await entitlementOf(context, programme.id, type.kind);
  if (left > 0) return;
  throw new Refusal(
    "limit",
    sessions === 0
      ? "The programme contains no sessions of this kind."
      : `The programme's sessions of this kind are used: ${sessions} of ${sessions}.`,
    "typeId",
  );
}

export interface Wanted {
  type: TypeRow;
  /** Among whom is chosen, with how often each is taken. */
  hosts: readonly { personId: string; weight: number }[];
  attendeeId: string | null;
  startsAt: Date;
  /** Past hours, notice and limits, onto nothing that is taken. */
  anyway: boolean;
  /** At any notice and as far ahead as one likes: a series. */
  farAhead?: boolean;
  /** A place on a waiting list will do. */
  waits?: boolean;
  /** The session that is moved or confirmed. */
  except?: string | undefined;
}

/** The place that was found: who holds it, or the session of a group that one joins. */
export interface Found {
  hostIds: readonly string[];
  joins: string | null;
  endsAt: Date;
}

/**
 * Refuses at once where a conversation would lie upon others of all its hosts, or of one where all take part. Asked before the hosts are locked: of hundreds
 * who want one time, those who come a moment later need not wait in line to hear it.
 */
async function assertNotTaken(context: CommandContext, wanted: Wanted): Promise<void> {
  const { type, hosts, startsAt, except } = wanted;
  if (type.capacity > 1) return;
  const self = personIdOf(context.actor);
  const endsAt = new Date(startsAt.getTime() + type.lengthMinutes * minute);
  const { takesFrom, takesTo } = stretchOf({ ...type, startsAt, endsAt });
  const taken = await context.tx
    .select({ personId: sessionHosts.personId, until: max(sessionHosts.takesTo) })
    .from(sessionHosts)
    .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionHosts.sessionId))
    .where(
      and(
        inArray(
          sessionHosts.personId,
          hosts.map(({ personId }) => personId),
        ),
        eq(sessionHosts.takes, true),
        lt(sessionHosts.takesFrom, takesTo),
        gt(sessionHosts.takesTo, takesFrom),
        or(isNull(scheduledSessions.heldUntil), gt(scheduledSessions.heldUntil, context.now)),
        // What one holds oneself is given back or taken behind the lock.
        self ? sql`${scheduledSessions.heldBy} is distinct from ${self}` : undefined,
        except ? ne(scheduledSessions.id, except) : undefined,
      ),
    )
    .groupBy(sessionHosts.personId);
  if (taken.length < (type.hosting === "all" ? 1 : hosts.length)) return;
  const until = taken.map((one) => one.until!).sort((one, other) => one.getTime() - other.getTime())[0]!;
  throw await notFree(context, wanted, { code: "session", until });
}

/**
 * Refuses at once what is taken by what was read with the question itself (`askedFor`); where others than the programme's own consultant hold sessions
 * of the type, by asking for them.
 */
export async function refuseTaken(
  context: CommandContext,
  wanted: Wanted,
  taken: { until: Date; standing: Standing } | null,
): Promise<void> {
  if (taken) throw await notFree(context, wanted, { code: "session", until: taken.until }, taken.standing);
  if (wanted.type.hosting !== "consultant") await assertNotTaken(context, wanted);
}

/** A free place at a moment. Refused with the rule that stands against it and the next times that are free. The hosts are locked by the caller. */
export async function placeAt(context: CommandContext, wanted: Wanted): Promise<Found> {
  await assertNotTaken(context, wanted);
  const { type, hosts, startsAt, anyway } = wanted;
  const question = await questionOf(context, {
    ...{ type, hostIds: hosts.map(({ personId }) => personId), attendeeId: wanted.attendeeId, except: wanted.except },
    waitingList: wanted.waits ?? false,
    ...{ from: startsAt, to: new Date(startsAt.getTime() + type.lengthMinutes * minute) },
  });
  const asked = anyway ? withoutLimits(question) : wanted.farAhead ? withoutReach(question) : question;
  const endsAt = new Date(startsAt.getTime() + type.lengthMinutes * minute);
  const [slot] = slotsOf(asked, { from: startsAt, to: new Date(startsAt.getTime() + 1) });
  if (slot?.joins) return { hostIds: slot.hostIds, joins: slot.joins, endsAt: slot.endsAt };
  // Outside of hours there is no slot: whoever has nothing then can hold it.
  const free = slot?.hostIds ?? (anyway ? freeHosts(startsAt, asked) : []);
  const needed = question.mode === "all" ? hosts.length : 1;
  if (free.length < needed) {
    const reasons = whyNot(startsAt, asked);
    throw await notFree(context, wanted, (anyway ? unmovable(reasons) : reasons)[0] ?? { code: "nobody" });
  }
  if (question.mode === "all") return { hostIds: free, joins: null, endsAt };
  const turns = hosts
    .filter(({ personId }) => free.includes(personId))
    .map(({ personId, weight }) => ({
      ...{ id: personId, weight },
      sessions: question.hosts.find(({ id }) => id === personId)!.sessions.map((session) => session.startsAt),
    }));
  const window = { from: new Date(startsAt.getTime() - turnWindow), to: new Date(startsAt.getTime() + turnWindow) };
  return { hostIds: [chooseHost(turns, window)!.hostId], joins: null, endsAt };
}

const freeHosts = (startsAt: Date, question: Question): string[] =>
  question.hosts
    .filter((host) => unmovable(whyNot(startsAt, { ...question, mode: "any", hosts: [host] })).length === 0)
    .map(({ id }) => id);

/** As it is asked for somebody who may book past notice, horizon and limits; hours and steps are left to {@link unmovable}. */
const withoutLimits = (question: Question): Question => ({
  ...question,
  type: { ...(question.type as TypeRow), noticeMinutes: 0, horizonDays: 1000, mostPerDay: null },
  hosts: withoutReach(question).hosts.map((host) => ({ ...host, mostPerDay: null, mostPerWeek: null })),
});

/** Stores a session with its hosts, held or booked. */
export async function insertSession(
  { tx, now, record }: CommandContext,
  type: TypeRow,
  {
    startsAt,
    endsAt,
    hostIds,
    series,
  }: {
    startsAt: Date;
    endsAt: Date;
    hostIds: readonly string[];
    series?: { seriesId: string; seriesStart: Date };
  },
  by: { personId: string | null; heldUntil: Date | null },
): Promise<SessionRow> {
  const { kind, name: title, bufferBefore, bufferAfter, capacity, placeKind, place } = type;
  const [row] = await tx
    .insert(scheduledSessions)
    .values({
      ...{ typeId: type.id, kind, title, bufferBefore, bufferAfter, capacity, placeKind, place, startsAt, endsAt },
      ...series,
      ...(by.heldUntil
        ? { state: "held", heldUntil: by.heldUntil, heldBy: by.personId }
        : { state: "booked", bookedAt: now, bookedBy: by.personId }),
    })
    .returning();
  const takes = stretchOf(row!);
  await tx.insert(sessionHosts).values(hostIds.map((personId) => ({ sessionId: row!.id, personId, ...takes })));
  if (!by.heldUntil) record("booked-session", null, row!);
  return row!;
}

/** The stretch of its hosts' time that a session takes. */
export const stretchOf = ({
  startsAt,
  endsAt,
  bufferBefore,
  bufferAfter,
}: Pick<SessionRow, "startsAt" | "endsAt" | "bufferBefore" | "bufferAfter">) => ({
  takesFrom: new Date(startsAt.getTime() - bufferBefore * minute),
  takesTo: new Date(endsAt.getTime() + bufferAfter * minute),
});

/**
 * Puts somebody into a session, on its waiting list where it is full. Whoever has a place or waits already keeps it and their turn; that an earlier place was given
 * up too late stays counted.
 */
export async function putAttendee(
  { tx, now, record }: CommandContext,
  session: SessionRow,
  person: { personId: string; programmeId: string; answersEncrypted: string | null },
): Promise<AttendeeRow> {
  const places = await attendeesOf({ tx }, session.id);
  const before = places.find(({ personId }) => personId === person.personId);
  if (before && (before.state === "booked" || before.state === "waiting")) return before;
  const taken = places.filter(({ state }) => takesPlace(state)).length;
  const given = { ...person, state: taken < session.capacity ? "booked" : "waiting", joinedAt: now, cancelledAt: null };
  const [row] = before
    ? await tx
        .update(sessionAttendees)
        .set({ ...given, version: before.version + 1, updatedAt: now })
        .where(eq(sessionAttendees.id, before.id))
        .returning()
    : await tx
        .insert(sessionAttendees)
        .values({ sessionId: session.id, ...given })
        .returning();
  record("session-attendee", before ? told(before) : null, told(row!));
  return row!;
}

/** What the trail holds of a place: not what was answered at booking. */
export const told = ({ answersEncrypted: _, ...place }: AttendeeRow) => place;
