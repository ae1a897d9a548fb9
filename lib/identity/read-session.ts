import "server-only";
import { eq } from "drizzle-orm";
import { acrossIdentity } from "@/db/across";
import { sessions, users } from "@/db/schema/identity";
import { isLive, isWorthTouching } from "@/lib/identity/session-rules";
import { sessionLimits } from "@/lib/identity/sessions";
import { now as clock } from "@/lib/platform/clock";

/** The signed-in account of this request. */
export interface CurrentSession {
  id: string;
  userId: string;
  name: string;
  email: string;
  operator: boolean;
  theme: (typeof users.$inferSelect)["theme"];
  lastOrganisationId: string | null;
}

/** What `liveSession` decides by, for statements that read it along with more. */
export const sessionColumns = {
  session: {
    id: sessions.id,
    lastSeenAt: sessions.lastSeenAt,
    expiresAt: sessions.expiresAt,
    revokedAt: sessions.revokedAt,
  },
  user: {
    id: users.id,
    name: users.name,
    email: users.email,
    operator: users.operator,
    theme: users.theme,
    lastOrganisationId: users.lastOrganisationId,
    disabledAt: users.disabledAt,
  },
};

interface SessionRow {
  session: Pick<typeof sessions.$inferSelect, "id" | "lastSeenAt" | "expiresAt" | "revokedAt">;
  user: Omit<CurrentSession, "userId"> & { disabledAt: Date | null };
}

/** The session of a row if it is the account's and counts: not ended, not timed out, the account not closed. */
export function liveSession(row: SessionRow | undefined, userId: string, now: Date): CurrentSession | null {
  if (!row || row.user.id !== userId || row.user.disabledAt || !isLive(row.session, sessionLimits(), now)) return null;
  const { name, email, operator, theme, lastOrganisationId } = row.user;
  return { id: row.session.id, userId, name, email, operator, theme, lastOrganisationId };
}

/** The session of these ids if it is live; its use is written down, at most once a minute. */
export async function readSession(sessionId: string, userId: string, now = clock()): Promise<CurrentSession | null> {
  return acrossIdentity(async (tx) => {
    const [row] = await tx
      .select(sessionColumns)
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(eq(sessions.id, sessionId));
    const live = liveSession(row, userId, now);
    if (row && live && isWorthTouching(row.session, now))
      await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId));
    return live;
  });
}

/** Writes down that a session is used, where it was read without. */
export async function touchSession(sessionId: string, now: Date): Promise<void> {
  await acrossIdentity((tx) => tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId)));
}
