import { sql } from "drizzle-orm";
import { bigint, check, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { belongsTo, tenantTable } from "@/db/tenant-table";
import { people } from "@/db/schema/people";

/**
 * What lies in the store, once per organisation however often it is uploaded. The store knows it under a key that says
 * nothing about the content; the hash stands only here, behind the wall.
 */
export const fileContents = tenantTable(
  "file_contents",
  {
    /** SHA-256 of the content as uploaded, hex. */
    sha256: text().notNull(),
    /** Bytes as uploaded; what lies in the store is a little larger. */
    size: bigint({ mode: "number" }).notNull(),
    /** By content, never by what the browser said. */
    mediaType: text().notNull(),
    /** `<organisation>/<random>`: the object in the store. */
    storeKey: text().notNull(),
    /** How it is encrypted: the name of the format, which the object's own head repeats. */
    cipher: text().notNull().default("aes-256-gcm-chunked-1"),
  },
  (table) => [
    unique("file_contents_organisation_id_sha256_key").on(table.organisationId, table.sha256),
    unique("file_contents_organisation_id_store_key_key").on(table.organisationId, table.storeKey),
    check("file_contents_size_check", sql`${table.size} > 0`),
  ],
);

/** A file as somebody gave it: a name, who uploaded it, and which content it is. Everything that points to a file points here. */
export const files = tenantTable(
  "files",
  {
    contentId: uuid().notNull(),
    /** Made safe: no path, no control characters, an extension that fits the content. */
    name: text().notNull(),
    /** Null where Landfall itself made the file (an export). */
    uploadedByPersonId: uuid(),
  },
  (table) => [
    index("files_organisation_id_content_id_idx").on(table.organisationId, table.contentId),
    index("files_organisation_id_uploaded_by_idx").on(table.organisationId, table.uploadedByPersonId, table.id),
    belongsTo({ organisationId: table.organisationId, from: table.contentId }, fileContents),
    belongsTo({ organisationId: table.organisationId, from: table.uploadedByPersonId }, people),
  ],
);

/** That a file belongs to a record of some module. Who sees the record sees the file. */
export const attachments = tenantTable(
  "attachments",
  {
    fileId: uuid().notNull(),
    entity: text().notNull(),
    entityId: uuid().notNull(),
  },
  (table) => [
    unique("attachments_organisation_id_entity_entity_id_file_id_key").on(
      table.organisationId,
      table.entity,
      table.entityId,
      table.fileId,
    ),
    index("attachments_organisation_id_file_id_idx").on(table.organisationId, table.fileId),
    belongsTo({ organisationId: table.organisationId, from: table.fileId }, files),
  ],
);
