import { sql } from "drizzle-orm";
import { check, date, index, integer, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { mailMessages } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { tailoredVersions } from "@/db/schema/tailored";
import { submissions } from "@/db/schema/tailoring";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** A letter with which resumes are sent, under a name; what it says is in its latest edition. */
export const sendTemplates = tenantTable(
  "send_templates",
  {
    name: text().notNull(),
    nameKey: text().notNull(),
    /** Number of the edition that is used. */
    edition: integer().notNull().default(1),
    /** After how many civil days without an answer to ask again; null: never. */
    followUpDays: integer(),
  },
  (table) => [
    check("send_templates_follow_up_days_check", sql`${table.followUpDays} between 1 and 60`),
    uniqueIndex("send_templates_organisation_id_name_key_key")
      .on(table.organisationId, table.nameKey)
      .where(sql`${table.deletedAt} is null`),
  ],
);

/** What a template said from one change to the next. Never changed: what was sent names its edition. */
export const sendTemplateEditions = tenantTable(
  "send_template_editions",
  {
    templateId: uuid().notNull(),
    number: integer().notNull(),
    /** With variables, `{{candidate.name}}`. */
    subject: text().notNull(),
    body: text().notNull(),
    byPersonId: uuid(),
  },
  (table) => [
    unique("send_template_editions_organisation_id_template_id_number_key").on(
      table.organisationId,
      table.templateId,
      table.number,
    ),
    belongsTo({ organisationId: table.organisationId, from: table.templateId }, sendTemplates),
    belongsTo({ organisationId: table.organisationId, from: table.byPersonId }, people),
  ],
);

/** That a tailored resume was sent to somebody, and what came of it. */
export const resumeSends = tenantTable(
  "resume_sends",
  {
    submissionId: uuid().notNull(),
    /** The candidate. */
    personId: uuid().notNull(),
    versionId: uuid().notNull(),
    /** SHA-256 of the resume as it was sent: the same one goes to the same recipient once, under whichever version. */
    contentHash: text().notNull(),
    recipientAddress: text().notNull(),
    /** The address as it is compared. */
    recipientKey: text().notNull(),
    recipientName: text().notNull(),
    /** As they left, sealed. */
    subjectEncrypted: text().notNull(),
    bodyEncrypted: text().notNull(),
    templateId: uuid(),
    templateEdition: integer(),
    /** What went with it: `clean`, `tracked`, `pdf`. */
    attachmentKinds: text().array().notNull(),
    /** Set in the transaction that made the row; a letter with several resumes has a row for each of them. */
    mailId: uuid(),
    sentByPersonId: uuid(),
    sentAt: moment().notNull(),
    /** Civil date in the organisation's zone on which to ask again; null: not at all. */
    followUpOn: date({ mode: "string" }),
    remindedAt: moment(),
    /** SHA-256 of what the picture's address ends with, the same in all rows of a letter; null where nobody notes openings. */
    openTokenHash: text(),
    firstOpenedAt: moment(),
    lastOpenedAt: moment(),
    openCount: integer().notNull().default(0),
    answeredAt: moment(),
    /** By mail, or otherwise, as somebody noted. */
    answeredHow: text(),
    answerNoteEncrypted: text(),
    /** Noted by hand: to be taken back by hand. */
    answerNotedByPersonId: uuid(),
  },
  (table) => [
    check("resume_sends_answered_how_check", sql`${table.answeredHow} in ('mail', 'by-hand')`),
    check("resume_sends_answered_check", sql`(${table.answeredAt} is null) = (${table.answeredHow} is null)`),
    unique("resume_sends_once_key").on(table.organisationId, table.submissionId, table.contentHash, table.recipientKey),
    index("resume_sends_by_open_token_idx").on(table.organisationId, table.openTokenHash),
    index("resume_sends_by_submission_idx").on(table.organisationId, table.submissionId, table.sentAt),
    index("resume_sends_by_person_idx").on(table.organisationId, table.personId),
    index("resume_sends_by_mail_idx").on(table.organisationId, table.mailId),
    index("resume_sends_to_remind_idx")
      .on(table.organisationId, table.followUpOn)
      .where(sql`${table.remindedAt} is null and ${table.answeredAt} is null`),
    belongsTo({ organisationId: table.organisationId, from: table.submissionId }, submissions),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.versionId }, tailoredVersions),
    belongsTo({ organisationId: table.organisationId, from: table.templateId }, sendTemplates),
    belongsTo({ organisationId: table.organisationId, from: table.mailId }, mailMessages),
    belongsTo({ organisationId: table.organisationId, from: table.sentByPersonId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.answerNotedByPersonId }, people),
  ],
);
