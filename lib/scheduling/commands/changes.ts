import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { scheduledSessions, sessionAttendees, sessionHosts } from "@/db/schema/scheduling";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { loadProgramme } from "@/lib/programmes/load";
import { looksAfter, placeAt, possibleHosts, stretchOf, told } from "../book";
import {
  attendeesOf,
  hostIdsOf,
  loadSession,
  typeById,
  type AttendeeRow,
  type SessionRow,
  type TypeRow,
} from "../load";
import { lockHosts } from "../lock-hosts";
import { moveUp } from "../move-up";
import { mayChange } from "../rules/change-policy";
import { moveSession as lifecycleMove, type SessionMove, type SessionState } from "../rules/lifecycle";
import { CancelInput, MoveInput, OutcomeInput } from "../schemas";
import { tellCancelled, tellMoved } from "../tell";

/** Another time for a session that is booked, with the same or another host. A group is moved by who looks after it. */
export const moveSession = command({
  name: "scheduling.move",
  permission: "sessions:write",
  input: MoveInput,
  example: ({ sessionId }) => ({ id: sessionId, expectedVersion: 1, startsAt: "2026-11-26T13:00:00Z" }),
  async run(context, { id, expectedVersion, startsAt, hostId, anyway = false }): Promise<{ id: string }> {
    const before = await loadSession(context, id, "sessions:write");
    const offered = await typeById(context, before.typeId, true);
    const attendees = await attendeesOf(context, id);
    const own = attendees.find(({ state }) => state === "booked");
    const hostIds = await hostIdsOf(context, id);
    const after = runsSession(context, before, hostIds, attendees);
    if (before.capacity > 1 && !after)
      throw new Refusal("forbidden", "A group is moved by who holds it. You can give up your place.");
    // What was moved late would count, and the new one besides: that is for the two to talk about.
    if (assertMayChange(context, before, offered, "reschedule", after))
      throw new Refusal("state", "It is too late to move this session by yourself. Ask your consultant.");
    const type = asBooked(offered, before, hostIds);
    const hosts = await hostsToMove(context, type, hostIds, own, hostId);
    await lockHosts(context, [...hosts, ...asHosts(hostIds), ...(own ? [{ personId: own.personId }] : [])]);
    const locked = await loadSession(context, id, "sessions:write", true);
    assertVersion(locked, expectedVersion, "this session");
    const past = anyway && after;
    // A group keeps its places; where it lies on somebody's other session they see so.
    const attendeeId = before.capacity === 1 ? (own?.personId ?? null) : null;
    const found = await placeAt(context, { type, hosts, attendeeId, startsAt, anyway: past, except: id });
    if (found.joins) throw new Refusal("conflict", "Another session of this kind begins then.", "startsAt");
    const moved = await store(context, locked, { startsAt, endsAt: found.endsAt, sequence: locked.sequence + 1 });
    await context.tx.delete(sessionHosts).where(eq(sessionHosts.sessionId, id));
    await context.tx
      .insert(sessionHosts)
      .values(found.hostIds.map((personId) => ({ sessionId: id, personId, ...stretchOf(moved) })));
    const former = hostIds.filter((personId) => !found.hostIds.includes(personId));
    await tellMoved(context, moved, attendees, former);
    context.emit("scheduling.moved", { sessionId: id });
    return { id };
  },
});

/**
 * Cancels a session, or of a group one place in it, which goes to who waited longest: one's own, or that of a programme that one looks after. So late that the
 * policy counts it, it is used all the same; a consultant's cancellation never is.
 */
export const cancelSession = command({
  name: "scheduling.cancel",
  permission: "sessions:write",
  input: CancelInput,
  example: ({ sessionId }) => ({ id: sessionId, reason: "A funeral." }),
  async run(context, { id, reason, programmeId }): Promise<{ id: string; counted: boolean }> {
    const seen = await loadSession(context, id, "sessions:write");
    const type = await typeById(context, seen.typeId, true);
    const hostIds = await hostIdsOf(context, id);
    await lockHosts(context, asHosts(hostIds));
    const before = await loadSession(context, id, "sessions:write", true);
    const attendees = await attendeesOf(context, id);
    const runs = runsSession(context, before, hostIds, attendees);
    if (before.capacity > 1 && (programmeId || !runs))
      return {
        id,
        counted: await giveUpPlace(context, before, type, await placeMeant(context, attendees, programmeId)),
      };
    const counted = assertMayChange(context, before, type, "cancel", runs);
    for (const place of attendees) await giveUp(context, place, counted);
    const cancelled = await store(context, before, {
      ...{ state: "cancelled", cancelledAt: context.now, cancelledBy: personIdOf(context.actor) },
      ...{ cancelReason: reason, sequence: before.sequence + 1 },
    });
    await context.tx.update(sessionHosts).set({ takes: false }).where(eq(sessionHosts.sessionId, id));
    await tellCancelled(context, cancelled, attendees);
    context.emit("scheduling.cancelled", { sessionId: id });
    return { id, counted };
  },
});

/** What became of a session that has begun: it took place, or nobody came. */
export const noteOutcome = command({
  name: "scheduling.noteOutcome",
  permission: "sessions:hold",
  input: OutcomeInput,
  example: ({ pastSessionId }) => ({ id: pastSessionId, outcome: "done" as const }),
  async run(context, { id, outcome }): Promise<{ id: string }> {
    const before = await loadSession(context, id, "sessions:hold", true);
    const attendees = await attendeesOf(context, id);
    if (!runsSession(context, before, await hostIdsOf(context, id), attendees))
      throw new Refusal("forbidden", "Who holds a session notes how it went.");
    assertPossible(context, before, outcome === "done" ? "finish" : "miss");
    await store(context, before, { state: outcome });
    await context.tx
      .update(sessionAttendees)
      .set({ state: outcome === "done" ? "attended" : "no_show", updatedAt: context.now })
      .where(
        and(eq(sessionAttendees.sessionId, id), inArray(sessionAttendees.state, ["booked", "attended", "no_show"])),
      );
    context.emit("scheduling.ended", { sessionId: id, outcome });
    return { id };
  },
});

