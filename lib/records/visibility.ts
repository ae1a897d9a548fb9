import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { may, personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import type { Permission } from "@/lib/platform/permissions";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";
import type { RecordReference } from "@/lib/records/schemas";

/**
 * Refuses who does not see the record, and the person whom the record is about: what colleagues write on a record, comments and
 * fields of the organisation's own, is among them. Whether somebody is a colleague at all is the operation's permission.
 */
export async function assertColleague(
  tx: Transaction,
  actor: OrganisationActor,
  reference: RecordReference,
): Promise<void> {
  const standing = await standingOf(tx, actor, reference);
  if (standing === "stranger") throw notFound();
  if (standing === "subject")
    throw new Refusal("forbidden", "What colleagues write on a record is not for the person whom it is about.");
}

/** Whether the actor holds a permission about what colleagues write, and may use it on this record. */
export async function isColleague(
  tx: Transaction,
  actor: OrganisationActor,
  permission: Permission,
  reference: RecordReference,
): Promise<boolean> {
  return may(actor, permission) && (await standingOf(tx, actor, reference)) === "colleague";
}

/** How an actor stands to a record: does not see it, is the person whom it is about, or sees it as one of the organisation. */
async function standingOf(
  tx: Transaction,
  actor: OrganisationActor,
  { entity, entityId }: RecordReference,
): Promise<"stranger" | "subject" | "colleague"> {
  const kind = (await registry()).findRecord(entity);
  if (!kind || !may(actor, kind.permission)) return "stranger";
  const id = sql`${entityId}::uuid`;
  const me = personIdOf(actor);
  const about = kind.about && me ? sql`coalesce(${kind.about(id)} = ${me}::uuid, false)` : sql`false`;
  const { rows } = (await tx.execute(sql`select ${about} as about where ${kind.visible(actor, id)}`)) as unknown as {
    rows: Array<{ about: boolean }>;
  };
  if (!rows[0]) return "stranger";
  return rows[0].about ? "subject" : "colleague";
}
