import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/**
 * A person in one organisation, whatever they are there: executive, consultant, contact, mentor, rater. The one row to
 * which all modules point. `userId` is set once the person can sign in.
 */
export const people = tenantTable(
  "people",
  {
    userId: uuid(),
    name: text().notNull(),
    /** Normalised for sorting and look-up. */
    nameKey: text().notNull(),
    /** How the person wants to be called in a greeting; the first word of the name otherwise. */
    calledName: text(),
    pronouns: text(),
    email: text(),
    emailKey: text(),
    phone: text(),
    headline: text(),
    location: text(),
    locale: text(),
    timeZone: text(),
    /** What a consultant works in: languages (two small letters, ISO 639) and industries. */
    languages: text().array().notNull().default([]),
    industries: text().array().notNull().default([]),
    photoFileId: uuid(),
    status: text().notNull().default("active"),
    deactivatedAt: moment(),
    /** Until when the link of the last invitation opens; null for who never got one. */
    invitationEndsAt: moment(),
    /** Channels by notification kind, `{ "task.due": { app: true, mail: false } }`; absent means the kind's default. */
    notificationChoices: jsonb().$type<Record<string, { app: boolean; mail: boolean }>>().notNull().default({}),
    /** Checklist and hints that were put away. */
    dismissed: text().array().notNull().default([]),
  },
  (table) => [
    check("people_status_check", sql`${table.status} in ('known', 'invited', 'active', 'deactivated')`),
    unique("people_organisation_id_email_key_key").on(table.organisationId, table.emailKey),
    unique("people_organisation_id_user_id_key").on(table.organisationId, table.userId),
    index("people_organisation_id_name_key_idx").on(table.organisationId, table.nameKey, table.id),
  ],
);

/** A role of the organisation: a set of permissions with scopes. Built-in ones are seeded; custom ones are copies. */
export const roles = tenantTable(
  "roles",
  {
    key: text().notNull(),
    name: text().notNull(),
    description: text().notNull().default(""),
    builtIn: boolean().notNull().default(false),
    /** `{ "programmes:read": ["caseload"] }` */
    grants: jsonb().$type<Record<string, string[]>>().notNull(),
  },
  (table) => [unique("roles_organisation_id_key_key").on(table.organisationId, table.key)],
);

export const roleAssignments = tenantTable(
  "role_assignments",
  { personId: uuid().notNull(), roleId: uuid().notNull() },
  (table) => [
    unique("role_assignments_organisation_id_person_id_role_id_key").on(
      table.organisationId,
      table.personId,
      table.roleId,
    ),
    index("role_assignments_organisation_id_role_id_idx").on(table.organisationId, table.roleId),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.roleId }, roles),
  ],
);

/** A workspace inside the organisation; records may be owned by one. */
export const teams = tenantTable("teams", { name: text().notNull(), nameKey: text().notNull() }, (table) => [
  unique("teams_organisation_id_name_key_key").on(table.organisationId, table.nameKey),
]);

export const teamMembers = tenantTable(
  "team_members",
  { teamId: uuid().notNull(), personId: uuid().notNull(), lead: boolean().notNull().default(false) },
  (table) => [
    unique("team_members_organisation_id_team_id_person_id_key").on(table.organisationId, table.teamId, table.personId),
    index("team_members_organisation_id_person_id_idx").on(table.organisationId, table.personId),
    belongsTo({ organisationId: table.organisationId, from: table.teamId }, teams),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);
