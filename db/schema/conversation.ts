import { sql } from "drizzle-orm";
import { boolean, check, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { ofProgramme } from "@/db/schema/programmes";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** A message between executive and consultant. The text is sealed with the organisation's key. */
export const messages = tenantTable(
  "messages",
  {
    programmeId: uuid().notNull(),
    authorPersonId: uuid().notNull(),
    bodyEncrypted: text().notNull(),
    sentAt: moment().notNull(),
    /** Made by the sender, so that the same message sent twice (a bad connection) is one. */
    clientKey: text().notNull(),
  },
  (table) => [
    index("messages_organisation_id_programme_id_sent_at_idx").on(
      table.organisationId,
      table.programmeId,
      table.sentAt,
      table.id,
    ),
    unique("messages_organisation_id_client_key_key").on(table.organisationId, table.clientKey),
    index("messages_by_time_idx").on(table.organisationId, table.sentAt, table.programmeId, table.authorPersonId),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.authorPersonId }, people),
  ],
);

/** How far a person has read the messages of a programme. */
export const messageReads = tenantTable(
  "message_reads",
  { programmeId: uuid().notNull(), personId: uuid().notNull(), readUpTo: moment().notNull() },
  (table) => [
    unique("message_reads_organisation_id_programme_id_person_id_key").on(
      table.organisationId,
      table.programmeId,
      table.personId,
    ),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** A note on a programme: shared with who works the case and the executive, or private to its author. Sealed. */
export const notes = tenantTable(
  "notes",
  {
    programmeId: uuid().notNull(),
    authorPersonId: uuid().notNull(),
    /** `private`: the author. `case`: who shares the case (consultants). `shared`: the executive too. */
    audience: text().notNull(),
    bodyEncrypted: text().notNull(),
    writtenAt: moment().notNull(),
    /** Made by the writer's device for a note that saves itself while it is typed, so that it is one however often it is sent. */
    clientKey: text(),
    /** Which of the device's sendings stands; null once the note was changed in another way. */
    savedKey: text(),
    /** The writer said that they spoke with the executive: the programme noted the contact, once. */
    spoke: boolean().notNull().default(false),
  },
  (table) => [
    unique("notes_organisation_id_client_key_key").on(table.organisationId, table.clientKey),
    check("notes_audience_check", sql`${table.audience} in ('private', 'case', 'shared')`),
    index("notes_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId, table.writtenAt),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.authorPersonId }, people),
  ],
);
