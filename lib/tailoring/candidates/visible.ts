import "server-only";
import { sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { programmes } from "@/db/schema/programmes";
import { candidates } from "@/db/schema/tailoring";
import { scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import type { Permission } from "@/lib/platform/permissions";
import { hasConsent } from "@/lib/programmes/consents";
import { reachesOwned } from "@/lib/tailoring/reach";

/** Candidates whom recruiters brought, by their people: none who is in a programme, where the consent alone counts. */
const brought = (
  actor: OrganisationActor,
  permission: Permission,
) => sql`select ${candidates.personId} from ${candidates}
  where ${candidates.deletedAt} is null
    and ${reachesOwned(actor, permission, { owner: candidates.ownerPersonId, team: candidates.teamId })}
    and not exists (select 1 from ${programmes}
      where ${programmes.executiveId} = ${candidates.personId} and ${programmes.deletedAt} is null)`;

/**
 * Whether an actor sees a person as a candidate: one whom recruiters brought, or an executive who lets recruiters read their resume at
 * this moment. Of an executive without that consent there is nothing to see.
 */
export function visibleCandidate(actor: OrganisationActor, personId: AnyPgColumn | SQL): SQL {
  const scopes = scopesOf(actor, "tailoring:read");
  // Executives are of no recruiter's own.
  const executives =
    scopes.has("all") || scopes.has("team")
      ? sql`union all select ${programmes.executiveId} from ${programmes}
          where ${programmes.deletedAt} is null and ${hasConsent("resume")}`
      : sql``;
  return sql`${personId} in (${brought(actor, "tailoring:read")} ${executives})`;
}

/** Whether an actor may change what stands about a candidate: only of those whom recruiters brought. */
export const changeableCandidate = (actor: OrganisationActor, personId: AnyPgColumn | SQL): SQL =>
  sql`${personId} in (${brought(actor, "tailoring:write")})`;
