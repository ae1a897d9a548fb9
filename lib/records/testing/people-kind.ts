import { sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import type { OrganisationActor } from "@/lib/platform/actor";
import type { RecordKind, Searchable } from "@/lib/platform/module";

/** People as a kind of record, for tests: an administrator sees everybody, everybody else only themselves. */
export const peopleKind: Searchable = {
  entity: "person",
  permission: "search:run",
  icon: "user",
  path: (id) => `/people/${id}`,
  about: (id) => id,
  fields: true,
  visible(actor: OrganisationActor, id) {
    if (actor.kind !== "person" || actor.grants.has("people:write"))
      return sql`exists (select 1 from people p where p.id = ${id} and p.deleted_at is null)`;
    return sql`${id} = ${actor.personId}::uuid`;
  },
  async documents(tx, after) {
    const rows = await tx
      .select({ entityId: people.id, title: people.name, body: people.email })
      .from(people)
      .where(after ? sql`${people.id} > ${after}` : undefined)
      .orderBy(people.id)
      .limit(5);
    return rows.map((row) => ({ ...row, body: row.body ?? "" }));
  },
};

/** Programmes, for tests: those who manage people see all of them, nobody else any. */
export const programmeKind: RecordKind = {
  entity: "programme",
  permission: "search:run",
  about: (id) => sql`(select executive_id from programmes where id = ${id})`,
  fields: true,
  visible: (actor, id) =>
    actor.kind !== "person" || actor.grants.has("people:write")
      ? sql`exists (select 1 from programmes p where p.id = ${id} and p.deleted_at is null)`
      : sql`false`,
};
