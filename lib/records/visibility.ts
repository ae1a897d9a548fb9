import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { may, type OrganisationActor } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";
import type { RecordReference } from "@/lib/records/schemas";

/**
 * Refuses as not found what the actor may not see. Comments, fields and the timeline of a record are seen by who sees the record,
 * as its own module says.
 */
export async function assertRecordVisible(
  tx: Transaction,
  actor: OrganisationActor,
  { entity, entityId }: RecordReference,
): Promise<void> {
  const kind = (await registry()).findRecord(entity);
  if (!kind || !may(actor, kind.permission)) throw notFound();
  const found = (await tx.execute(sql`select 1 where ${kind.visible(actor, sql`${entityId}::uuid`)}`)) as unknown as {
    rows: unknown[];
  };
  if (found.rows.length === 0) throw notFound();
}
