import { sql } from "drizzle-orm";
import { check, index, integer, pgPolicy, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { backupRole, belongsTo, identityRole, moment, newId, sweepRole, tenantTable } from "@/db/tenant-table";
import { files } from "@/db/schema/files";
import { people } from "@/db/schema/people";

/*
 * The ledger of mail: one row per recipient and message. A row is claimed, sent under its own id as idempotency key, and
 * recorded, in transactions of their own. `next_attempt_at` is when somebody may claim it: a claim pushes it beyond the
 * longest time that sending can take, so that a row whose process died comes due again by itself.
 */

const waiting = sql.raw("'queued', 'claimed'");

/** What the ledgers of organisations and of the installation have in common. Bodies are sealed; subjects and addresses are not. */
const ledgerColumns = () => ({
  at: moment().notNull(),
  templateKey: text(),
  templateVersion: integer(),
  toAddress: text().notNull(),
  toName: text(),
  subject: text().notNull(),
  /** Sealed HTML; null for what came in (only its text is kept) and after erasure. */
  htmlEncrypted: text(),
  textEncrypted: text(),
  /** Why the recipient gets it, in the words that stand in the mail. */
  reason: text().notNull().default(""),
  /** The same cause queues one mail. */
  idempotencyKey: text().notNull(),
  status: text().notNull().default("queued"),
  claimedAt: moment(),
  /** The claim itself: only who holds it may record what came of it. */
  claimedBy: uuid(),
  attempts: integer().notNull().default(0),
  nextAttemptAt: moment(),
  transport: text(),
  providerId: text(),
  lastErrorCode: text(),
  settledAt: moment(),
});

const statuses = sql.raw(
  "'queued', 'claimed', 'sent', 'delivered', 'failed', 'refused', 'suppressed', 'received', 'filed', 'unmatched'",
);

/** A mail of an organisation to one recipient, or an answer that came in. */
export const mailMessages = tenantTable(
  "mail_messages",
  {
    ...ledgerColumns(),
    direction: text().notNull().default("out"),
    /** Who gets it, or wrote it. */
    personId: uuid(),
    fromAddress: text(),
    /** Of an answer who wrote it; of a letter in whose name it goes out, where that is not the organisation's. */
    fromName: text(),
    /** To whom answers go, where it is not the address that sends. */
    replyToAddress: text(),
    /** The record it is about. */
    entity: text(),
    entityId: uuid(),
    inReplyToId: uuid(),
    /** What is for the recipient's calendar, or came from it: how it is meant, and the sealed iCalendar object. */
    calendarMethod: text(),
    calendarEncrypted: text(),
    /** Binds a mail and its answers. */
    threadKey: text().notNull(),
    readAt: moment(),
    /** Subject, name and address, normalised for the search of the list. */
    searchKey: text().notNull(),
  },
  (table) => [
    check("mail_messages_direction_check", sql`${table.direction} in ('out', 'in')`),
    check("mail_messages_status_check", sql`${table.status} in (${statuses})`),
    check("mail_messages_calendar_check", sql`${table.calendarMethod} in ('REQUEST', 'CANCEL', 'REPLY', 'COUNTER')`),
    unique("mail_messages_organisation_id_idempotency_key_key").on(table.organisationId, table.idempotencyKey),
    index("mail_messages_organisation_id_at_idx").on(table.organisationId, table.at, table.id),
    index("mail_messages_organisation_id_person_id_idx").on(table.organisationId, table.personId),
    index("mail_messages_organisation_id_thread_key_idx").on(table.organisationId, table.threadKey),
    index("mail_messages_due_idx")
      .on(table.nextAttemptAt)
      .where(sql`${table.status} in (${waiting})`),
    // Whether somebody who writes was written to.
    index("mail_messages_by_recipient_idx").on(table.organisationId, sql`lower(${table.toAddress})`, table.at),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.inReplyToId }, table),
    pgPolicy("sweep", { for: "select", to: sweepRole, using: sql`true` }),
  ],
);

/** A file that goes with a mail. Its content lies in the store alone and is read when the mail leaves. */
export const mailAttachments = tenantTable(
  "mail_attachments",
  {
    mailId: uuid().notNull(),
    fileId: uuid().notNull(),
    /** Under which name the recipient gets it. */
    name: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    unique("mail_attachments_organisation_id_mail_id_position_key").on(
      table.organisationId,
      table.mailId,
      table.position,
    ),
    index("mail_attachments_by_file_idx").on(table.organisationId, table.fileId),
    belongsTo({ organisationId: table.organisationId, from: table.mailId }, mailMessages),
    belongsTo({ organisationId: table.organisationId, from: table.fileId }, files),
  ],
);

/** An address that refuses mail for good. Only its hash is kept, so that erasing a person does not make us write to it again. */
export const mailSuppressions = tenantTable(
  "mail_suppressions",
  {
    /** SHA-256 of the normalised address, hex. */
    addressHash: text().notNull(),
    reason: text().notNull(),
    errorCode: text(),
    at: moment().notNull(),
  },
  (table) => [
    check("mail_suppressions_reason_check", sql`${table.reason} in ('bounced', 'complained', 'asked')`),
    unique("mail_suppressions_organisation_id_address_hash_key").on(table.organisationId, table.addressHash),
  ],
);

/** Mail about an account, which belongs to no organisation: verify an address, set a new password. Global. */
export const installationMails = pgTable(
  "installation_mails",
  {
    id: uuid().primaryKey().$defaultFn(newId),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    ...ledgerColumns(),
    userId: uuid(),
  },
  (table) => [
    check("installation_mails_status_check", sql`${table.status} in (${statuses})`),
    unique("installation_mails_idempotency_key_key").on(table.idempotencyKey),
    index("installation_mails_at_idx").on(table.at, table.id),
    index("installation_mails_user_id_idx").on(table.userId),
    index("installation_mails_due_idx")
      .on(table.nextAttemptAt)
      .where(sql`${table.status} in (${waiting})`),
    pgPolicy("identity", { for: "all", to: identityRole, using: sql`true`, withCheck: sql`true` }),
    pgPolicy("backup", { for: "all", to: backupRole, using: sql`true`, withCheck: sql`true` }),
  ],
);
