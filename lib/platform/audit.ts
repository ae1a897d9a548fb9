import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Transaction } from "@/db/client";
import { auditEntries, auditPayloads } from "@/db/schema/audit";
import { newId } from "@/db/tenant-table";
import { personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import { difference, type Difference } from "@/lib/platform/audit-difference";
import { canonicalJson } from "@/lib/platform/canonical-json";
import type { AuditedRow } from "@/lib/platform/operation";

export interface AuditRecord {
  operation: string;
  entity: string;
  before: AuditedRow | null;
  after: AuditedRow | null;
  /** Where it is not the frame's. */
  correlationId?: string;
}

interface AuditFrame {
  actor: OrganisationActor;
  at: Date;
  requestId: string;
  correlationId: string;
  address: string | null;
}

/** Entries in one insert: some 20 values each, well below Postgres' 65,535 parameters. */
const rowsAtOnce = 1000;

/** Writes one unsealed entry per record that really changed, with its payload beside it. */
export async function writeAudit(tx: Transaction, frame: AuditFrame, records: readonly AuditRecord[]): Promise<void> {
  const entries: Array<typeof auditEntries.$inferInsert> = [];
  const payloads: Array<typeof auditPayloads.$inferInsert> = [];
  for (const record of records) {
    const changed = difference(record.before, record.after);
    if (Object.keys(changed).length === 0) continue;
    const id = newId();
    const salt = randomBytes(16).toString("hex");
    entries.push({
      id,
      at: frame.at,
      operation: record.operation,
      entity: record.entity,
      entityId: (record.after ?? record.before)!.id,
      change: record.before === null ? "created" : record.after === null ? "deleted" : "changed",
      actorKind: frame.actor.kind,
      actorPersonId: personIdOf(frame.actor),
      actorName: nameOf(frame.actor),
      correlationId: record.correlationId ?? frame.correlationId,
      requestId: frame.requestId,
      address: frame.address,
      payloadDigest: payloadDigest(salt, changed),
    });
    payloads.push({ entryId: id, salt, difference: changed });
  }
  for (let from = 0; from < entries.length; from += rowsAtOnce) {
    await tx.insert(auditEntries).values(entries.slice(from, from + rowsAtOnce));
    await tx.insert(auditPayloads).values(payloads.slice(from, from + rowsAtOnce));
  }
}

/** The digest that stands in the chain for a payload: SHA-256 of the salt and the canonical JSON. The salt keeps short values unguessable after erasure. */
export function payloadDigest(salt: string, changed: Difference): string {
  return createHash("sha256").update(salt).update(canonicalJson(changed)).digest("hex");
}

function nameOf(actor: OrganisationActor): string {
  if (actor.kind === "person") return actor.name;
  return actor.kind === "system" ? actor.cause : actor.source;
}
