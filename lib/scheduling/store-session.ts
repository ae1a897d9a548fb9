import "server-only";
import { eq } from "drizzle-orm";
import { scheduledSessions, sessionHosts } from "@/db/schema/scheduling";
import type { CommandContext } from "@/lib/platform/operation";
import { stretchOf } from "./book";
import type { SessionRow } from "./load";
import type { SessionState } from "./rules/lifecycle";

/** A session as the rules of its life know it. */
export const movedOf = ({ state, startsAt, heldUntil }: SessionRow) => ({
  ...{ state: state as SessionState, startsAt, heldUntil },
});

/** Stores a change of a session and writes it down. */
export async function storeSession(
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

/** Stores when a session is held from now on, and by whom. The hosts are locked by the caller. */
export async function storeMove(
  context: CommandContext,
  before: SessionRow,
  { startsAt, endsAt, hostIds }: { startsAt: Date; endsAt: Date; hostIds: readonly string[] },
): Promise<SessionRow> {
  const { id, sequence } = before;
  const moved = await storeSession(context, before, { startsAt, endsAt, sequence: sequence + 1 });
  await context.tx.delete(sessionHosts).where(eq(sessionHosts.sessionId, id));
  const takes = stretchOf(moved);
  await context.tx.insert(sessionHosts).values(hostIds.map((personId) => ({ sessionId: id, personId, ...takes })));
  return moved;
}
