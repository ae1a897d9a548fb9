import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { scheduledSessions, sessionAttendees, sessionHosts } from "@/db/schema/scheduling";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { loadProgramme } from "@/lib/programmes/load";
import { looksAfter, placeAt, possibleHosts, stretchOf } from "../book";
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
    const type = await typeById(context, before.typeId, true);
    const attendees = await attendeesOf(context, id);
    const own = attendees.find(({ state }) => state === "booked");
    const after = looksAfterAll(context, attendees);
    if (before.capacity > 1 && !after)
      throw new Refusal("forbidden", "A group is moved by who holds it. You can give up your place.");
    // What was moved late would count, and the new one besides: that is for the two to talk about.
    if (assertMayChange(context, before, type, "reschedule", after))
      throw new Refusal("state", "It is too late to move this session by yourself. Ask your consultant.");
    const hosts = await hostsToMove(context, type, before, own, hostId);
    await lockHosts(context, [...hosts, ...(await hostIdsOf(context, id)).map((personId) => ({ personId }))]);
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
    await eachProgramme(attendees, (programme) => tellMoved(context, { session: moved, programme }));
    context.emit("scheduling.moved", { sessionId: id });
    return { id };
  },
});

/**
 * Cancels a session, or of a group one's own place in it, which goes to who waited longest. So late that the policy counts it, it is used all the same; a
 * consultant's cancellation never is.
 */
export const cancelSession = command({
  name: "scheduling.cancel",
  permission: "sessions:write",
  input: CancelInput,
  example: ({ sessionId }) => ({ id: sessionId, reason: "A funeral." }),
  async run(context, { id, reason }): Promise<{ id: string; counted: boolean }> {
    const seen = await loadSession(context, id, "sessions:write");
    const type = await typeById(context, seen.typeId, true);
    await lockHosts(
      context,
      (await hostIdsOf(context, id)).map((personId) => ({ personId })),
    );
    const before = await loadSession(context, id, "sessions:write", true);
    const attendees = await attendeesOf(context, id);
    const own = attendees.find(({ personId }) => personId === personIdOf(context.actor));
    const after = looksAfterAll(context, attendees);
    const counted = assertMayChange(context, before, type, "cancel", after);
    if (before.capacity > 1 && !after) {
      if (!own || own.state === "cancelled") throw new Refusal("state", "You have no place in this session.");
      await giveUp(context, [own], counted && own.state === "booked");
      await moveUp(context, before);
    } else {
      await giveUp(
        context,
        attendees.filter(({ state }) => state === "booked" || state === "waiting"),
        counted,
      );
      const cancelled = await store(context, before, {
        ...{ state: "cancelled", cancelledAt: context.now, cancelledBy: personIdOf(context.actor) },
        ...{ cancelReason: reason, sequence: before.sequence + 1 },
      });
      await context.tx.update(sessionHosts).set({ takes: false }).where(eq(sessionHosts.sessionId, id));
      await eachProgramme(attendees, (programme) => tellCancelled(context, { session: cancelled, programme }));
    }
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

/** Whether the actor looks after everybody in a session, and is none of them. */
const looksAfterAll = (context: CommandContext, attendees: readonly AttendeeRow[]): boolean =>
  looksAfter(context, attendees.find(({ personId }) => personId === personIdOf(context.actor))?.personId ?? null);

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
  session: SessionRow,
  own: AttendeeRow | undefined,
  hostId: string | undefined,
) {
  const present = (await hostIdsOf(context, session.id)).map((personId) => ({ personId, weight: 1 }));
  if (!hostId || type.hosting === "all") return present;
  const programme = own?.programmeId ? await loadProgramme(context, own.programmeId) : null;
  const possible = await possibleHosts(context, type, programme ?? { consultantId: present[0]!.personId });
  const chosen = [...possible, ...present].find(({ personId }) => personId === hostId);
  if (!chosen) throw new Refusal("invalid", "This person does not hold such sessions.", "hostId");
  return [chosen];
}

async function giveUp({ tx, now, record }: CommandContext, places: readonly AttendeeRow[], counted: boolean) {
  for (const { answersEncrypted: _, ...place } of places) {
    const given = { state: "cancelled", cancelledAt: now, counted, version: place.version + 1 };
    await tx.update(sessionAttendees).set(given).where(eq(sessionAttendees.id, place.id));
    record("session-attendee", place, { ...place, ...given });
  }
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
  record("session", before, after!);
  return after!;
}

/** For everybody who has a place or waits for one, by programme. */
async function eachProgramme(
  attendees: readonly AttendeeRow[],
  work: (programme: { id: string; executiveId: string }) => Promise<void>,
): Promise<void> {
  for (const { state, programmeId, personId } of attendees)
    if (programmeId && (state === "booked" || state === "waiting"))
      await work({ id: programmeId, executiveId: personId });
}
