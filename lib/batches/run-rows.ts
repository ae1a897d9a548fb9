import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { transaction } from "@/db/client";
import { batchRows } from "@/db/schema/batches";
import { goneSentence } from "@/lib/batches/commands";
import { actionFor, countRows, openGiven, ownBatch, undoing, writeBatch, type Batch } from "@/lib/batches/load";
import { readerOf } from "@/lib/exports/reader";
import { notify } from "@/lib/notifications/notify";
import type { PersonActor, SystemActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import { parseInput } from "@/lib/platform/input-refusal";
import { rowsMatching } from "@/lib/platform/list";
import { logger } from "@/lib/platform/log";
import { command, type Command, type CommandContext, type Undo } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";

/*
 * How the rows of a batch are dealt with, one transaction each, in the person's name: the change and what is written about the
 * row are there together or not at all, so that a process can be killed at any moment and another goes on where it was. Not in
 * the manifest: these are steps of a batch that somebody started, nothing to call alone.
 */

const Row = z.strictObject({ batchId: z.uuid(), rowId: z.uuid() });
const bookkeeping = "The change of the record has its own entry; the row is bookkeeping of the batch.";

const takeRow = command({
  name: "batches.takeRow",
  permission: "batches:run",
  input: Row,
  audit: { none: bookkeeping },
  example: noExample,
  async run(context, { batchId, rowId }): Promise<{ taken: boolean }> {
    const { tx, actor, now } = context;
    const batch = await ownBatch(tx, actor, batchId);
    const [row] = await tx
      .select()
      .from(batchRows)
      .where(and(eq(batchRows.id, rowId), eq(batchRows.status, "waiting")))
      .for("update", { skipLocked: true });
    if (!row || batch.status !== "running") return { taken: false };
    const undo = batch.action === undoing ? await takeBack(context, row.undo) : await carryOut(context, batch, row);
    await tx.update(batchRows).set({ status: "done", undo, updatedAt: now }).where(eq(batchRows.id, rowId));
    return { taken: true };
  },
});

/** Does it to one record, when the person still sees it in the list and nothing speaks against it. */
async function carryOut(context: CommandContext, batch: Batch, row: { id: string; recordId: string }) {
  const { definition, action } = await actionFor(context.actor, context.organisation, batch);
  const given = openGiven(context.organisation, batch);
  const { from, where } = await rowsMatching(context, definition, { only: [row.recordId] });
  const { rows } = (await context.tx.execute(
    sql`select (${action.whyNot(context, given)}) as reason from ${from} where ${where}`,
  )) as unknown as { rows: Array<{ reason: string | null }> };
  if (!rows[0]) throw new Refusal("not_found", goneSentence);
  if (rows[0].reason) throw new Refusal("state", rows[0].reason);
  const input = parseInput(
    action.command.input,
    await action.inputOf(context, { recordId: row.recordId, rowId: row.id }, given),
  );
  const output = await context.call(action.command, input as never);
  return action.command.undo?.(input, output as never) ?? null;
}

async function takeBack(context: CommandContext, undo: Undo | null): Promise<null> {
  const operation = undo ? (await registry()).findOperation(undo.operation) : null;
  if (!undo || operation?.kind !== "command") throw new Refusal("state", "This cannot be taken back.");
  await context.call(operation, undo.input as never);
  return null;
}

/** Writes down why a row was refused. */
const sayOfRow = command({
  name: "batches.sayOfRow",
  permission: "batches:run",
  input: z.strictObject({ ...Row.shape, problem: z.string().max(1000) }),
  audit: { none: bookkeeping },
  example: noExample,
  async run({ tx, now }, { rowId, problem }) {
    await tx
      .update(batchRows)
      .set({ status: "refused", problem, updatedAt: now })
      .where(and(eq(batchRows.id, rowId), eq(batchRows.status, "waiting")));
  },
});

/** Writes the counts down; ends the batch when no row waits, else sees to it that it goes on. */
export const settleBatch = command({
  name: "batches.settle",
  permission: "batches:run",
  input: z.strictObject({ batchId: z.uuid() }),
  example: noExample,
  async run(context, { batchId }): Promise<{ left: number }> {
    const { tx, now, emit } = context;
    const before = await ownBatch(tx, context.actor, batchId, true);
    const { waiting, done, refused } = await countRows(tx, batchId);
    const running = before.status === "running";
    const ended = running && waiting === 0;
    await writeBatch(context, before, { done, refused, ...(ended ? { status: "done", finishedAt: now } : {}) });
    if (ended) await tell(context, before, { done, refused });
    else if (running) emit("batches.continued", { batchId, left: waiting });
    return { left: running ? waiting : 0 };
  },
});

/** Ends a batch that cannot go on: a fault of ours, or the person has left. It can be tried again. */
export const failBatch = command({
  name: "batches.fail",
  permission: "batches:run",
  input: z.strictObject({ batchId: z.uuid() }),
  example: noExample,
  async run(context, { batchId }) {
    const before = await ownBatch(context.tx, context.actor, batchId, true);
    if (before.status === "running") await writeBatch(context, before, { status: "failed", finishedAt: context.now });
  },
});

/**
 * Deals with up to `most` waiting rows of a batch that runs, for at most ten seconds. Safe to call again after a kill, and twice at
 * once: a row that another call has is left to it.
 */
export async function runRows(organisationId: string, batchId: string, most: number): Promise<number> {
  const batch = await transaction({ organisationId, readOnly: true }, (tx) =>
    ownBatch(tx, { kind: "system", organisationId, cause: "batches" }, batchId),
  );
  if (batch.status !== "running") return 0;
  const waiting = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx
      .select({ id: batchRows.id })
      .from(batchRows)
      .where(and(eq(batchRows.batchId, batchId), eq(batchRows.status, "waiting")))
      .orderBy(asc(batchRows.position))
      .limit(most),
  );
  const person = await readerOf(organisationId, batch.personId);
  const until = Date.now() + 10_000;
  let dealtWith = 0;
  for (const { id: rowId } of waiting) {
    if (Date.now() > until || !(await takeOne(person, batchId, rowId))) break;
    dealtWith += 1;
  }
  return dealtWith;
}

/** Whether the batch goes on after this row: not when it was stopped, or another call is at work on it. */
async function takeOne(person: PersonActor, batchId: string, rowId: string): Promise<boolean> {
  try {
    const { output } = await execute(takeRow, person, { batchId, rowId });
    return output.taken;
  } catch (error) {
    const system: SystemActor = { kind: "system", organisationId: person.organisation.id, cause: "batches" };
    await execute(sayOfRow as Command, system, { batchId, rowId, problem: problemOf(error, batchId) });
    return true;
  }
}

/** A fault of ours must not stop the other rows; when the database is gone, telling fails too, and the job is repeated. */
function problemOf(error: unknown, batchId: string): string {
  if (error instanceof Refusal) return error.message;
  logger.error({ code: "batches.row", batchId, err: error instanceof Error ? error.stack : String(error) }, "fault");
  return "Something went wrong on our side with this one. Please try it again.";
}

/** Short work ends before its dialog is closed; of longer work the person is told. */
async function tell(context: CommandContext, batch: Batch, counts: { done: number; refused: number }): Promise<void> {
  if (batch.total <= 20) return;
  await notify(context, {
    personIds: [batch.personId],
    kind: "batches.finished",
    data: counts,
    href: `/batches/${batch.id}`,
    dedupeKey: `batches.finished:${batch.id}:${batch.version}`,
    about: { entity: "batch", id: batch.id },
  });
}

function noExample(): never {
  throw new Error("A step of a batch is not called alone.");
}
