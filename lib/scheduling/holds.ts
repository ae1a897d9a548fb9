import "server-only";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { scheduledSessions, sessionHosts } from "@/db/schema/scheduling";
import { personIdOf } from "@/lib/platform/actor";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { stretchOf } from "./book";
import type { SessionRow } from "./load";
import { moveSession, type SessionState } from "./rules/lifecycle";

/** What is held and booked: a kind of session at a moment. */
interface Kept {
  typeId: string;
  startsAt: Date;
}

/**
 * The time that the actor held for what they book now: the hold that they name, else whichever they have of it, as a page that was opened twice holds anew. One
 * that ran out may still be free: it is booked like any other then. What else they hold is given back.
 */
export async function takeHold(context: CommandContext, kept: Kept, holdId?: string): Promise<SessionRow | null> {
  const own = await holdsOf(context);
  const named = holdId ? await heldSession(context, holdId, kept) : null;
  const isThis = ({ typeId, startsAt, heldUntil }: SessionRow) =>
    typeId === kept.typeId && startsAt.getTime() === kept.startsAt.getTime() && heldUntil! > context.now;
  const taken = named ?? own.find(isThis) ?? null;
  await expireHold(context, ...own.map(({ id }) => id).filter((id) => id !== taken?.id));
  return taken;
}

/** What the actor holds is given back when they look at another time, or take one. */
export async function giveBackHolds(context: CommandContext): Promise<void> {
  await expireHold(context, ...(await holdsOf(context)).map(({ id }) => id));
}

/** All that the actor holds. */
async function holdsOf({ tx, actor }: CommandContext): Promise<SessionRow[]> {
  const personId = personIdOf(actor);
  if (!personId) return [];
  // What is held is little beside what was: it has an index of its own.
  const held = and(isNotNull(scheduledSessions.heldUntil), eq(scheduledSessions.state, "held"));
  return tx
    .select()
    .from(scheduledSessions)
    .where(and(held, eq(scheduledSessions.heldBy, personId)));
}

/** The hold of the actor that is named, as far as it can still be taken. */
export async function heldSession(
  { tx, actor, now }: CommandContext,
  id: string,
  { typeId, startsAt }: Kept,
): Promise<SessionRow | null> {
  const [row] = await tx.select().from(scheduledSessions).where(eq(scheduledSessions.id, id));
  const same = row && row.typeId === typeId && row.startsAt.getTime() === startsAt.getTime();
  if (!same || row.heldBy !== personIdOf(actor)) throw notFound("the time that was held");
  if (row.state === "expired") return null;
  const state = row.state as SessionState;
  const move = moveSession({ state, startsAt: row.startsAt, heldUntil: row.heldUntil }, "confirm", now);
  if (!move.allowed) throw new Refusal("state", move.why, "startsAt");
  return row;
}

/** Makes a session of a time that was held. */
export async function confirmHold(
  { tx, now, record, actor }: CommandContext,
  held: SessionRow,
  hostIds: readonly string[],
): Promise<SessionRow> {
  const booked = { state: "booked", heldUntil: null, bookedAt: now, bookedBy: personIdOf(actor) };
  const [row] = await tx
    .update(scheduledSessions)
    .set({ ...booked, version: held.version + 1, updatedAt: now })
    .where(and(eq(scheduledSessions.id, held.id), eq(scheduledSessions.state, "held")))
    .returning();
  if (!row) throw new Refusal("conflict", "This time was just booked or given back. Please choose again.", "startsAt");
  await tx.delete(sessionHosts).where(eq(sessionHosts.sessionId, held.id));
  await tx
    .insert(sessionHosts)
    .values(hostIds.map((personId) => ({ sessionId: held.id, personId, ...stretchOf(row) })));
  record("booked-session", null, row);
  return row;
}

/** Gives times back that were held; what was booked meanwhile stays as it is. */
export async function expireHold({ tx }: CommandContext, ...ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const over = await tx
    .update(scheduledSessions)
    .set({ state: "expired", heldUntil: null })
    .where(and(inArray(scheduledSessions.id, ids), eq(scheduledSessions.state, "held")))
    .returning({ id: scheduledSessions.id });
  const gone = over.map(({ id }) => id);
  if (gone.length > 0) await tx.update(sessionHosts).set({ takes: false }).where(inArray(sessionHosts.sessionId, gone));
}
