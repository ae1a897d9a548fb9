import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** A version of the organisation's competency framework. A published one never changes; at most one draft is in work. */
export const competencyFrameworks = tenantTable(
  "competency_frameworks",
  {
    number: integer().notNull(),
    state: text().notNull(),
    publishedAt: moment(),
    publishedPersonId: uuid(),
    /** What is new in it, in the words of who published it. */
    changes: text().notNull().default(""),
  },
  (table) => [
    check("competency_frameworks_state_check", sql`${table.state} in ('draft', 'published')`),
    unique("competency_frameworks_organisation_id_number_key").on(table.organisationId, table.number),
    uniqueIndex("competency_frameworks_one_draft_key")
      .on(table.organisationId, table.state)
      .where(sql`${table.state} = 'draft'`),
    belongsTo({ organisationId: table.organisationId, from: table.publishedPersonId }, people),
  ],
);

/** A competency of one version, with what one sees at each of its five levels. */
export const competencies = tenantTable(
  "competencies",
  {
    frameworkId: uuid().notNull(),
    /** The same in every version, whatever the competency is called there. */
    key: text().notNull(),
    cluster: text().notNull(),
    name: text().notNull(),
    description: text().notNull().default(""),
    levels: text().array().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    check("competencies_levels_check", sql`cardinality(${table.levels}) = 5`),
    unique("competencies_organisation_id_framework_id_key_key").on(table.organisationId, table.frameworkId, table.key),
    belongsTo({ organisationId: table.organisationId, from: table.frameworkId }, competencyFrameworks),
  ],
);

/** What a role asks for, by competency. Of the organisation, or made for one programme. */
export const roleProfiles = tenantTable(
  "role_profiles",
  {
    name: text().notNull(),
    /** Set: for this programme alone. */
    programmeId: uuid(),
    requirements: jsonb().$type<Record<string, { level: number; importance: number }>>().notNull(),
    archivedAt: moment(),
  },
  (table) => [
    index("role_profiles_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId),
    belongsTo({ organisationId: table.organisationId, from: table.programmeId }, programmes),
  ],
);

/** The role against which a programme's competencies are seen. */
export const programmeTargets = tenantTable(
  "programme_targets",
  { programmeId: uuid().notNull(), roleProfileId: uuid().notNull() },
  (table) => [
    unique("programme_targets_organisation_id_programme_id_key").on(table.organisationId, table.programmeId),
    belongsTo({ organisationId: table.organisationId, from: table.programmeId }, programmes),
    belongsTo({ organisationId: table.organisationId, from: table.roleProfileId }, roleProfiles),
  ],
);

/** People who know the executive's work are asked, by mail and without an account. Open until its deadline or until all have answered. */
export const competencyRounds = tenantTable(
  "competency_rounds",
  {
    programmeId: uuid().notNull(),
    frameworkId: uuid().notNull(),
    startedPersonId: uuid(),
    startedAt: moment().notNull(),
    /** The last day on which answers are taken, in the organisation's zone. */
    deadlineOn: date({ mode: "string" }).notNull(),
    closedAt: moment(),
    closedReason: text(),
  },
  (table) => [
    check("competency_rounds_closed_reason_check", sql`${table.closedReason} in ('complete', 'deadline', 'early')`),
    index("competency_rounds_organisation_id_programme_id_idx").on(
      table.organisationId,
      table.programmeId,
      table.startedAt,
    ),
    index("competency_rounds_open_due_idx")
      .on(table.organisationId, table.deadlineOn)
      .where(sql`${table.closedAt} is null`),
    belongsTo({ organisationId: table.organisationId, from: table.programmeId }, programmes),
    belongsTo({ organisationId: table.organisationId, from: table.frameworkId }, competencyFrameworks),
    belongsTo({ organisationId: table.organisationId, from: table.startedPersonId }, people),
  ],
);

/** Somebody who was asked in a round. No person of the organisation, no account: a name, an address, a link. */
export const competencyRaters = tenantTable(
  "competency_raters",
  {
    roundId: uuid().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    emailKey: text().notNull(),
    relation: text().notNull(),
    state: text().notNull().default("invited"),
    linkId: uuid(),
    /** When the mail a few days before the deadline went, and the one on the day before. */
    remindedSoonAt: moment(),
    remindedLastAt: moment(),
  },
  (table) => [
    check("competency_raters_relation_check", sql`${table.relation} in ('manager', 'peer', 'report', 'other')`),
    check("competency_raters_state_check", sql`${table.state} in ('invited', 'answered', 'declined')`),
    unique("competency_raters_organisation_id_round_id_email_key_key").on(
      table.organisationId,
      table.roundId,
      table.emailKey,
    ),
    belongsTo({ organisationId: table.organisationId, from: table.roundId }, competencyRounds),
  ],
);

/** One look at the executive: levels by competency, and words. Sealed. A draft until it is handed in; then it stays. */
export const competencyRatings = tenantTable(
  "competency_ratings",
  {
    programmeId: uuid().notNull(),
    frameworkId: uuid().notNull(),
    source: text().notNull(),
    /** Who rated; null for somebody who was asked in a round. */
    personId: uuid(),
    raterId: uuid(),
    answersEncrypted: text().notNull(),
    /** How many competencies have an answer, to say how far one is. */
    answered: integer().notNull().default(0),
    submittedAt: moment(),
  },
  (table) => [
    check("competency_ratings_source_check", sql`${table.source} in ('self', 'consultant', 'rater')`),
    check("competency_ratings_rater_check", sql`(${table.source} = 'rater') = (${table.raterId} is not null)`),
    index("competency_ratings_organisation_id_programme_id_idx").on(
      table.organisationId,
      table.programmeId,
      table.source,
      table.submittedAt,
    ),
    unique("competency_ratings_organisation_id_rater_id_key").on(table.organisationId, table.raterId),
    // One draft of each kind at a time.
    uniqueIndex("competency_ratings_one_draft_key")
      .on(table.organisationId, table.programmeId, table.source)
      .where(sql`${table.submittedAt} is null and ${table.raterId} is null`),
    belongsTo({ organisationId: table.organisationId, from: table.programmeId }, programmes),
    belongsTo({ organisationId: table.organisationId, from: table.frameworkId }, competencyFrameworks),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.raterId }, competencyRaters),
  ],
);
