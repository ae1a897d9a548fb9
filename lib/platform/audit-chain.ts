import "server-only";
import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { and, asc, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { transaction, type Transaction } from "@/db/client";
import { auditEntries, auditHeads, auditPayloads } from "@/db/schema/audit";
import { payloadDigest } from "@/lib/platform/audit";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { now as clock } from "@/lib/platform/clock";
import { logger } from "@/lib/platform/log";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf } from "@/lib/platform/secrets";

/*
 * Audit entries are written unsealed, so that writers do not wait for one another; here they get their place in a chain of
 * hashes per organisation. Each hash covers the entry, the digest of its payload and the hash before it. The end of the chain
 * is sealed with a key that is not in the database (and logged), so that whoever rewrites the whole chain is seen too.
 */

type Entry = typeof auditEntries.$inferSelect;

/** The hash that stands before the first entry. */
export const chainStart = "0".repeat(64);

/** The hash of an entry at its place: SHA-256 of the canonical JSON of what it says, its number and the hash before it, hex. */
export function entryHash(entry: Entry, sequence: number, previousHash: string): string {
  const { id, organisationId, at, operation, entity, entityId, change, payloadDigest: digest } = entry;
  const { actorKind, actorPersonId, actorName, correlationId, requestId, address } = entry;
  const facts = {
    ...{ id, organisationId, at, operation, entity, entityId, change, payloadDigest: digest },
    ...{ actorKind, actorPersonId, actorName, correlationId, requestId, address },
    ...{ sequence, previousHash },
  };
  return createHash("sha256").update(canonicalJson(facts)).digest("hex");
}

/** The organisations that have entries to seal, longest waiting first. */
export async function organisationsToSeal(most = 200): Promise<string[]> {
  const rows = await acrossSweep((tx) =>
    tx
      .select({ organisationId: auditEntries.organisationId })
      .from(auditEntries)
      .where(isNull(auditEntries.sealedAt))
      .groupBy(auditEntries.organisationId)
      .orderBy(sql`min(${auditEntries.createdAt})`)
      .limit(most),
  );
  return rows.map(({ organisationId }) => organisationId);
}

/** Seals what waits in all organisations. Returns how many entries. */
export async function sealWaiting(now = clock()): Promise<number> {
  let sealed = 0;
  for (const organisationId of await organisationsToSeal()) sealed += await sealAudit(organisationId, { now });
  return sealed;
}

/** Seals what an organisation has unsealed, `batch` entries a transaction. Two at once wait for one another. Returns how many. */
export async function sealAudit(organisationId: string, options: { now?: Date; batch?: number } = {}): Promise<number> {
  const batch = options.batch ?? 500;
  let total = 0;
  for (;;) {
    const sealed = await transaction({ organisationId }, (tx) => sealBatch(tx, options.now ?? clock(), batch));
    total += sealed;
    if (sealed < batch) return total;
  }
}

async function sealBatch(tx: Transaction, now: Date, batch: number): Promise<number> {
  const organisation = await organisationOfTransaction(tx);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${organisation.id}`}, 0))`);
  const waiting = await tx
    .select()
    .from(auditEntries)
    .where(isNull(auditEntries.sealedAt))
    .orderBy(asc(auditEntries.id))
    .limit(batch);
  if (waiting.length === 0) return 0;
  const [head] = await tx.select().from(auditHeads);
  let { sequence, hash } = head ?? { sequence: 0, hash: chainStart };
  const links = waiting.map((entry) => {
    const previousHash = hash;
    sequence += 1;
    hash = entryHash(entry, sequence, previousHash);
    return { id: entry.id, sequence, previousHash, hash };
  });
  const values = links.map(
    (link) => sql`(${link.id}::uuid, ${link.sequence}::bigint, ${link.previousHash}, ${link.hash})`,
  );
  await tx.execute(sql`
    update audit_entries e set sequence = l.sequence, previous_hash = l.previous_hash, hash = l.hash,
           sealed_at = ${now.toISOString()}::timestamptz
    from (values ${sql.join(values, sql`, `)}) as l (id, sequence, previous_hash, hash) where e.id = l.id`);
  const seal = headSeal(organisation, sequence, hash);
  await tx
    .insert(auditHeads)
    .values({ sequence, hash, seal })
    .onConflictDoUpdate({ target: auditHeads.organisationId, set: { sequence, hash, seal, updatedAt: now } });
  logger.info({ code: "audit.sealed", organisationId: organisation.id, sequence, hash, count: links.length });
  return links.length;
}

