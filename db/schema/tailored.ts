import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { resumes } from "@/db/schema/resumes";
import { requirements, submissions } from "@/db/schema/tailoring";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** What is being made of a candidate's resume for a requirement: one row a submission, until something is applied only an intention. */
export const tailorings = tenantTable(
  "tailorings",
  {
    submissionId: uuid().notNull(),
    personId: uuid().notNull(),
    /** The resume that takes the points in. */
    resumeId: uuid().notNull(),
    /** The points, what was decided on single ones, and the pages allowed, as JSON: sealed, because it is said of a person. */
    draftEncrypted: text().notNull(),
    /** The draft before the last change, for taking that back. */
    formerDraftEncrypted: text(),
  },
  (table) => [
    unique("tailorings_organisation_id_submission_id_key").on(table.organisationId, table.submissionId),
    index("tailorings_by_person_idx").on(table.organisationId, table.personId),
    belongsTo({ organisationId: table.organisationId, from: table.submissionId }, submissions),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.resumeId }, resumes),
  ],
);

/** Resumes that are tailored in one go: many for one requirement, or one for many. */
export const tailoringBatches = tenantTable(
  "tailoring_batches",
  {
    /** What all are tailored to; null where one resume is tailored to many requirements. */
    requirementId: uuid(),
    /** Whose resume it is; null where many are tailored to one requirement. */
    candidateId: uuid(),
    /** Who asked for it; null for the product itself. */
    personId: uuid(),
    total: integer().notNull(),
    /** Asked to stop: what has not begun does not begin. */
    stoppedAt: moment(),
    /** Everybody was told that it is over. */
    finishedAt: moment(),
  },
  (table) => [
    index("tailoring_batches_by_person_idx").on(table.organisationId, table.personId, table.createdAt),
    index("tailoring_batches_by_requirement_idx").on(table.organisationId, table.requirementId),
    belongsTo({ organisationId: table.organisationId, from: table.requirementId }, requirements),
    belongsTo({ organisationId: table.organisationId, from: table.candidateId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** One result of tailoring: what was asked for, what came of it, and the files. Never changed once it is done. */
export const tailoredVersions = tenantTable(
  "tailored_versions",
  {
    tailoringId: uuid().notNull(),
    submissionId: uuid().notNull(),
    personId: uuid().notNull(),
    resumeId: uuid().notNull(),
    batchId: uuid(),
    /** 1 for the first version of this submission. */
    number: integer().notNull(),
    status: text().notNull().default("waiting"),
    /** What was asked for, as in `tailorings`. */
    draftEncrypted: text().notNull(),
    /** Where each point went and why, what was proved, the score with its evidence: JSON, sealed. */
    reportEncrypted: text(),
    refusalCode: text(),
    refusalMessage: text(),
    /** Files of the product, attached to this version: as it is, with the points as tracked changes, and as PDF. */
    cleanFileId: uuid(),
    trackedFileId: uuid(),
    pdfFileId: uuid(),
    /** Whether a PDF was asked for, and what came of it. */
    pdfStatus: text().notNull().default("none"),
    pdfProblem: text(),
    /** 0 to 100, by the formula in `scoreVersion`. */
    scoreVersion: integer(),
    scoreBefore: integer(),
    scoreAfter: integer(),
    placedCount: integer().notNull().default(0),
    leftOutCount: integer().notNull().default(0),
    settledAt: moment(),
    /** The version that was taken up again with this one. */
    restoresNumber: integer(),
    madeByPersonId: uuid(),
  },
  (table) => [
    check("tailored_versions_status_check", sql`${table.status} in ('waiting', 'done', 'refused', 'stopped')`),
    check("tailored_versions_pdf_status_check", sql`${table.pdfStatus} in ('none', 'waiting', 'done', 'failed')`),
    check(
      "tailored_versions_done_check",
      sql`${table.status} <> 'done' or (${table.cleanFileId} is not null and ${table.settledAt} is not null)`,
    ),
    unique("tailored_versions_organisation_id_tailoring_id_number_key").on(
      table.organisationId,
      table.tailoringId,
      table.number,
    ),
    // One at a time: pressed twice, or by two recruiters, it is one.
    uniqueIndex("tailored_versions_waiting_key")
      .on(table.organisationId, table.tailoringId)
      .where(sql`${table.status} = 'waiting'`),
    index("tailored_versions_by_submission_idx").on(table.organisationId, table.submissionId, table.number),
    index("tailored_versions_by_batch_idx").on(table.organisationId, table.batchId, table.status),
    index("tailored_versions_by_person_idx").on(table.organisationId, table.personId),
    index("tailored_versions_by_settling_idx").on(table.organisationId, table.settledAt),
    belongsTo({ organisationId: table.organisationId, from: table.tailoringId }, tailorings),
    belongsTo({ organisationId: table.organisationId, from: table.submissionId }, submissions),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.resumeId }, resumes),
    belongsTo({ organisationId: table.organisationId, from: table.batchId }, tailoringBatches),
    belongsTo({ organisationId: table.organisationId, from: table.madeByPersonId }, people),
  ],
);

/** The roles that somebody clicked in a resume in which they were not found; another resume of the same layout is read alike. */
export const resumeRoleMarks = tenantTable(
  "resume_role_marks",
  {
    resumeId: uuid().notNull(),
    personId: uuid().notNull(),
    /** Which layout it is, whatever stands in it (`layoutKeyOf`). */
    layoutKey: text().notNull(),
    /** `RoleMarks`: looks and numbers of paragraphs, no text. */
    marks: jsonb().$type<unknown>().notNull(),
    markedByPersonId: uuid(),
  },
  (table) => [
    unique("resume_role_marks_organisation_id_resume_id_key").on(table.organisationId, table.resumeId),
    index("resume_role_marks_by_layout_idx").on(table.organisationId, table.layoutKey, table.updatedAt),
    belongsTo({ organisationId: table.organisationId, from: table.resumeId }, resumes),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.markedByPersonId }, people),
  ],
);
