import "server-only";
import { inArray, sql } from "drizzle-orm";
import { people, roleAssignments, roles, teamMembers } from "@/db/schema/people";
import { visiblePeople } from "@/lib/people/visibility";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";

export const personStatuses = ["active", "invited", "known", "deactivated"] as const;

const rolesOf = sql`(select coalesce(array_agg(${roles.name} order by ${roles.name}), '{}') from ${roleAssignments}
  join ${roles} on ${roles.id} = ${roleAssignments.roleId} and ${roles.deletedAt} is null
  where ${roleAssignments.personId} = ${people.id} and ${roleAssignments.deletedAt} is null)`;

/** Everybody whom the organisation knows, as far as the actor sees them. */
export const peopleList = list({
  name: "people.list",
  permission: "people:read",
  key: sql`${people.id}`,
  defaultSort: { column: "name", descending: false },
  columns: [
    {
      key: "name",
      kind: "person",
      sortable: true,
      second: "headline",
      value: sql`${people.name}`,
      sort: { by: sql`${people.nameKey}` },
    },
    { key: "headline", kind: "text", defaultVisible: false, value: sql`${people.headline}` },
    { key: "roles", kind: "text", value: sql`array_to_string(${rolesOf}, ', ')` },
    { key: "email", kind: "text", value: sql`${people.email}` },
    { key: "phone", kind: "text", defaultVisible: false, value: sql`${people.phone}` },
    { key: "location", kind: "text", defaultVisible: false, value: sql`${people.location}` },
    { key: "added", kind: "datetime", sortable: true, defaultVisible: false, value: sql`${people.createdAt}` },
    { key: "status", kind: "status", value: sql`${people.status}` },
  ],
  text: [sql`${people.nameKey}`, sql`${people.emailKey}`],
  filters: [
    {
      key: "status",
      kind: "choice",
      options: personStatuses,
      condition: (value) => inArray(people.status, readChoice(value)),
    },
    {
      key: "invitationOver",
      kind: "boolean",
      condition: (value, { now }) => {
        const over = sql`(${people.status} = 'invited' and ${people.invitationEndsAt} <= ${now.toISOString()}::timestamptz)`;
        return value === "yes" ? over : value === "no" ? sql`${over} is not true` : undefined;
      },
    },
    {
      key: "role",
      kind: "choice",
      condition: (value) =>
        sql`exists (select 1 from ${roleAssignments} join ${roles} on ${roles.id} = ${roleAssignments.roleId}
            where ${roleAssignments.personId} = ${people.id} and ${roles.deletedAt} is null and ${roleAssignments.deletedAt} is null
              and ${inArray(roles.key, readChoice(value))})`,
    },
    {
      key: "team",
      kind: "choice",
      condition: (value) =>
        sql`exists (select 1 from ${teamMembers}
            where ${teamMembers.personId} = ${people.id} and ${teamMembers.deletedAt} is null
              and ${inArray(sql`${teamMembers.teamId}::text`, readChoice(value))})`,
    },
  ],
  source: ({ actor }) => ({
    from: sql`${people}`,
    where: sql`${people.deletedAt} is null and ${visiblePeople(actor)}`,
  }),
  fields: { entity: "person", id: sql`${people.id}`, about: sql`${people.id}` },
  href: (id) => `/people/${id}`,
});
