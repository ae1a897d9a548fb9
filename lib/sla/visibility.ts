import "server-only";
import { eq, sql, type SQL } from "drizzle-orm";
import { slaClocks } from "@/db/schema/sla";
import { personIdOf, scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import type { Permission } from "@/lib/platform/permissions";

/** Which clocks an actor reaches with a permission: all, or those for which they answer. */
export function visibleClocks(actor: OrganisationActor, permission: Permission = "sla:read"): SQL {
  const scopes = scopesOf(actor, permission);
  if (scopes.has("all")) return sql`true`;
  const personId = personIdOf(actor);
  return personId && scopes.has("own") ? eq(slaClocks.responsibleId, personId) : sql`false`;
}
