import "server-only";
import { and, eq, isNull, notInArray, or, sql, type SQL } from "drizzle-orm";
import { scheduledSessions, sessionAttendees, sessionHosts, sessionTypes } from "@/db/schema/scheduling";
import { programmes } from "@/db/schema/programmes";
import { personIdOf, scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import type { QueryContext } from "@/lib/platform/operation";
import type { Permission } from "@/lib/platform/permissions";
import { notFound } from "@/lib/platform/refusal";

export type SessionRow = typeof scheduledSessions.$inferSelect;
export type TypeRow = typeof sessionTypes.$inferSelect;
export type AttendeeRow = typeof sessionAttendees.$inferSelect;

/** A type that was not taken away; one that is offered no more where `archived`. */
export async function typeById({ tx }: Pick<QueryContext, "tx">, id: string, archived = false): Promise<TypeRow> {
  const [row] = await tx
    .select()
    .from(sessionTypes)
    .where(
      and(
        eq(sessionTypes.id, id),
        isNull(sessionTypes.deletedAt),
        archived ? undefined : isNull(sessionTypes.archivedAt),
      ),
    );
  if (!row) throw notFound("this kind of session");
  return row;
}

/**
 * Which sessions an actor reaches with a permission, as the one condition that every query and command of the module uses: those in which they take
 * part, those that they hold or that belong to their caseload, or all.
 */
export function visibleSessions(actor: OrganisationActor, permission: Permission = "sessions:read"): SQL {
  const scopes = scopesOf(actor, permission);
  if (scopes.has("all")) return sql`true`;
  const personId = personIdOf(actor);
  if (!personId) return sql`false`;
  const conditions: SQL[] = [];
  if (scopes.has("own"))
    conditions.push(sql`exists (select from ${sessionAttendees} where ${sessionAttendees.sessionId} = ${scheduledSessions.id}
      and ${sessionAttendees.personId} = ${personId})`);
  if (scopes.has("caseload"))
    conditions.push(
      sql`exists (select from ${sessionHosts} where ${sessionHosts.sessionId} = ${scheduledSessions.id}
        and ${sessionHosts.personId} = ${personId})`,
      sql`exists (select from ${sessionAttendees} join ${programmes} on ${programmes.id} = ${sessionAttendees.programmeId}
        where ${sessionAttendees.sessionId} = ${scheduledSessions.id} and ${programmes.consultantId} = ${personId})`,
    );
  return or(...conditions) ?? sql`false`;
}

/** A session that the actor may see with a permission; unknown and not allowed look the same. Held until the transaction ends where `lock`. */
export async function loadSession(
  { tx, actor }: Pick<QueryContext, "tx" | "actor">,
  id: string,
  permission: Permission,
  lock = false,
): Promise<SessionRow> {
  const found = tx
    .select()
    .from(scheduledSessions)
    .where(
      and(
        eq(scheduledSessions.id, id),
        isNull(scheduledSessions.deletedAt),
        // A time that is only held is nobody's session yet.
        notInArray(scheduledSessions.state, ["held", "expired"]),
        visibleSessions(actor, permission),
      ),
    );
  const [row] = await (lock ? found.for("update") : found);
  if (!row) throw notFound("this session");
  return row;
}

/** Who holds a session, by person. */
export async function hostIdsOf({ tx }: Pick<QueryContext, "tx">, sessionId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: sessionHosts.personId })
    .from(sessionHosts)
    .where(and(eq(sessionHosts.sessionId, sessionId), isNull(sessionHosts.deletedAt)))
    .orderBy(sessionHosts.personId);
  return rows.map(({ id }) => id);
}

/** Who takes part, waits, or gave up their place. */
export const attendeesOf = ({ tx }: Pick<QueryContext, "tx">, sessionId: string): Promise<AttendeeRow[]> =>
  tx
    .select()
    .from(sessionAttendees)
    .where(eq(sessionAttendees.sessionId, sessionId))
    .orderBy(sessionAttendees.joinedAt, sessionAttendees.id);
