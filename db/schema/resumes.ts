import { sql } from "drizzle-orm";
import { check, index, text, unique, uuid, integer } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** A resume that a person brought, and what was read from it. */
export const resumes = tenantTable(
  "resumes",
  {
    personId: uuid().notNull(),
    fileId: uuid().notNull(),
    fileName: text().notNull(),
    status: text().notNull(),
    /** Why it could not be read: a code of the reader. */
    refusalCode: text(),
    refusalMessage: text(),
    format: text(),
    uploadedPersonId: uuid(),
    readAt: moment(),
    roleCount: integer().notNull().default(0),
    /** Warnings of the reader, as codes. */
    warnings: text().array().notNull().default([]),
  },
  (table) => [
    check("resumes_status_check", sql`${table.status} in ('waiting', 'read', 'unreadable')`),
    index("resumes_organisation_id_person_id_idx").on(table.organisationId, table.personId, table.createdAt),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** One thing read from a resume, offered for the profile: taken, changed or left out by the person, one by one. Sealed. */
export const resumeOffers = tenantTable(
  "resume_offers",
  {
    resumeId: uuid().notNull(),
    kind: text().notNull(),
    /** For a contact: which field. */
    field: text(),
    valueEncrypted: text().notNull(),
    /** What the reader rests it on, in words. */
    evidence: text().notNull().default(""),
    /** How sure the reader is, in percent. */
    confidence: integer().notNull(),
    decision: text().notNull().default("open"),
    position: integer().notNull(),
  },
  (table) => [
    check("resume_offers_kind_check", sql`${table.kind} in ('contact', 'role', 'section')`),
    check("resume_offers_decision_check", sql`${table.decision} in ('open', 'taken', 'left')`),
    unique("resume_offers_organisation_id_resume_id_position_key").on(
      table.organisationId,
      table.resumeId,
      table.position,
    ),
    belongsTo({ organisationId: table.organisationId, from: table.resumeId }, resumes),
  ],
);

/** A position that a person held, on their profile. */
export const profilePositions = tenantTable(
  "profile_positions",
  {
    personId: uuid().notNull(),
    title: text().notNull(),
    employer: text().notNull().default(""),
    /** As the person writes it: "2019", "March 2019". Sorting uses the keys. */
    starts: text().notNull().default(""),
    ends: text().notNull().default(""),
    /** `YYYY-MM`, or empty; "9999-12" for a position held now. */
    startsKey: text().notNull().default(""),
    endsKey: text().notNull().default(""),
    resumeOfferId: uuid(),
  },
  (table) => [
    index("profile_positions_organisation_id_person_id_idx").on(table.organisationId, table.personId, table.endsKey),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.resumeOfferId }, resumeOffers),
  ],
);

/** What a profile says at a glance: one row for a person. */
export const executiveProfiles = tenantTable(
  "executive_profiles",
  {
    personId: uuid().notNull(),
    headline: text().notNull().default(""),
    /** One of `workFunctions`, or empty. */
    workFunction: text().notNull().default(""),
    industry: text().notNull().default(""),
    /** One of `careerLevels`, or empty. */
    careerLevel: text().notNull().default(""),
    experienceYears: integer(),
    /** `de:C2`: ISO 639-1, and how well after the Common European Framework of Reference ("native" for a first language). */
    languages: text().array().notNull().default([]),
    /** Where the person would work, each in words. */
    locations: text().array().notNull().default([]),
    /** One of `relocations`, or empty. */
    relocation: text().notNull().default(""),
    noticeWeeks: integer(),
    goals: text().notNull().default(""),
    /** `{ minor, currency }` a year, sealed. */
    targetPayEncrypted: text(),
  },
  (table) => [
    unique("executive_profiles_organisation_id_person_id_key").on(table.organisationId, table.personId),
    check("executive_profiles_experience_check", sql`${table.experienceYears} between 0 and 70`),
    check("executive_profiles_notice_check", sql`${table.noticeWeeks} between 0 and 104`),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** A part of a profile in the person's own words: summary, education, skills, certificates. */
export const profileSections = tenantTable(
  "profile_sections",
  {
    personId: uuid().notNull(),
    kind: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    resumeOfferId: uuid(),
  },
  (table) => [
    check(
      "profile_sections_kind_check",
      sql`${table.kind} in ('summary', 'education', 'skills', 'projects', 'certifications', 'other')`,
    ),
    index("profile_sections_organisation_id_person_id_idx").on(table.organisationId, table.personId),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.resumeOfferId }, resumeOffers),
  ],
);
