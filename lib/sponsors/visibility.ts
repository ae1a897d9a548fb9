import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { sponsorContacts } from "@/db/schema/sponsors";
import { personIdOf, scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import type { Permission } from "@/lib/platform/permissions";

/**
 * Which companies an actor reaches with a permission, as a condition over the company's id: all, or those whose contact they
 * are. One condition for every query and list; asked anew with each, so that who is no contact any more sees nothing at once.
 */
export function visibleSponsors(actor: OrganisationActor, permission: Permission, sponsorId: SQL): SQL {
  const scopes = scopesOf(actor, permission);
  if (scopes.has("all")) return sql`true`;
  const personId = personIdOf(actor);
  if (!personId || !scopes.has("own")) return sql`false`;
  return sql`${sponsorId} in (select ${sponsorContacts.sponsorId} from ${sponsorContacts}
    where ${sponsorContacts.personId} = ${personId}::uuid and ${sponsorContacts.deletedAt} is null)`;
}
