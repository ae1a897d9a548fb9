import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { batches, batchRows } from "@/db/schema/batches";
import { may, personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import type { BatchAction, BatchGiven } from "@/lib/platform/batch-action";
import type { List } from "@/lib/platform/list";
import { moduleOf, type CommandContext } from "@/lib/platform/operation";
import type { OrganisationFacts } from "@/lib/platform/organisation";
import { moduleIsOn } from "@/lib/platform/plans";
import { notFound } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";

export type Batch = typeof batches.$inferSelect;

/** What a batch that takes another one back calls its action. */
export const undoing = "batches.undo";

/** What the person may do to many rows of a list. */
export async function batchActionsOf(
  actor: OrganisationActor,
  organisation: OrganisationFacts,
  list: string,
): Promise<BatchAction[]> {
  if (!may(actor, "batches:run")) return [];
  return (await registry()).modules
    .filter((module) => moduleIsOn(organisation, module.key))
    .flatMap((module) => module.batches ?? [])
    .filter((action) => action.list === list && may(actor, action.command.permission));
}

/** A list and something that can be done to its rows; refused as not found where the person may not. */
export async function actionFor(
  actor: OrganisationActor,
  organisation: OrganisationFacts,
  { list, action: key }: { list: string; action: string },
): Promise<{ definition: List; action: BatchAction }> {
  const definition = (await registry()).findList(list);
  const action = (await batchActionsOf(actor, organisation, list)).find((candidate) => candidate.key === key);
  const readable = definition && moduleIsOn(organisation, moduleOf(definition)) && may(actor, definition.permission);
  if (!readable || !action) throw notFound("what is to be done");
  return { definition, action };
}

/** A batch of the person's own; nobody else sees it. */
export async function ownBatch(
  tx: Transaction,
  actor: OrganisationActor,
  batchId: string,
  lock = false,
): Promise<Batch> {
  const asked = tx
    .select()
    .from(batches)
    .where(and(eq(batches.id, batchId), isNull(batches.deletedAt)));
  const [found] = lock ? await asked.for("update") : await asked;
  const own = found && (actor.kind === "system" || found.personId === personIdOf(actor));
  if (!own) throw notFound("this work");
  return found;
}

/** How many rows of a batch wait, are done, were refused. */
export async function countRows(tx: Transaction, batchId: string) {
  const [counts] = await tx
    .select({
      waiting: sql<number>`count(*) filter (where ${batchRows.status} = 'waiting')`.mapWith(Number),
      done: sql<number>`count(*) filter (where ${batchRows.status} = 'done')`.mapWith(Number),
      refused: sql<number>`count(*) filter (where ${batchRows.status} = 'refused')`.mapWith(Number),
      undoable:
        sql<number>`count(*) filter (where ${batchRows.status} = 'done' and ${batchRows.undo} is not null)`.mapWith(
          Number,
        ),
    })
    .from(batchRows)
    .where(eq(batchRows.batchId, batchId));
  return counts!;
}

export const sealGiven = (organisation: OrganisationFacts, batchId: string, given: BatchGiven): string =>
  sealText(dataKeyOf(organisation), JSON.stringify(given), `batch.given:${batchId}`);

export const openGiven = (organisation: OrganisationFacts, batch: Batch): BatchGiven =>
  JSON.parse(openText(dataKeyOf(organisation), batch.givenEncrypted, `batch.given:${batch.id}`)) as BatchGiven;

/** A batch for the audit trail: what was given may be a letter, so it stays out. */
export function audited({ givenEncrypted: _sealed, ...batch }: Batch) {
  return batch;
}

/** Writes what became of a batch, with its entry in the audit trail. */
export async function writeBatch(
  { tx, now, record }: CommandContext,
  before: Batch,
  values: Partial<typeof batches.$inferInsert>,
) {
  const [after] = await tx
    .update(batches)
    .set({ ...values, version: before.version + 1, updatedAt: now })
    .where(eq(batches.id, before.id))
    .returning();
  record("batch", audited(before), audited(after!));
  return { batchId: before.id, total: before.total };
}
