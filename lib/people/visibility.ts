import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { people, teamMembers } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { scopesOf, type OrganisationActor } from "@/lib/platform/actor";

/**
 * Which people an actor sees, as the one condition of the module: oneself, the executives of the own caseload, the members of
 * the own teams, or everybody. Reports follow with the organisation chart; until there is one the scope reaches nobody.
 * `id` is the person's id in the outer query.
 */
export function visiblePeople(actor: OrganisationActor, id: SQL = sql`${people.id}`): SQL {
  const scopes = scopesOf(actor, "people:read");
  if (scopes.has("all")) return sql`true`;
  if (actor.kind !== "person") return sql`false`;
  const me = sql`${actor.personId}::uuid`;
  const ways: SQL[] = [];
  if (scopes.has("own")) ways.push(sql`${id} = ${me}`);
  if (scopes.has("caseload"))
    ways.push(sql`${id} in (select ${programmes.executiveId} from ${programmes}
      where ${programmes.consultantId} = ${me} and ${programmes.deletedAt} is null)`);
  if (scopes.has("team") && actor.teamIds.length > 0)
    ways.push(sql`${id} in (select ${teamMembers.personId} from ${teamMembers}
      where ${teamMembers.deletedAt} is null and ${teamMembers.teamId} in (${sql.join(
        actor.teamIds.map((team) => sql`${team}::uuid`),
        sql`, `,
      )}))`);
  return ways.length > 0 ? sql`(${sql.join(ways, sql` or `)})` : sql`false`;
}
