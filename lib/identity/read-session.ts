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
  theme: string;
  lastOrganisationId: string | null;
}

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
