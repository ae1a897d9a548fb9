import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgPolicy, text, unique, uuid } from "drizzle-orm/pg-core";
import { belongsTo, moment, sweepRole, tenantTable } from "@/db/tenant-table";

/**
 * One row per record that a command touched. Written unsealed; a job seals rows in batches into a chain of hashes per
 * organisation. The difference itself lies in `audit_payloads`, so that erasing it leaves the chain valid.
 */
export const auditEntries = tenantTable(
  "audit_entries",
  {
    at: moment().notNull(),
    operation: text().notNull(),
    entity: text().notNull(),
    entityId: uuid().notNull(),
    change: text().notNull(),
    actorKind: text().notNull(),
    actorPersonId: uuid(),
    actorName: text().notNull(),
    correlationId: uuid().notNull(),
    requestId: text(),
    address: text(),
    /** SHA-256 over the salt and the canonical JSON of the difference, hex. */
    payloadDigest: text().notNull(),
    /** Place in the organisation's chain, from 1; null until sealed. */
    sequence: bigint({ mode: "number" }),
    previousHash: text(),
    hash: text(),
    sealedAt: moment(),
  },
  (table) => [
    check("audit_entries_change_check", sql`${table.change} in ('created', 'changed', 'deleted')`),
    unique("audit_entries_organisation_id_sequence_key").on(table.organisationId, table.sequence),
    index("audit_entries_organisation_id_at_idx").on(table.organisationId, table.at, table.id),
    index("audit_entries_organisation_id_entity_idx").on(table.organisationId, table.entity, table.entityId),
    index("audit_entries_unsealed_idx")
      .on(table.organisationId, table.id)
      .where(sql`${table.sealedAt} is null`),
    pgPolicy("sweep", { for: "select", to: sweepRole, using: sql`true` }),
  ],
);

export const auditPayloads = tenantTable(
  "audit_payloads",
  {
    entryId: uuid().notNull(),
    salt: text().notNull(),
    /** `{ field: [before, after] }`; secrets and encrypted fields say "changed". Null once erased. */
    difference: jsonb().$type<Record<string, [unknown, unknown]>>(),
    erasedAt: moment(),
  },
  (table) => [
    unique("audit_payloads_organisation_id_entry_id_key").on(table.organisationId, table.entryId),
    belongsTo({ organisationId: table.organisationId, from: table.entryId }, auditEntries),
  ],
);

/**
 * The end of an organisation's chain. `seal` is an HMAC under a key of the organisation that is not in the database, so that
 * neither cutting off the end nor computing the whole chain anew goes unnoticed.
 */
export const auditHeads = tenantTable(
  "audit_heads",
  {
    sequence: bigint({ mode: "number" }).notNull(),
    hash: text().notNull(),
    seal: text().notNull(),
  },
  (table) => [unique("audit_heads_organisation_id_key").on(table.organisationId)],
);
