import { sql } from "drizzle-orm";
import { bigint, boolean, check, date, index, integer, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people, teams } from "@/db/schema/people";
import { resumes } from "@/db/schema/resumes";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** Somebody whom a client looks for: what a vendor's mail or a call said of it, and where it stands. */
export const requirements = tenantTable(
  "requirements",
  {
    title: text().notNull(),
    titleKey: text().notNull(),
    clientName: text().notNull().default(""),
    clientKey: text().notNull().default(""),
    /** Who stands between: the agency or prime vendor, and whom one writes to there. */
    vendorName: text().notNull().default(""),
    vendorContact: text().notNull().default(""),
    vendorEmail: text().notNull().default(""),
    vendorPhone: text().notNull().default(""),
    place: text().notNull().default(""),
    /** One of `workModes`, or empty where nobody said. */
    workMode: text().notNull().default(""),
    /** In minor units of the currency, for the time in `ratePer`. */
    rateFromMinor: bigint({ mode: "number" }),
    rateToMinor: bigint({ mode: "number" }),
    currency: text().notNull().default("EUR"),
    ratePer: text().notNull().default("hour"),
    /** Civil dates in the organisation's zone. */
    startsOn: date({ mode: "string" }),
    /** Until when the client wants to see candidates. */
    candidatesBy: date({ mode: "string" }),
    status: text().notNull().default("open"),
    statusSince: moment().notNull(),
    /** What was said of it, sealed: the mail or the file as it came, or what somebody typed. */
    descriptionEncrypted: text(),
    /** Where it came from. */
    source: text().notNull().default("typed"),
    sourceFileId: uuid(),
    /** The recruiter who looks after it. */
    ownerPersonId: uuid(),
    /** Whose it is, where it is not the whole organisation's. */
    teamId: uuid(),
  },
  (table) => [
    check("requirements_status_check", sql`${table.status} in ('open', 'on-hold', 'filled', 'closed')`),
    check("requirements_work_mode_check", sql`${table.workMode} in ('', 'on-site', 'hybrid', 'remote')`),
    check("requirements_rate_per_check", sql`${table.ratePer} in ('hour', 'day', 'month', 'year')`),
    check("requirements_source_check", sql`${table.source} in ('typed', 'mail', 'file')`),
    index("requirements_by_status_idx").on(table.organisationId, table.status, table.candidatesBy, table.id),
    index("requirements_by_owner_idx").on(table.organisationId, table.ownerPersonId),
    belongsTo({ organisationId: table.organisationId, from: table.ownerPersonId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.teamId }, teams),
  ],
);

/** A technology that a requirement asks for, and the words in which it does. */
export const requirementSkills = tenantTable(
  "requirement_skills",
  {
    requirementId: uuid().notNull(),
    name: text().notNull(),
    /** How the technology is compared, whatever it is called. */
    technologyKey: text().notNull(),
    need: text().notNull(),
    /** Years of it that are asked for. */
    years: integer(),
    /** The line that says so, sealed. */
    evidenceEncrypted: text(),
    position: integer().notNull(),
  },
  (table) => [
    check("requirement_skills_need_check", sql`${table.need} in ('must', 'nice')`),
    check("requirement_skills_years_check", sql`${table.years} between 0 and 40`),
    uniqueIndex("requirement_skills_technology_key")
      .on(table.organisationId, table.requirementId, table.technologyKey)
      .where(sql`${table.deletedAt} is null`),
    index("requirement_skills_by_technology_idx").on(table.organisationId, table.technologyKey),
    belongsTo({ organisationId: table.organisationId, from: table.requirementId }, requirements),
  ],
);

/** A sentence that can be said of a technology in a resume, kept for the next one. Which words it is made of stands in no audit. */
export const libraryPoints = tenantTable(
  "library_points",
  {
    technology: text().notNull(),
    technologyKey: text().notNull(),
    text: text().notNull(),
    /** Normalised for looking words up. */
    textKey: text().notNull(),
    /** SHA-256 of the normalised words: the same point twice is one. */
    textHash: text().notNull(),
    tags: text().array().notNull().default([]),
    /** In how many resumes it was put, and when last. */
    useCount: integer().notNull().default(0),
    lastUsedAt: moment(),
    /** Kept, and offered no more. */
    retiredAt: moment(),
    addedByPersonId: uuid(),
    /** Whose it is, where it is not the whole organisation's. */
    teamId: uuid(),
  },
  (table) => [
    unique("library_points_organisation_id_text_key")
      .on(table.organisationId, table.technologyKey, table.textHash, table.teamId)
      .nullsNotDistinct(),
    index("library_points_by_technology_idx").on(table.organisationId, table.technologyKey, table.id),
    index("library_points_by_use_idx").on(table.organisationId, table.useCount, table.id),
    index("library_points_by_last_use_idx").on(table.organisationId, table.lastUsedAt, table.id),
    index("library_points_by_creation_idx").on(table.organisationId, table.createdAt, table.id),
    belongsTo({ organisationId: table.organisationId, from: table.addedByPersonId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.teamId }, teams),
  ],
);

