import "server-only";
import { sql, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { may, type OrganisationActor } from "@/lib/platform/actor";
import type { RecordKind } from "@/lib/platform/module";
import { notFound } from "@/lib/platform/refusal";

/** Which records an actor may see, as a condition over an expression that is a record's id. */
type Visible = (actor: OrganisationActor, entityId: SQL) => SQL;

/** Which records of a kind an actor sees: none without its permission, else those that the kind's own module says. */
export const visibleTo =
  (kind: Pick<RecordKind, "permission" | "visible">): Visible =>
  (actor, id) =>
    may(actor, kind.permission) ? kind.visible(actor, id) : sql`false`;

/** Refuses as not found a record that the actor does not see, or of a kind about which nothing is said. */
export async function assertRecordVisible(
  tx: Transaction,
  actor: OrganisationActor,
  visible: Visible | undefined,
  entityId: string,
): Promise<void> {
  if (!visible) throw notFound("this record");
  const found = await tx.execute(sql`select 1 where ${visible(actor, sql`${entityId}::uuid`)}`);
  if ((found as unknown as { rows: unknown[] }).rows.length === 0) throw notFound("this record");
}
