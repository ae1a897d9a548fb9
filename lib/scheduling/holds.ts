import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { scheduledSessions, sessionHosts } from "@/db/schema/scheduling";
import { personIdOf } from "@/lib/platform/actor";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { stretchOf } from "./book";
import type { SessionRow } from "./load";
import { moveSession, type SessionState } from "./rules/lifecycle";

/** The time that somebody held for what they book now. One that ran out may still be free: it is booked like any other then. */
export async function heldSession(
  { tx, actor, now }: CommandContext,
  id: string,
  { typeId, startsAt }: { typeId: string; startsAt: Date },
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

/** What a person holds is given back when they look at another time. */
export async function giveBackHolds(context: CommandContext, personId: string): Promise<void> {
  const held = await context.tx
    .select({ id: scheduledSessions.id })
    .from(scheduledSessions)
    .where(and(eq(scheduledSessions.heldBy, personId), eq(scheduledSessions.state, "held")));
  await expireHold(context, ...held.map(({ id }) => id));
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
