import "server-only";
import { eq, inArray, or, sql, type AnyColumn, type SQL } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import { personIdOf, scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import type { Permission } from "@/lib/platform/permissions";

/**
 * Which programmes an actor reaches with a permission, as the one condition that every query and command of the module uses:
 * the own one as its executive, the caseload as its consultant, the team's, or all. `table` is where it is asked: programmes, or what
 * stands for them row by row.
 */
export function visibleProgrammes(
  actor: OrganisationActor,
  permission: Permission = "programmes:read",
  table: Record<"executiveId" | "consultantId" | "teamId", AnyColumn> = programmes,
): SQL {
  const scopes = scopesOf(actor, permission);
  if (scopes.has("all")) return sql`true`;
  const personId = personIdOf(actor);
  if (!personId || actor.kind !== "person") return sql`false`;
  const conditions: SQL[] = [];
  if (scopes.has("own")) conditions.push(eq(table.executiveId, personId));
  if (scopes.has("caseload")) conditions.push(eq(table.consultantId, personId));
  if (scopes.has("team") && actor.teamIds.length > 0) conditions.push(inArray(table.teamId, [...actor.teamIds]));
  return or(...conditions) ?? sql`false`;
}
