import "server-only";
import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { scheduledSessions, sessionHosts } from "@/db/schema/scheduling";
import { expireHold } from "./holds";
import type { CommandContext } from "@/lib/platform/operation";

/**
 * Takes the calendars of some people until the transaction ends, in an order that is the same for everybody, so that two who want several of them
 * never wait for each other in a circle. What somebody held and did not book in time is given back first.
 *
 * Whoever books, moves or confirms comes through here: hundreds who want one time wait in line for a moment each, where the database's constraint alone makes
 * them stop one another.
 */
export async function lockHosts(context: CommandContext, hosts: readonly { personId: string }[]): Promise<void> {
  const { tx, now, organisation } = context;
  const ids = [...new Set(hosts.map(({ personId }) => personId))].sort();
  // One after the other, as they stand in the list.
  const keys = `{${ids.map((id) => `scheduling/${organisation.id}/${id}`).join()}}`;
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys}::text[]) with ordinality as locks(key, place)`,
  );
  const over = await tx
    .select({ id: scheduledSessions.id })
    .from(sessionHosts)
    .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionHosts.sessionId))
    .where(
      and(
        inArray(sessionHosts.personId, ids),
        eq(sessionHosts.takes, true),
        eq(scheduledSessions.state, "held"),
        lte(scheduledSessions.heldUntil, now),
      ),
    );
  await expireHold(context, ...new Set(over.map(({ id }) => id)));
}
