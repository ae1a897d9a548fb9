import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { files } from "@/db/schema/files";
import { people } from "@/db/schema/people";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** A table that somebody brings in: from the uploaded file over the mapping and the preview to what became of each row. */
export const imports = tenantTable(
  "imports",
  {
    /** Key of the import target: "people". */
    target: text().notNull(),
    fileId: uuid().notNull(),
    /** The record on whose page it was begun and to which all rows belong, where the target knows such: a separation event. */
    withinId: uuid(),
    startedByPersonId: uuid(),
    state: text().notNull(),
    /** What the columns are called in the file, in its order. */
    columns: text().array().notNull(),
    /** Field of the target → place of the column, from 0. */
    mapping: jsonb().$type<Record<string, number>>().notNull().default({}),
    /** How the file was read: `{ kind: "csv", encoding, delimiter }` or `{ kind: "xlsx", sheet }`. */
    format: jsonb().$type<Record<string, string>>().notNull(),
    rows: integer().notNull(),
    /** How many rows ended how; written after each batch. */
    counts: jsonb().$type<Record<string, number>>().notNull().default({}),
    startedAt: moment(),
    finishedAt: moment(),
  },
  (table) => [
    check(
      "imports_state_check",
      sql`${table.state} in ('uploaded', 'mapped', 'previewed', 'running', 'done', 'cancelled', 'undoing', 'undone', 'failed')`,
    ),
    index("imports_organisation_id_created_at_idx").on(table.organisationId, table.createdAt, table.id),
    belongsTo({ organisationId: table.organisationId, from: table.fileId }, files),
    belongsTo({ organisationId: table.organisationId, from: table.startedByPersonId }, people),
  ],
);

/** One row of an imported table, as it stood in the file, and what became of it. */
export const importRows = tenantTable(
  "import_rows",
  {
    importId: uuid().notNull(),
    /** Repeated from the import, for the key that holds over all imports of a target. */
    target: text().notNull(),
    /** Line in the file, the header being line 1. */
    line: integer().notNull(),
    cells: text().array().notNull(),
    /** SHA-256 of what makes the row the same row again; null until it was previewed, and when it cannot be told. */
    identityHash: text(),
    status: text().notNull().default("staged"),
    /** Field of the target → what is wrong with it; "" for the row as a whole. */
    issues: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** What the row became. */
    recordId: uuid(),
    /** Version of the record when the import made it: a later one means that somebody changed it. */
    recordVersion: integer(),
  },
  (table) => [
    check(
      "import_rows_status_check",
      sql`${table.status} in ('staged', 'valid', 'faulty', 'repeated', 'known', 'created', 'refused', 'undone', 'kept')`,
    ),
    unique("import_rows_organisation_id_import_id_line_key").on(table.organisationId, table.importId, table.line),
    index("import_rows_organisation_id_import_id_status_idx").on(
      table.organisationId,
      table.importId,
      table.status,
      table.line,
    ),
    // The same row twice changes nothing, also when two imports run at the same time.
    uniqueIndex("import_rows_identity_key")
      .on(table.organisationId, table.target, table.identityHash)
      .where(sql`${table.status} in ('created', 'kept')`),
    belongsTo({ organisationId: table.organisationId, from: table.importId }, imports),
  ],
);
