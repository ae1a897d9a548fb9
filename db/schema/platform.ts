import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgPolicy,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { belongsTo, moment, sweepRole, tenantTable } from "@/db/tenant-table";
import { people, teams } from "@/db/schema/people";

/*
 * What every module stands on: outbox, undo, saved views, custom fields, comments, attachments of records, timeline,
 * notifications and search.
 */

/** Events that a command emitted, stored in its transaction. The id is the event id wherever it goes. */
export const outbox = tenantTable(
  "outbox",
  {
    name: text().notNull(),
    /** Ids, counts and codes only: it is handed to the background service. */
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    at: moment().notNull(),
    dispatchedAt: moment(),
    attempts: integer().notNull().default(0),
    /** Not before this moment, after a failure; null: at once. */
    nextAttemptAt: moment(),
    lastError: text(),
  },
  (table) => [
    index("outbox_waiting_idx")
      .on(table.createdAt)
      .where(sql`${table.dispatchedAt} is null`),
    pgPolicy("sweep", { for: "select", to: sweepRole, using: sql`true` }),
    pgPolicy("sweep_mark", { for: "update", to: sweepRole, using: sql`true`, withCheck: sql`true` }),
  ],
);

/** A named state of a list (sort, filters, columns), one person's or shared with everybody or a team. */
export const savedViews = tenantTable(
  "saved_views",
  {
    list: text().notNull(),
    name: text().notNull(),
    ownerPersonId: uuid().notNull(),
    teamId: uuid(),
    shared: boolean().notNull().default(false),
    position: integer().notNull().default(0),
    /** The query string of the list's address, without cursor. */
    state: text().notNull(),
  },
  (table) => [
    index("saved_views_organisation_id_list_idx").on(table.organisationId, table.list, table.ownerPersonId),
    belongsTo({ organisationId: table.organisationId, from: table.ownerPersonId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.teamId }, teams),
  ],
);

/** With which saved view a person opens a list; no row: as the list opens for everybody. */
export const listDefaults = tenantTable(
  "list_defaults",
  {
    list: text().notNull(),
    personId: uuid().notNull(),
    viewId: uuid().notNull(),
  },
  (table) => [
    unique("list_defaults_organisation_id_person_id_list_key").on(table.organisationId, table.personId, table.list),
    index("list_defaults_organisation_id_view_id_idx").on(table.organisationId, table.viewId),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.viewId }, savedViews),
  ],
);

/** A field that an organisation added to a kind of record. */
export const customFields = tenantTable(
  "custom_fields",
  {
    entity: text().notNull(),
    key: text().notNull(),
    label: text().notNull(),
    hint: text().notNull().default(""),
    kind: text().notNull(),
    choices: text().array().notNull().default([]),
    required: boolean().notNull().default(false),
    position: integer().notNull().default(0),
  },
  (table) => [
    check("custom_fields_kind_check", sql`${table.kind} in ('text', 'number', 'date', 'boolean', 'choice', 'link')`),
    unique("custom_fields_organisation_id_entity_key_key").on(table.organisationId, table.entity, table.key),
  ],
);

/** One value of a custom field on one record, in a column of its type, so that it can be indexed behind the wall. */
export const customFieldValues = tenantTable(
  "custom_field_values",
  {
    fieldId: uuid().notNull(),
    entityId: uuid().notNull(),
    textValue: text(),
    /** The text normalised, for sorting and looking for a part of it. */
    textKey: text(),
    /** Not numeric: its comparisons are not leakproof, so that behind the wall they would use no index. */
    numberValue: doublePrecision(),
    dateValue: date({ mode: "string" }),
    booleanValue: boolean(),
  },
  (table) => [
    unique("custom_field_values_organisation_id_field_id_entity_id_key").on(
      table.organisationId,
      table.fieldId,
      table.entityId,
    ),
    index("custom_field_values_organisation_id_entity_id_idx").on(table.organisationId, table.entityId),
    index("custom_field_values_text_idx").on(table.organisationId, table.fieldId, table.textValue),
    index("custom_field_values_number_idx").on(table.organisationId, table.fieldId, table.numberValue),
    index("custom_field_values_date_idx").on(table.organisationId, table.fieldId, table.dateValue),
    index("custom_field_values_boolean_idx").on(table.organisationId, table.fieldId, table.booleanValue),
    belongsTo({ organisationId: table.organisationId, from: table.fieldId }, customFields),
  ],
);

