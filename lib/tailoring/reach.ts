import "server-only";
import { sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { personIdOf, scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import type { Permission } from "@/lib/platform/permissions";
import { Refusal } from "@/lib/platform/refusal";

/** Of whom a record is: who looks after it, and the team to which it belongs (null: the whole organisation). */
interface Ownership {
  owner: AnyPgColumn | SQL;
  team: AnyPgColumn | SQL;
}

/**
 * Which records of recruiting an actor reaches with a permission: those that they look after; with `team` those of their teams and
 * those that belong to no team; or all.
 */
export function reachesOwned(actor: OrganisationActor, permission: Permission, { owner, team }: Ownership): SQL {
  const scopes = scopesOf(actor, permission);
  if (scopes.has("all")) return sql`true`;
  const me = personIdOf(actor);
  if (!me || actor.kind !== "person" || scopes.size === 0) return sql`false`;
  const ways = [sql`${owner} = ${me}::uuid`];
  if (scopes.has("team")) {
    ways.push(sql`${team} is null`);
    if (actor.teamIds.length > 0)
      ways.push(sql`${team} = any(string_to_array(${actor.teamIds.join(",")}, ',')::uuid[])`);
  }
  return sql`(${sql.join(ways, sql` or `)})`;
}

/** Refuses a team of which the actor is not, unless they reach all. Empty means the whole organisation. */
export function assertOwnTeam(
  actor: OrganisationActor,
  permission: Permission,
  teamId: string | undefined,
): string | null {
  if (!teamId) return null;
  if (scopesOf(actor, permission).has("all") || (actor.kind === "person" && actor.teamIds.includes(teamId)))
    return teamId;
  throw new Refusal("invalid", "Choose a team of your own.", "teamId");
}
