import "server-only";
import { and, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { personIdOf, scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import type { Permission } from "@/lib/platform/permissions";

/**
 * Whose resumes and profile an actor reaches with a permission: the own, those of executives in the caseload or of the team's
 * programmes, or all.
 */
export function reachesPerson(actor: OrganisationActor, permission: Permission, personId: AnyPgColumn | SQL): SQL {
  const scopes = scopesOf(actor, permission);
  if (scopes.has("all")) return sql`true`;
  const mine = personIdOf(actor);
  if (!mine || actor.kind !== "person") return sql`false`;
  const cases: SQL[] = [];
  if (scopes.has("caseload")) cases.push(eq(programmes.consultantId, mine));
  if (scopes.has("team") && actor.teamIds.length > 0) cases.push(inArray(programmes.teamId, [...actor.teamIds]));
  const throughCase = cases.length
    ? sql`exists (select 1 from ${programmes} where ${programmes.executiveId} = ${personId}
             and ${and(isNull(programmes.deletedAt), or(...cases))})`
    : undefined;
  const own = scopes.has("own") ? sql`${personId} = ${mine}` : undefined;
  return or(own, throughCase) ?? sql`false`;
}

/** Whether there is such a person, and the actor reaches them. */
export async function mayReach(
  tx: Transaction,
  actor: OrganisationActor,
  permission: Permission,
  personId: string,
): Promise<boolean> {
  const result = (await tx.execute(
    sql`select 1 as found from ${people}
        where ${people.id} = ${personId} and ${reachesPerson(actor, permission, people.id)}`,
  )) as unknown as { rows: unknown[] };
  return result.rows.length > 0;
}
