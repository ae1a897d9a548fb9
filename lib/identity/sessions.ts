import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sessions } from "@/db/schema/identity";
import { newId } from "@/db/tenant-table";
import { endOfSession, type SessionLimits } from "@/lib/identity/session-rules";
import { env } from "@/lib/platform/env";

export type Session = typeof sessions.$inferSelect;

export const sessionLimits = (): SessionLimits => ({ idleHours: env.SESSION_IDLE_HOURS, days: env.SESSION_DAYS });

/** Opens a session for an account, in the identity role. */
export async function openSession(
  tx: Transaction,
  session: { userId: string; userAgent: string; address: string | null },
  now: Date,
): Promise<Session> {
  const [opened] = await tx
    .insert(sessions)
    .values({
      id: newId(),
      userId: session.userId,
      userAgent: session.userAgent.slice(0, 400),
      address: session.address ?? "",
      createdAt: now,
      lastSeenAt: now,
      expiresAt: endOfSession(now, sessionLimits()),
    })
    .returning();
  if (!opened) throw new Error("The session was not stored.");
  return opened;
}

/** Ends the sessions of an account, all or all but one. Returns the rows as they were and are, for the record. */
export async function endSessions(
  tx: Transaction,
  userId: string,
  reason: string,
  now: Date,
  but?: string,
): Promise<Array<{ before: Session; after: Session }>> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: now, revokedReason: reason })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        but === undefined ? undefined : ne(sessions.id, but),
      ),
    )
    .returning();
  return ended.map((after) => ({ before: { ...after, revokedAt: null, revokedReason: null }, after }));
}
