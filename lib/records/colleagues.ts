import "server-only";
import { and, asc, eq, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import { people, roleAssignments, roles, teamMembers } from "@/db/schema/people";
import { may, type PersonActor } from "@/lib/platform/actor";
import type { QueryContext } from "@/lib/platform/operation";
import { combineGrants } from "@/lib/platform/permissions";
import { registry } from "@/lib/platform/registry";
import type { RecordReference } from "@/lib/records/schemas";

/** Looked at in one statement. */
const atOnce = 100;

/**
 * Who else reads the comments on a record: people of the organisation who may read comments, see this record, and are not the
 * person whom it is about. By name, without the actor.
 */
export async function readersOf(
  { tx, actor, organisation }: Pick<QueryContext, "tx" | "actor" | "organisation">,
  { entity, entityId }: RecordReference,
): Promise<Array<{ id: string; name: string; headline: string | null }>> {
  const kind = (await registry()).findRecord(entity);
  if (!kind) return [];
  const held = await tx
    .select({ person: people, grants: roles.grants })
    .from(people)
    .innerJoin(roleAssignments, and(eq(roleAssignments.personId, people.id), isNull(roleAssignments.deletedAt)))
    .innerJoin(roles, and(eq(roles.id, roleAssignments.roleId), isNull(roles.deletedAt)))
    .where(and(eq(people.status, "active"), isNull(people.deletedAt), isNotNull(people.userId)))
    .orderBy(asc(people.nameKey), asc(people.id));
  const teams = await tx
    .select({ personId: teamMembers.personId, teamId: teamMembers.teamId })
    .from(teamMembers)
    .where(isNull(teamMembers.deletedAt));
  const candidates = [...new Map(held.map(({ person }) => [person.id, person])).values()]
    .map((person) => ({
      person,
      as: {
        kind: "person",
        organisation,
        personId: person.id,
        userId: person.userId!,
        sessionId: "",
        name: person.name,
        photoFileId: person.photoFileId,
        roleNames: [],
        grants: combineGrants(held.filter((row) => row.person.id === person.id).map(({ grants }) => grants)),
        teamIds: teams.filter(({ personId }) => personId === person.id).map(({ teamId }) => teamId),
        locale: person.locale ?? organisation.locale,
        timeZone: person.timeZone ?? organisation.timeZone,
      } satisfies PersonActor,
    }))
    .filter(
      ({ person, as }) =>
        may(as, "comments:read") &&
        may(as, kind.permission) &&
        !(actor.kind === "person" && actor.personId === person.id),
    );
  const id = sql`${entityId}::uuid`;
  const seen = new Set<string>();
  for (let from = 0; from < candidates.length; from += atOnce) {
    const each = candidates.slice(from, from + atOnce).map(({ person, as }): SQL => {
      const other = kind.about ? sql` and ${kind.about(id)} is distinct from ${person.id}::uuid` : sql``;
      return sql`select ${person.id}::text as id where ${kind.visible(as, id)}${other}`;
    });
    const { rows } = (await tx.execute(sql.join(each, sql` union all `))) as unknown as { rows: Array<{ id: string }> };
    for (const row of rows) seen.add(row.id);
  }
  return candidates.flatMap(({ person: { id: personId, name, headline } }) =>
    seen.has(personId) ? [{ id: personId, name, headline }] : [],
  );
}
