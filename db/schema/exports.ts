import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { files } from "@/db/schema/files";
import { people } from "@/db/schema/people";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** A large list on its way into a file, for the person who asked for it. */
export const listExports = tenantTable(
  "list_exports",
  {
    list: text().notNull(),
    /** Sort, filters and words of the list, as the person had them. */
    state: jsonb().$type<Record<string, unknown>>().notNull(),
    format: text().notNull(),
    personId: uuid().notNull(),
    status: text().notNull().default("waiting"),
    /** Rows written so far. */
    rows: integer().notNull().default(0),
    fileId: uuid(),
    finishedAt: moment(),
    /** What the person is told when it could not be made. */
    problem: text(),
  },
  (table) => [
    check("list_exports_format_check", sql`${table.format} in ('csv', 'xlsx')`),
    check("list_exports_status_check", sql`${table.status} in ('waiting', 'running', 'done', 'failed')`),
    index("list_exports_organisation_id_person_id_idx").on(table.organisationId, table.personId, table.createdAt),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.fileId }, files),
  ],
);
