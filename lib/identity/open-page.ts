import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { acrossIdentity } from "@/db/across";
import { memberships, sessions, users } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { isLive } from "@/lib/identity/session-rules";
import { sessionLimits } from "@/lib/identity/sessions";
import { now as clock } from "@/lib/platform/clock";

/** Who the account is, in each organisation that it may enter. */
export function personsOf(userId: string) {
  return acrossIdentity((tx) =>
    tx
      .select({
        organisationId: memberships.organisationId,
        personId: memberships.personId,
        slug: organisations.slug,
      })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(eq(memberships.userId, userId), isNull(memberships.endedAt))),
  );
}

/** Whether a session still counts, without counting as its use: an open page does not keep anybody signed in. */
export async function stillCounts({ id, userId }: { id: string; userId: string }): Promise<boolean> {
  const [row] = await acrossIdentity((tx) =>
    tx
      .select({ session: sessions, disabledAt: users.disabledAt })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.id, id), eq(sessions.userId, userId))),
  );
  return row !== undefined && row.disabledAt === null && isLive(row.session, sessionLimits(), clock());
}
