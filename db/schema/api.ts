import { index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";
import { people } from "@/db/schema/people";

/**
 * What the API answered to a request that named an Idempotency-Key, so that the same request again gets the same answer and
 * changes nothing. Stored in the transaction of the change itself.
 */
export const idempotencyKeys = tenantTable(
  "idempotency_keys",
  {
    personId: uuid().notNull(),
    key: text().notNull(),
    operation: text().notNull(),
    /** SHA-256 of operation and body, hex: the same key for something else is refused. */
    requestHash: text().notNull(),
    status: integer().notNull(),
    /** The answer's JSON, sealed. */
    responseEncrypted: text().notNull(),
    expiresAt: moment().notNull(),
  },
  (table) => [
    unique("idempotency_keys_organisation_id_person_id_key_key").on(table.organisationId, table.personId, table.key),
    index("idempotency_keys_organisation_id_expires_at_idx").on(table.organisationId, table.expiresAt),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);