/** What a colleague wrote on a record, seen by the colleagues who see the record; never by the person whom it is about. */
export const comments = tenantTable(
  "comments",
  {
    entity: text().notNull(),
    entityId: uuid().notNull(),
    authorPersonId: uuid().notNull(),
    body: text().notNull(),
    editedAt: moment(),
  },
  (table) => [
    index("comments_organisation_id_entity_idx").on(table.organisationId, table.entity, table.entityId),
    belongsTo({ organisationId: table.organisationId, from: table.authorPersonId }, people),
  ],
);

/** A colleague whom a comment addresses with @name, and who was told. */
export const commentMentions = tenantTable(
  "comment_mentions",
  { commentId: uuid().notNull(), personId: uuid().notNull() },
  (table) => [
    unique("comment_mentions_organisation_id_comment_id_person_id_key").on(
      table.organisationId,
      table.commentId,
      table.personId,
    ),
    index("comment_mentions_organisation_id_person_id_idx").on(table.organisationId, table.personId),
    belongsTo({ organisationId: table.organisationId, from: table.commentId }, comments),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** What happened to a record, in words that the product holds: `kind` names the message, `data` fills it. */
export const timelineEntries = tenantTable(
  "timeline_entries",
  {
    entity: text().notNull(),
    entityId: uuid().notNull(),
    at: moment().notNull(),
    kind: text().notNull(),
    actorPersonId: uuid(),
    data: jsonb().$type<Record<string, string | number | null>>().notNull().default({}),
  },
  (table) => [
    index("timeline_entries_organisation_id_entity_idx").on(
      table.organisationId,
      table.entity,
      table.entityId,
      table.at,
      table.id,
    ),
    belongsTo({ organisationId: table.organisationId, from: table.actorPersonId }, people),
  ],
);

/** A notification to one person: in the app, and by mail where the person wants that. */
export const notifications = tenantTable(
  "notifications",
  {
    personId: uuid().notNull(),
    kind: text().notNull(),
    data: jsonb().$type<Record<string, string | number | null>>().notNull().default({}),
    href: text().notNull(),
    at: moment().notNull(),
    readAt: moment(),
    /** The same cause notifies once. */
    dedupeKey: text().notNull(),
  },
  (table) => [
    unique("notifications_organisation_id_person_id_dedupe_key_key").on(
      table.organisationId,
      table.personId,
      table.dedupeKey,
    ),
    index("notifications_organisation_id_person_id_at_idx").on(table.organisationId, table.personId, table.at),
    index("notifications_unread_idx")
      .on(table.organisationId, table.personId)
      .where(sql`${table.readAt} is null`),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What search looks through. Read only by the function `search_ids` (SECURITY DEFINER, takes the organisation from the
 * setting), because under row-level security a text index is never used; the ids are then joined under the policies.
 */
export const searchDocuments = tenantTable(
  "search_documents",
  {
    entity: text().notNull(),
    entityId: uuid().notNull(),
    title: text().notNull(),
    body: text().notNull().default(""),
    words: tsvector()
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('simple', coalesce(title, '')), 'A') || setweight(to_tsvector('simple', coalesce(body, '')), 'B')`,
      ),
  },
  (table) => [
    unique("search_documents_organisation_id_entity_entity_id_key").on(
      table.organisationId,
      table.entity,
      table.entityId,
    ),
    index("search_documents_words_idx").using("gin", table.words),
  ],
);
