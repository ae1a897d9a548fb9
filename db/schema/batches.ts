import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** One thing that a person does to many rows of a list. */
export const batches = tenantTable(
  "batches",
  {
    list: text().notNull(),
    /** Which batch action, by key. */
    action: text().notNull(),
    /** What was given for all rows; a message to many stands in it, so it is sealed. */
    givenEncrypted: text().notNull(),
    personId: uuid().notNull(),
    status: text().notNull().default("running"),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    finishedAt: moment(),
    /** The batch whose changes this one takes back. */
    undoesBatchId: uuid(),
  },
  (table) => [
    check("batches_status_check", sql`${table.status} in ('running', 'stopped', 'done', 'failed')`),
    index("batches_organisation_id_person_id_idx").on(table.organisationId, table.personId, table.createdAt),
    index("batches_organisation_id_undoes_batch_id_idx").on(table.organisationId, table.undoesBatchId),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.undoesBatchId }, table, "batches_undoes_fkey"),
  ],
);

/** A record that a batch is about, and what became of it. */
export const batchRows = tenantTable(
  "batch_rows",
  {
    batchId: uuid().notNull(),
    position: integer().notNull(),
    recordId: uuid().notNull(),
    status: text().notNull().default("waiting"),
    /** Why it was refused, in a sentence. */
    problem: text(),
    /** How to take the change of this record back: a command and its input. */
    undo: jsonb().$type<{ operation: string; input: Record<string, unknown> }>(),
  },
  (table) => [
    check("batch_rows_status_check", sql`${table.status} in ('waiting', 'done', 'refused')`),
    unique("batch_rows_organisation_id_batch_id_record_id_key").on(table.organisationId, table.batchId, table.recordId),
    index("batch_rows_organisation_id_batch_id_status_idx").on(
      table.organisationId,
      table.batchId,
      table.status,
      table.position,
    ),
    belongsTo({ organisationId: table.organisationId, from: table.batchId }, batches),
  ],
);
