import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { listExports } from "@/db/schema/exports";
import { files } from "@/db/schema/files";
import { exportFormats } from "@/lib/exports/formats";
import { exportStatuses } from "@/lib/exports/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";

/** The files that this person asked for, the newest first. */
export const exportList = list({
  name: "exports.list",
  permission: "exports:run",
  key: sql`${listExports.id}`,
  columns: [
    { key: "list", kind: "text", value: sql`${listExports.list}`, second: "file" },
    { key: "file", kind: "text", value: sql`${files.id}` },
    { key: "status", kind: "status", value: sql`${listExports.status}`, second: "problem" },
    { key: "problem", kind: "text", value: sql`${listExports.problem}` },
    { key: "format", kind: "status", value: sql`${listExports.format}` },
    { key: "rows", kind: "number", align: "end", value: sql`${listExports.rows}`, sortable: true },
    { key: "at", kind: "datetime", value: sql`${listExports.createdAt}`, sortable: true },
  ],
  filters: [
    {
      key: "status",
      kind: "choice",
      options: exportStatuses,
      condition: (value) => inArray(listExports.status, readChoice(value)),
    },
    {
      key: "format",
      kind: "choice",
      options: exportFormats,
      condition: (value) => inArray(listExports.format, readChoice(value)),
    },
  ],
  defaultSort: { column: "at", descending: true },
  source({ actor }) {
    const personId = personIdOf(actor);
    return {
      from: sql`${listExports} left join ${files} on ${and(eq(files.id, listExports.fileId), isNull(files.deletedAt))}`,
      where: personId ? eq(listExports.personId, personId) : sql`false`,
    };
  },
});
