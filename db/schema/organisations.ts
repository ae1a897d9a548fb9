import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgPolicy, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { appRole, backupRole, identityRole, moment, newId, sweepRole } from "@/db/tenant-table";

/** Free text against which a slug is checked: what stands in addresses. */
export const slugPattern = "^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$";

/** An organisation (tenant). Global: its own row is all that the application role sees of this table. */
export const organisations = pgTable(
  "organisations",
  {
    id: uuid().primaryKey().$defaultFn(newId),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    locale: text().notNull().default("en-GB"),
    timeZone: text().notNull().default("Europe/Zurich"),
    currency: text().notNull().default("CHF"),
    plan: text().notNull().default("free"),
    /** Keys of the modules that are switched on. */
    modules: text().array().notNull(),
    /** Limits that differ from the plan's, by limit key. */
    limits: jsonb().$type<Record<string, number>>().notNull().default({}),
    /** Branding and module settings, checked by the schema that reads them. */
    settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** The organisation's data key, wrapped by the master key: `version.nonce.ciphertext.tag`, base64url. */
    dataKey: text().notNull(),
    trialEndsAt: moment(),
    suspendedAt: moment(),
    suspendedReason: text(),
    demo: boolean().notNull().default(false),
  },
  (table) => [
    check("organisations_slug_check", sql`${table.slug} ~ '${sql.raw(slugPattern)}'`),
    check("organisations_plan_check", sql`${table.plan} in ('free', 'premium', 'enterprise')`),
    pgPolicy("own", { for: "all", to: appRole, using: sql`${table.id} = (select current_organisation())` }),
    pgPolicy("identity", { for: "all", to: identityRole, using: sql`true`, withCheck: sql`true` }),
    pgPolicy("sweep", { for: "select", to: sweepRole, using: sql`true` }),
    pgPolicy("backup", { for: "all", to: backupRole, using: sql`true`, withCheck: sql`true` }),
  ],
);
