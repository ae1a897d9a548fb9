import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { people, roleAssignments, roles } from "@/db/schema/people";

/** Who can be a company's contact, of a row of `people`: nobody who works here, is accompanied here, or has left. */
export const canBeContact: SQL = sql`(${people.status} <> 'deactivated' and ${people.deletedAt} is null
  and not exists (select 1 from ${roleAssignments} join ${roles} on ${roles.id} = ${roleAssignments.roleId}
    where ${roleAssignments.personId} = ${people.id} and ${roleAssignments.deletedAt} is null
      and ${roles.key} not in ('sponsor', 'customer')))`;