/** HMAC-SHA256 of the end of a chain, under a key derived (HKDF, RFC 5869) from the organisation's data key; hex. */
function headSeal(organisation: { id: string; dataKey: string }, sequence: number, hash: string): string {
  const key = hkdfSync("sha256", dataKeyOf(organisation), "", "landfall audit head", 32);
  return createHmac("sha256", Buffer.from(key)).update(`${organisation.id}:${sequence}:${hash}`).digest("hex");
}

export type AuditFaultKind = "gap" | "entry" | "link" | "payload" | "payload_missing" | "head";

export interface AuditFault {
  kind: AuditFaultKind;
  /** Place in the chain at which it shows. */
  sequence: number;
  entryId: string | null;
}

export interface AuditVerdict {
  organisationId: string;
  sealed: number;
  unsealed: number;
  /** Payloads that were erased on purpose; the chain holds without them. */
  erased: number;
  /** Number and hash of the last entry of the chain. */
  sequence: number;
  head: string;
  faults: AuditFault[];
}

/**
 * Walks the chain of an organisation from its first entry and reports every place where it does not hold: missing numbers,
 * edited entries, broken links, payloads that are not the ones that were written, an end that was cut off or made anew.
 */
export async function verifyAudit(organisationId: string, batch = 1_000): Promise<AuditVerdict> {
  return transaction({ organisationId, readOnly: true }, async (tx) => {
    const organisation = await organisationOfTransaction(tx);
    const counts = { sealed: 0, unsealed: 0, erased: 0, sequence: 0 };
    const verdict: AuditVerdict = { organisationId, ...counts, head: chainStart, faults: [] };
    for (;;) {
      const entries = await tx
        .select()
        .from(auditEntries)
        .where(and(isNotNull(auditEntries.sequence), gt(auditEntries.sequence, verdict.sequence)))
        .orderBy(asc(auditEntries.sequence))
        .limit(batch);
      if (entries.length === 0) break;
      await verifyEntries(tx, entries, verdict);
    }
    const [head] = await tx.select().from(auditHeads);
    if (!headHolds(organisation, head, verdict)) verdict.faults.push(fault("head", verdict.sequence, null));
    const [counted] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(auditEntries)
      .where(isNull(auditEntries.sequence));
    verdict.unsealed = counted?.count ?? 0;
    return verdict;
  });
}

const fault = (kind: AuditFaultKind, sequence: number, entryId: string | null): AuditFault => ({
  kind,
  sequence,
  entryId,
});

async function verifyEntries(tx: Transaction, entries: readonly Entry[], verdict: AuditVerdict): Promise<void> {
  const payloads = await tx
    .select()
    .from(auditPayloads)
    .where(
      inArray(
        auditPayloads.entryId,
        entries.map(({ id }) => id),
      ),
    );
  const payloadOf = new Map(payloads.map((payload) => [payload.entryId, payload]));
  for (const entry of entries) {
    const sequence = entry.sequence!;
    const expected = verdict.sequence + 1;
    if (sequence !== expected) verdict.faults.push(fault("gap", expected, entry.id));
    else if (entry.previousHash !== verdict.head) verdict.faults.push(fault("link", sequence, entry.id));
    if (entry.hash !== entryHash(entry, sequence, entry.previousHash ?? ""))
      verdict.faults.push(fault("entry", sequence, entry.id));
    const payload = payloadOf.get(entry.id);
    if (!payload) verdict.faults.push(fault("payload_missing", sequence, entry.id));
    else if (payload.difference === null && payload.erasedAt) verdict.erased += 1;
    else if (payloadDigest(payload.salt, payload.difference ?? {}) !== entry.payloadDigest)
      verdict.faults.push(fault("payload", sequence, entry.id));
    verdict.sealed += 1;
    verdict.sequence = sequence;
    verdict.head = entry.hash ?? "";
  }
}

function headHolds(
  organisation: { id: string; dataKey: string },
  head: typeof auditHeads.$inferSelect | undefined,
  { sequence, head: hash }: AuditVerdict,
): boolean {
  if (!head) return sequence === 0;
  if (head.sequence !== sequence || head.hash !== hash) return false;
  const expected = Buffer.from(headSeal(organisation, sequence, hash));
  const given = Buffer.from(head.seal);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
