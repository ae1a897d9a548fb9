import "server-only";
import { eq } from "drizzle-orm";
import { sessionAttendees, sessionHosts } from "@/db/schema/scheduling";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { loadProgramme } from "@/lib/programmes/load";
import { assertBookable } from "../asked-for";
import { entitlementOf, looksAfter, placeAt, told } from "../book";
import {
  attendeesOf,
  hostIdsOf,
  loadSession,
  typeById,
  type AttendeeRow,
  type SessionRow,
  type TypeRow,
} from "../load";
import { giveBackHolds } from "../holds";
import { lockHosts } from "../lock-hosts";
import { moveUp } from "../move-up";
import { mayChange } from "../rules/change-policy";
import { CancelInput, MoveInput } from "../schemas";
import { movedOf, storeMove, storeSession } from "../store-session";
import { tellCancelled, tellLeft, tellMoved } from "../tell";
import { toMove } from "../to-move";

/** Where a session stood before it was moved, to put it back there. */
interface Moved {
  id: string;
  version: number;
  /** When it began and ended before. */
  beganAt: string;
  endedAt: string;
  /** Who held it, where that is somebody else now. */
  hostId: string | null;
  /** So late that the time before counts as used. */
  counted: boolean;
}

/** Another time for a session that is booked, with the same or another host, or another length. A group is moved by who looks after it. */
export const moveSession = command({
  name: "scheduling.move",
  permission: "sessions:write",
  input: MoveInput,
  example: ({ sessionId }) => ({ id: sessionId, expectedVersion: 1, startsAt: "2026-11-26T13:00:00Z" }),
  // What counts as used is not had back by moving it once more: that would count again.
  undo: (_input, { id, version, beganAt, endedAt, hostId, counted }: Moved) =>
    counted
      ? null
      : {
          operation: "scheduling.move",
          input: {
            ...{ id, expectedVersion: version, startsAt: beganAt, endsAt: endedAt, anyway: true },
            ...(hostId ? { hostId } : {}),
          },
        },
  async run(context, { id, expectedVersion, startsAt, endsAt, hostId, anyway = false }): Promise<Moved> {
    const asked = await toMove(context, id, "sessions:write", hostId);
    const { session: before, offered, type, attendees, hostIds, hosts, own, programme } = asked;
    const runs = runsSession(context, before, hostIds, attendees);
    const length = endsAt ? (endsAt.getTime() - startsAt.getTime()) / 60_000 : type.lengthMinutes;
    if (length !== type.lengthMinutes && !runs)
      throw new Refusal("forbidden", "How long a session takes is for who holds it.", "endsAt");
    type.lengthMinutes = length;
    if (before.capacity > 1 && !runs)
      throw new Refusal("forbidden", "A group is moved by who holds it. You can give up your place.");
    const late = assertMayChange(context, before, offered, "reschedule", runs);
    if (programme) assertBookable(programme);
    await lockHosts(context, [...hosts, ...asHosts(hostIds), ...(own ? [{ personId: own.personId }] : [])]);
    const locked = await loadSession(context, id, "sessions:write", true);
    assertVersion(locked, expectedVersion, "this session");
    await giveBackHolds(context);
    // A group keeps its places; where it lies on somebody's other session they see so.
    const wanted = { type, hosts, attendeeId: own?.personId ?? null, startsAt, anyway: anyway && runs, except: id };
    // A series reaches as far ahead as it was booked.
    const found = await placeAt(context, { ...wanted, farAhead: runs && before.seriesId !== null });
    if (found.joins) throw new Refusal("conflict", "Another session of this kind begins then.", "startsAt");
    if (late && own) await countLateMove(context, own, before.kind);
    const moved = await storeMove(context, locked, { startsAt, ...found });
    const former = hostIds.filter((personId) => !found.hostIds.includes(personId));
    await tellMoved(context, moved, former);
    context.emit("scheduling.moved", { sessionId: id });
    return {
      ...{ id, version: moved.version },
      ...{ beganAt: before.startsAt.toISOString(), endedAt: before.endsAt.toISOString() },
      hostId: former.length === 1 ? former[0]! : null,
      counted: late && own !== null,
    };
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
    const cancelled = await storeSession(context, before, {
      ...{ state: "cancelled", cancelledAt: context.now, cancelledBy: personIdOf(context.actor) },
      ...{ cancelReason: reason, sequence: before.sequence + 1 },
    });
    await context.tx.update(sessionHosts).set({ takes: false }).where(eq(sessionHosts.sessionId, id));
    await tellCancelled(context, cancelled, attendees);
    context.emit("scheduling.cancelled", { sessionId: id });
    return { id, counted };
  },
});

const asHosts = (ids: readonly string[]) => ids.map((personId) => ({ personId }));

/**
 * Whether the actor runs a session rather than takes part in it: who looks after the one executive of a conversation, who holds a group, or who looks after all
 * there is; never who takes part.
 */
export function runsSession(
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
  await tellLeft(context, session, place);
  await moveUp(context, session);
  return counted;
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

/** A session moved so late that the policy counts it: the time before is used, and the other besides, if one is left for it. */
async function countLateMove(context: CommandContext, place: AttendeeRow, kind: string): Promise<void> {
  if (place.programmeId && (await entitlementOf(context, place.programmeId, kind)).left < 1)
    throw new Refusal(
      "limit",
      "Moved now, this session counts as used, and no other one is left. Ask your consultant.",
    );
  const given = { lateMoves: place.lateMoves + 1, version: place.version + 1, updatedAt: context.now };
  await context.tx.update(sessionAttendees).set(given).where(eq(sessionAttendees.id, place.id));
  context.record("session-attendee", told(place), told({ ...place, ...given }));
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