/**
 * Somebody whom recruiters put forward and who is in no programme. Executives are candidates without a row here, as long as they let
 * recruiters read their resume (`lib/tailoring/candidates/visible.ts`).
 */
export const candidates = tenantTable(
  "candidates",
  {
    personId: uuid().notNull(),
    /** The recruiter who looks after them. */
    ownerPersonId: uuid(),
    /** Whose they are, where it is not the whole organisation's. */
    teamId: uuid(),
    /** The name is a file's until the resume says better. */
    nameFromFile: boolean().notNull().default(false),
  },
  (table) => [
    unique("candidates_organisation_id_person_id_key").on(table.organisationId, table.personId),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.ownerPersonId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.teamId }, teams),
  ],
);

/** A technology that somebody's latest resume names. */
export const candidateSkills = tenantTable(
  "candidate_skills",
  {
    personId: uuid().notNull(),
    resumeId: uuid().notNull(),
    name: text().notNull(),
    technologyKey: text().notNull(),
    /** Month in which it was last used, `YYYY-MM`; "9999-12" for now, "" where no role names it. */
    lastUsed: text().notNull().default(""),
    /** Months of the roles that name it, overlaps counted once. */
    months: integer().notNull().default(0),
  },
  (table) => [
    unique("candidate_skills_organisation_id_person_id_technology_key_key").on(
      table.organisationId,
      table.personId,
      table.technologyKey,
    ),
    index("candidate_skills_by_technology_idx").on(table.organisationId, table.technologyKey, table.personId),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.resumeId }, resumes),
  ],
);

/** Somebody is put forward for a requirement, once. */
export const submissions = tenantTable(
  "submissions",
  {
    requirementId: uuid().notNull(),
    personId: uuid().notNull(),
    stage: text().notNull().default("draft"),
    stageSince: moment().notNull(),
    interviewAt: moment(),
    /** What a recruiter noted about the person for this requirement, sealed. */
    noteEncrypted: text(),
    /** The recruiter who put them forward. */
    ownerPersonId: uuid(),
  },
  (table) => [
    check(
      "submissions_stage_check",
      sql`${table.stage} in ('draft', 'tailored', 'sent', 'interview', 'offer', 'placed', 'rejected', 'withdrawn')`,
    ),
    unique("submissions_organisation_id_requirement_id_person_id_key").on(
      table.organisationId,
      table.requirementId,
      table.personId,
    ),
    index("submissions_by_person_idx").on(table.organisationId, table.personId),
    index("submissions_by_stage_idx").on(table.organisationId, table.stage, table.stageSince, table.id),
    index("submissions_by_interview_idx")
      .on(table.organisationId, table.interviewAt)
      .where(sql`${table.interviewAt} is not null`),
    belongsTo({ organisationId: table.organisationId, from: table.requirementId }, requirements),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.ownerPersonId }, people),
  ],
);

/** Each move of a submission: who, when, and why, sealed. */
export const submissionMoves = tenantTable(
  "submission_moves",
  {
    submissionId: uuid().notNull(),
    personId: uuid().notNull(),
    /** Null for where it began. */
    fromStage: text(),
    toStage: text().notNull(),
    at: moment().notNull(),
    byPersonId: uuid(),
    reasonEncrypted: text(),
  },
  (table) => [
    index("submission_moves_by_submission_idx").on(table.organisationId, table.submissionId, table.at),
    index("submission_moves_by_person_idx").on(table.organisationId, table.personId),
    belongsTo({ organisationId: table.organisationId, from: table.submissionId }, submissions),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.byPersonId }, people),
  ],
);

/** A technology that an organisation added, or further names of one that the product knows: read in resumes, requirements and points from then on. */
export const ownTechnologies = tenantTable(
  "own_technologies",
  {
    name: text().notNull(),
    /** How it is compared, as where technologies are named. */
    technologyKey: text().notNull(),
    aliases: text().array().notNull().default([]),
    /** The forms of all its names, the own first: each belongs to one technology. */
    forms: text().array().notNull(),
    /** Year in which it could first be used in work, where somebody knows. */
    since: integer(),
    /** The product's own list has it: only the further names, or the year, are the organisation's. */
    builtIn: boolean().notNull().default(false),
  },
  (table) => [
    check("own_technologies_since_check", sql`${table.since} between 1940 and 2100`),
    uniqueIndex("own_technologies_technology_key")
      .on(table.organisationId, table.technologyKey)
      .where(sql`${table.deletedAt} is null`),
  ],
);
