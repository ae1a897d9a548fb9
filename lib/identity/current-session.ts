import "server-only";
import { eq } from "drizzle-orm";
import { cache } from "react";
import { acrossIdentity } from "@/db/across";
import { sessions, users } from "@/db/schema/identity";
import { auth } from "@/lib/identity/auth";
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
  theme: string;
  lastOrganisationId: string | null;
}

/**
 * Who is signed in. The cookie only names the session; its row decides, so that a session that was ended, timed out or whose
 * account was closed counts no more at the next request. Read once per request.
 */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const named = (await auth()) as { sessionId?: unknown; userId?: unknown } | null;
  if (typeof named?.sessionId !== "string" || typeof named.userId !== "string") return null;
  return readSession(named.sessionId, named.userId);
});

/** The session of these ids if it is live; its use is written down, at most once a minute. */
export async function readSession(sessionId: string, userId: string, now = clock()): Promise<CurrentSession | null> {
  return acrossIdentity(async (tx) => {
    const [row] = await tx
      .select({ session: sessions, user: users })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(eq(sessions.id, sessionId));
    if (!row || row.user.id !== userId || row.user.disabledAt || !isLive(row.session, sessionLimits(), now))
      return null;
    if (isWorthTouching(row.session, now))
      await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId));
    const { name, email, operator, theme, lastOrganisationId } = row.user;
    return { id: sessionId, userId, name, email, operator, theme, lastOrganisationId };
  });
}
