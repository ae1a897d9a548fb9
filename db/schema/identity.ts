import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgPolicy, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { appRole, backupRole, identityRole, moment, newId } from "@/db/tenant-table";
import { organisations } from "@/db/schema/organisations";

/*
 * Who signs in. Global, because one person may work in several organisations. The application role reads none of it but
 * the signed-in person's own memberships and sessions; everything else happens in the identity role (db/across.ts).
 */

const identityPolicies = () => [
  pgPolicy("identity", { for: "all", to: identityRole, using: sql`true`, withCheck: sql`true` }),
  pgPolicy("backup", { for: "all", to: backupRole, using: sql`true`, withCheck: sql`true` }),
];

/** An account: the mail address and password with which a person signs in. */
export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey().$defaultFn(newId),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    /** As typed. */
    email: text().notNull(),
    /** Normalised for look-up; never searched by `lower()`. */
    emailKey: text().notNull().unique(),
    name: text().notNull(),
    /** argon2id, PHC string; null until the first password is set. */
    passwordHash: text(),
    emailVerifiedAt: moment(),
    /** Runs the installation: lists and makes organisations, never reads their data. */
    operator: boolean().notNull().default(false),
    /** The organisation opened last, where a sign-in without an address leads. */
    lastOrganisationId: uuid(),
    theme: text({ enum: ["system", "light", "dark"] })
      .notNull()
      .default("system"),
    disabledAt: moment(),
  },
  (table) => [
    check("users_theme_check", sql`${table.theme} in ('system', 'light', 'dark')`),
    pgPolicy("self", { for: "select", to: appRole, using: sql`${table.id} = (select current_account())` }),
    ...identityPolicies(),
  ],
);

/** One signed-in browser. The cookie holds only its id; the row decides whether it still counts. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().$defaultFn(newId),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
    lastSeenAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    revokedReason: text(),
    userAgent: text().notNull().default(""),
    address: text().notNull().default(""),
  },
  (table) => [
    index("sessions_user_id_idx").on(table.userId),
    pgPolicy("self", { for: "select", to: appRole, using: sql`${table.userId} = (select current_account())` }),
    ...identityPolicies(),
  ],
);

/** That an account belongs to an organisation, as which person, and whether it may enter. */
export const memberships = pgTable(
  "memberships",
  {
    id: uuid().primaryKey().$defaultFn(newId),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    personId: uuid().notNull(),
    createdAt: moment().notNull().defaultNow(),
    endedAt: moment(),
  },
  (table) => [
    unique("memberships_organisation_id_user_id_key").on(table.organisationId, table.userId),
    index("memberships_user_id_idx").on(table.userId),
    pgPolicy("own", {
      for: "all",
      to: appRole,
      using: sql`${table.organisationId} = (select current_organisation())`,
    }),
    ...identityPolicies(),
  ],
);

/** A link that was mailed: verify an address, set a new password, accept an invitation. Only its hash is stored. */
export const links = pgTable(
  "links",
  {
    id: uuid().primaryKey().$defaultFn(newId),
    createdAt: moment().notNull().defaultNow(),
    kind: text().notNull(),
    /** SHA-256 of the token, hex. */
    tokenHash: text().notNull().unique(),
    userId: uuid().references(() => users.id),
    organisationId: uuid().references(() => organisations.id),
    personId: uuid(),
    email: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    revokedAt: moment(),
  },
  (table) => [
    check("links_kind_check", sql`${table.kind} in ('verify', 'reset', 'invitation', 'change-email', 'feedback')`),
    index("links_organisation_id_person_id_idx").on(table.organisationId, table.personId),
    ...identityPolicies(),
  ],
);

/** Counters of a window in time, by what is limited ("sign-in", "address:…"). */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    windowEndsAt: moment().notNull(),
  },
  (table) => [index("rate_limits_window_ends_at_idx").on(table.windowEndsAt), ...identityPolicies()],
);

/** What happened to accounts and to the installation: sign-ins, refusals, operator's doings. Append-only. */
export const installationEvents = pgTable(
  "installation_events",
  {
    id: uuid().primaryKey().$defaultFn(newId),
    at: moment().notNull(),
    operation: text().notNull(),
    entity: text().notNull(),
    entityId: uuid(),
    actorUserId: uuid(),
    organisationId: uuid(),
    requestId: text(),
    address: text(),
    difference: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [
    index("installation_events_at_idx").on(table.at),
    index("installation_events_entity_idx").on(table.entity, table.entityId),
    ...identityPolicies(),
  ],
);
