import "server-only";
import { and, eq, sql, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { aftercareChecks, landings } from "@/db/schema/landings";
import { people, roleAssignments, roles } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { Refusal } from "@/lib/platform/refusal";

/** Whether a role lets who holds it look after programmes of their own. */
export const looksAfter = (grants: Readonly<Record<string, readonly string[]>>): boolean =>
  grants["programmes:write"]?.includes("caseload") ?? false;

/** The same in SQL, of a row of `people`: active, and holding such a role. */
export const isConsultant: SQL = sql`(${people.status} = 'active' and ${people.deletedAt} is null
  and exists (select 1 from ${roleAssignments} join ${roles} on ${roles.id} = ${roleAssignments.roleId}
    where ${roleAssignments.personId} = ${people.id} and ${roleAssignments.deletedAt} is null
      and ${roles.deletedAt} is null and ${roles.grants} -> 'programmes:write' ? 'caseload'))`;

/** Whether somebody is still to ask how a landing holds, of a row of `programmes`: then it is looked after, though it has ended. */
export const hasOpenCheckIns: SQL = sql`exists (select 1 from ${aftercareChecks}
  join ${landings} on ${landings.id} = ${aftercareChecks.landingId}
  where ${aftercareChecks.programmeId} = ${programmes.id} and ${aftercareChecks.doneAt} is null
    and ${aftercareChecks.deletedAt} is null and ${landings.fellThroughAt} is null)`;

/** Refuses, at a field, whoever cannot look after programmes here. */
export async function assertConsultant(tx: Transaction, personId: string, field: string): Promise<void> {
  const [found] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isConsultant));
  if (!found) throw new Refusal("invalid", "Choose a consultant of this organisation.", field);
}
