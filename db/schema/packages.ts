import { sql } from "drizzle-orm";
import { boolean, check, index, integer, numeric, text, unique, uuid } from "drizzle-orm/pg-core";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** Hours to a quarter. */
export const plannedHours = () => numeric({ precision: 6, scale: 2, mode: "number" }).notNull().default(0);

/** What a sponsor buys: phases, tasks, how long, and how it ends. */
export const packages = tenantTable(
  "packages",
  {
    name: text().notNull(),
    nameKey: text().notNull(),
    description: text().notNull().default(""),
    /** How long a programme runs, in months from its activation. */
    months: integer().notNull(),
    /** `time`: runs its months whatever happens. `landing`: ends when the executive lands. */
    endsBy: text().notNull().default("landing"),
    archivedAt: moment(),
  },
  (table) => [
    check("packages_months_check", sql`${table.months} between 1 and 60`),
    check("packages_ends_by_check", sql`${table.endsBy} in ('time', 'landing')`),
    unique("packages_organisation_id_name_key_key").on(table.organisationId, table.nameKey),
  ],
);

export const packagePhases = tenantTable(
  "package_phases",
  {
    packageId: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    /** How long executives usually stay in it, in days; longer counts as stalled. */
    usualDays: integer().notNull(),
  },
  (table) => [
    unique("package_phases_organisation_id_package_id_position_key").on(
      table.organisationId,
      table.packageId,
      table.position,
    ),
    belongsTo({ organisationId: table.organisationId, from: table.packageId }, packages),
  ],
);

export const packageTasks = tenantTable(
  "package_tasks",
  {
    phaseId: uuid().notNull(),
    title: text().notNull(),
    details: text().notNull().default(""),
    owner: text().notNull(),
    /** Business days after the phase begins. */
    dueInDays: integer(),
    mandatory: boolean().notNull().default(true),
    evidence: text().notNull().default("none"),
    /** How many hours it usually takes its owner; 0 where nobody planned any. */
    plannedHours: plannedHours(),
    /** Who signs that it is done, besides its owner. */
    signOff: text().notNull().default("none"),
    position: integer().notNull(),
  },
  (table) => [
    check("package_tasks_owner_check", sql`${table.owner} in ('executive', 'consultant')`),
    check("package_tasks_evidence_check", sql`${table.evidence} in ('none', 'text', 'file')`),
    check("package_tasks_sign_off_check", sql`${table.signOff} in ('none', 'consultant', 'executive', 'both')`),
    index("package_tasks_organisation_id_phase_id_idx").on(table.organisationId, table.phaseId, table.position),
    belongsTo({ organisationId: table.organisationId, from: table.phaseId }, packagePhases),
  ],
);

/** The kinds of sessions, as a list for checks. */
export const sessionKinds = sql`('intake', 'coaching', 'resume-review', 'interview-practice', 'networking-clinic', 'workshop')`;

/** How many sessions of a kind come with a package. */
export const packageEntitlements = tenantTable(
  "package_entitlements",
  { packageId: uuid().notNull(), kind: text().notNull(), sessions: integer().notNull() },
  (table) => [
    check("package_entitlements_kind_check", sql`${table.kind} in ${sessionKinds}`),
    check("package_entitlements_sessions_check", sql`${table.sessions} between 1 and 500`),
    unique("package_entitlements_key").on(table.organisationId, table.packageId, table.kind),
    belongsTo({ organisationId: table.organisationId, from: table.packageId }, packages),
  ],
);