const asHosts = (ids: readonly string[]) => ids.map((personId) => ({ personId }));

/** What a session was booked by, for finding it another time: its type may say something else by now. */
const asBooked = (type: TypeRow, session: SessionRow, hostIds: readonly string[]): TypeRow => ({
  ...type,
  lengthMinutes: (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000,
  ...{ bufferBefore: session.bufferBefore, bufferAfter: session.bufferAfter, capacity: session.capacity },
  hosting: hostIds.length > 1 ? "all" : type.hosting,
});

/**
 * Whether the actor runs a session rather than takes part in it: who looks after the one executive of a conversation, who holds a group, or who looks after all
 * there is; never who takes part.
 */
function runsSession(
  context: CommandContext,
  { capacity }: SessionRow,
  hostIds: readonly string[],
  attendees: readonly AttendeeRow[],
): boolean {
  const self = personIdOf(context.actor);
  if (attendees.some(({ personId }) => personId === self)) return false;
  const all = scopesOf(context.actor, "sessions:write").has("all");
  return all || (self !== null && hostIds.includes(self)) || (capacity === 1 && looksAfter(context, null));
}

/** The place in a group that is meant: that of a programme which the actor looks after, or one's own. */
async function placeMeant(
  context: CommandContext,
  attendees: readonly AttendeeRow[],
  programmeId: string | undefined,
): Promise<AttendeeRow> {
  if (programmeId) await loadProgramme(context, programmeId, "sessions:write");
  const place = attendees.find((one) =>
    programmeId ? one.programmeId === programmeId : one.personId === personIdOf(context.actor),
  );
  if (!place || !["booked", "waiting"].includes(place.state))
    throw new Refusal("state", "There is no place to give up in this session.");
  return place;
}

/** Gives up a place in a group; whether it counts as used. Who only waits leaves at any time. */
async function giveUpPlace(
  context: CommandContext,
  session: SessionRow,
  type: TypeRow,
  place: AttendeeRow,
): Promise<boolean> {
  const own = place.personId === personIdOf(context.actor);
  const counted = place.state === "booked" && assertMayChange(context, session, type, "cancel", !own);
  await giveUp(context, place, counted);
  await moveUp(context, session);
  return counted;
}

const movedOf = ({ state, startsAt, heldUntil }: SessionRow) => ({ state: state as SessionState, startsAt, heldUntil });

function assertPossible(context: CommandContext, session: SessionRow, move: SessionMove): void {
  const result = lifecycleMove(movedOf(session), move, context.now);
  if (!result.allowed) throw new Refusal("state", result.why);
}

/** Refuses a change that the policy does not allow; whether one that it does counts as a session that was used. */
function assertMayChange(
  context: CommandContext,
  session: SessionRow,
  type: TypeRow,
  change: "reschedule" | "cancel",
  after: boolean,
): boolean {
  const by = after ? "consultant" : "attendee";
  const policy = { ...type, late: type.late as "refuse" | "counts" };
  const result = mayChange(movedOf(session), change, policy, by, context.now);
  if (!result.allowed) throw new Refusal("state", result.why);
  return result.counts;
}

/** Who may hold it afterwards: who holds it now, somebody that was named, or where it is nobody's own, one of the type's hosts. */
async function hostsToMove(
  context: CommandContext,
  type: TypeRow,
  hostIds: readonly string[],
  own: AttendeeRow | undefined,
  hostId: string | undefined,
) {
  const present = hostIds.map((personId) => ({ personId, weight: 1 }));
  if (!hostId || type.hosting === "all") return present;
  const ofProgramme = type.hosting === "consultant" && own?.programmeId;
  const programme = ofProgramme ? await loadProgramme(context, ofProgramme, "sessions:write") : null;
  const possible = await possibleHosts(context, type, programme ?? { consultantId: hostIds[0]! });
  const chosen = [...possible, ...present].find(({ personId }) => personId === hostId);
  if (!chosen) throw new Refusal("invalid", "This person does not hold such sessions.", "hostId");
  return [chosen];
}

/** Ends a place that is booked or waited for. What counted before goes on counting. */
async function giveUp({ tx, now, record }: CommandContext, place: AttendeeRow, counted: boolean): Promise<void> {
  if (place.state !== "booked" && place.state !== "waiting") return;
  const given = {
    ...{ state: "cancelled", cancelledAt: now, version: place.version + 1 },
    counted: place.counted || (counted && place.state === "booked"),
  };
  await tx.update(sessionAttendees).set(given).where(eq(sessionAttendees.id, place.id));
  record("session-attendee", told(place), told({ ...place, ...given }));
}

async function store(
  { tx, now, record }: CommandContext,
  before: SessionRow,
  changes: Partial<typeof scheduledSessions.$inferInsert>,
): Promise<SessionRow> {
  const [after] = await tx
    .update(scheduledSessions)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(scheduledSessions.id, before.id))
    .returning();
  // Why it was cancelled is for those concerned, not for the trail.
  record("booked-session", { ...before, cancelReason: "" }, { ...after!, cancelReason: "" });
  return after!;
}
