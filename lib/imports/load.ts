import "server-only";
import { and, count, eq, isNull, sql, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";
import { withOwnFields, type WholeTarget } from "@/lib/imports/own-fields";
import type { ImportState, RowCounts, RowStatus } from "@/lib/imports/schemas";
import { may, personIdOf, scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import type { ImportedFrom, ImportTarget } from "@/lib/platform/module";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";

export type ImportRecord = typeof imports.$inferSelect & { state: ImportState; counts: RowCounts };

/** All targets that modules declare. */
export async function importTargets(): Promise<ImportTarget[]> {
  return (await registry()).modules.flatMap(({ imports: targets = [] }) => targets);
}

/** What is the same for all rows of an import. */
export const importedFrom = ({ startedByPersonId, withinId }: ImportRecord): ImportedFrom => ({
  by: startedByPersonId,
  within: withinId,
});

/** The same with the fields that its columns can fill: the organisation's own too, and none that its record says of all rows is needed. */
export const wholeTargetOf = async (tx: Transaction, record: Pick<ImportRecord, "target" | "withinId">) =>
  wholeTarget(tx, await targetOf(record), record.withinId);

/** What an import brings in; refused where no module knows it any more. */
export async function targetOf(record: { target: string }): Promise<ImportTarget> {
  const target = (await importTargets()).find(({ key }) => key === record.target);
  if (!target) throw new Refusal("state", "This kind of record cannot be imported any more.");
  return target;
}

/** A target that the actor may import, with the organisation's own fields; refused otherwise. */
export async function targetFor(
  { tx, actor }: { tx: Transaction; actor: OrganisationActor },
  { target: key, withinId }: Pick<ImportRecord, "target" | "withinId">,
): Promise<WholeTarget> {
  const target = (await importTargets()).find((candidate) => candidate.key === key);
  if (!target) throw new Refusal("invalid", "This cannot be imported.", "target");
  if (!may(actor, target.permission)) throw new Refusal("forbidden", "You may not add records of this kind.");
  return wholeTarget(tx, target, withinId);
}

async function wholeTarget(tx: Transaction, target: ImportTarget, withinId: string | null): Promise<WholeTarget> {
  const said = withinId ? target.within?.field : undefined;
  const fields = target.fields.map((field) => (field.key === said ? { ...field, required: false } : field));
  return withOwnFields(tx, { ...target, fields });
}

/** Which imports an actor sees: all of the organisation, or those that the person started. */
export function visibleImports(actor: OrganisationActor): SQL {
  if (scopesOf(actor, "imports:run").has("all")) return sql`true`;
  return eq(imports.startedByPersonId, personIdOf(actor) ?? "");
}

/** An import by id, locked for a change when `change` is set; of an actor's where one is given. Refused as not found. */
export async function loadImport(
  tx: Transaction,
  importId: string,
  change = false,
  actor?: OrganisationActor,
): Promise<ImportRecord> {
  const wanted = tx
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), isNull(imports.deletedAt), actor ? visibleImports(actor) : undefined));
  const [found] = await (change ? wanted.for("update") : wanted);
  if (!found) throw notFound("this import");
  return found as ImportRecord;
}

/** How many rows of an import stand where. */
export async function countRows(tx: Transaction, importId: string): Promise<RowCounts> {
  const counted = await tx
    .select({ status: importRows.status, rows: count() })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .groupBy(importRows.status);
  return Object.fromEntries(counted.map(({ status, rows }) => [status as RowStatus, rows]));
}
