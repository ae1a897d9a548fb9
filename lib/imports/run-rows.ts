import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { files } from "@/db/schema/files";
import { importRows, imports } from "@/db/schema/imports";
import { transaction, type Transaction } from "@/db/client";
import { fieldsOf } from "@/lib/imports/guess-mapping";
import { countRows, importTargets, loadImport, type ImportRecord } from "@/lib/imports/load";
import { fillOwn, withOwnFields } from "@/lib/imports/own-fields";
import type { RowStatus } from "@/lib/imports/schemas";
import { notify } from "@/lib/notifications/notify";
import type { SystemActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import { logger } from "@/lib/platform/log";
import type { ImportTarget } from "@/lib/platform/module";
import { command, type Command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

/*
 * How rows become records, one transaction each: the record and what is written about the row are there together or not at
 * all, so that a process can be killed at any moment and another goes on where it was. The commands here are not in the
 * manifest: they are steps of an import that somebody started with `imports.start` or `imports.undo`, nothing to call alone.
 */

const Row = z.strictObject({ importId: z.uuid(), rowId: z.uuid() });
const RowSaid = z.strictObject({
  ...Row.shape,
  status: z.enum(["refused", "kept"]),
  said: z.record(z.string(), z.string()),
});
const perRow = "One entry per created record is enough; the row itself is bookkeeping of the import.";

const takeRow = command({
  name: "imports.takeRow",
  permission: "imports:run",
  input: Row,
  audit: { none: perRow },
  example: noExample,
  async run(context, { importId, rowId }) {
    const { tx, now } = context;
    const record = await loadImport(tx, importId);
    const row = record.state === "running" ? await lockRow(tx, rowId, "valid") : null;
    if (!row) return { status: null };
    const target = await withOwnFields(tx, await targetOf(record));
    const fields = fieldsOf(row.cells, record.mapping);
    const made = target.made(
      await callAny(context, target.create, target.input(fields, record.startedByPersonId) as never),
    );
    await fillOwn(context, target, made.id, fields);
    await tx
      .update(importRows)
      .set({ status: "created", issues: {}, recordId: made.id, recordVersion: made.version, updatedAt: now })
      .where(eq(importRows.id, rowId));
    return { status: "created" as const };
  },
});

const undoRow = command({
  name: "imports.undoRow",
  permission: "imports:run",
  input: Row,
  audit: { none: perRow },
  example: noExample,
  async run(context, { importId, rowId }) {
    const { tx, now } = context;
    const record = await loadImport(tx, importId);
    const row = record.state === "undoing" ? await lockRow(tx, rowId, "created") : null;
    if (!row?.recordId) return { status: null };
    const target = await targetOf(record);
    await callAny(context, target.remove, target.removal({ id: row.recordId, version: row.recordVersion ?? 1 }));
    await tx.update(importRows).set({ status: "undone", issues: {}, updatedAt: now }).where(eq(importRows.id, rowId));
    return { status: "undone" as const };
  },
});

/** Writes down why a row was not taken, or its record not removed. */
const sayOfRow = command({
  name: "imports.sayOfRow",
  permission: "imports:run",
  input: RowSaid,
  audit: { none: perRow },
  example: noExample,
  async run({ tx, now }, { rowId, status, said }) {
    const from: RowStatus = status === "refused" ? "valid" : "created";
    if (!(await lockRow(tx, rowId, from))) return;
    await tx.update(importRows).set({ status, issues: said, updatedAt: now }).where(eq(importRows.id, rowId));
  },
});

/** Writes the counts down; ends the import when no row is left, else sees to it that it goes on. */
export const settleImport = command({
  name: "imports.settle",
  permission: "imports:run",
  input: z.strictObject({ importId: z.uuid() }),
  example: noExample,
  async run(context, { importId }): Promise<{ left: number }> {
    const { tx, now, record, emit } = context;
    const before = await loadImport(tx, importId, true);
    const counts = await countRows(tx, importId);
    const undoing = before.state === "undoing";
    const left = (undoing ? counts.created : before.state === "running" ? counts.valid : 0) ?? 0;
    const ended = left === 0 && (undoing || before.state === "running");
    const [after] = await tx
      .update(imports)
      .set({
        counts,
        updatedAt: now,
        ...(ended ? { state: undoing ? "undone" : "done", finishedAt: now, version: before.version + 1 } : {}),
      })
      .where(eq(imports.id, importId))
      .returning();
    record("import", before, after!);
    if (ended)
      await tell(context, before, undoing ? "undone" : "finished", (undoing ? counts.undone : counts.created) ?? 0);
    else if (left > 0) emit("imports.continued", { importId, left });
    return { left };
  },
});

/** Ends an import that cannot go on because of a fault of ours; it can be started again where it was. */
export const failImport = command({
  name: "imports.fail",
  permission: "imports:run",
  input: z.strictObject({ importId: z.uuid() }),
  example: noExample,
  async run(context, { importId }) {
    const { tx, now, record } = context;
    const before = await loadImport(tx, importId, true);
    if (before.state !== "running" && before.state !== "undoing") return;
    const counts = await countRows(tx, importId);
    const [after] = await tx
      .update(imports)
      .set({ state: "failed", counts, updatedAt: now, finishedAt: now, version: before.version + 1 })
      .where(eq(imports.id, importId))
      .returning();
    record("import", before, after!);
    await tell(context, before, "failed", counts.created ?? 0);
  },
});

/** Tells who started it how it ended. */
async function tell(context: CommandContext, record: ImportRecord, how: string, count: number): Promise<void> {
  if (!record.startedByPersonId) return;
  const [file] = await context.tx.select({ name: files.name }).from(files).where(eq(files.id, record.fileId));
  await notify(context, {
    personIds: [record.startedByPersonId],
    kind: `imports.${how}`,
    data: { file: file?.name ?? "", count },
    href: `/imports/${record.id}`,
    dedupeKey: `imports.${how}:${record.id}:${record.version}`,
    about: { entity: "import", id: record.id },
  });
}

/**
 * Deals with up to `most` rows of an import that runs or is being undone, one after the other. Safe to call again after a kill,
 * and twice at once: a row that another call has is left to it.
 */
export async function runRows(organisationId: string, importId: string, most: number): Promise<number> {
  const actor: SystemActor = { kind: "system", organisationId, cause: "imports" };
  const record = await transaction({ organisationId, readOnly: true }, (tx) => loadImport(tx, importId));
  const undoing = record.state === "undoing";
  if (!undoing && record.state !== "running") return 0;
  const waiting = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx
      .select({ id: importRows.id })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), eq(importRows.status, undoing ? "created" : "valid")))
      // What came last goes first, so that nothing goes before what was built on it.
      .orderBy(undoing ? desc(importRows.line) : asc(importRows.line))
      .limit(most),
  );
  let dealtWith = 0;
  for (const { id: rowId } of waiting) {
    const step = undoing ? undoRow : takeRow;
    try {
      const { output } = await execute(step as Command<typeof Row, { status: string | null }>, actor, {
        importId,
        rowId,
      });
      // Stopped meanwhile, or another call has it.
      if (output.status === null) continue;
    } catch (error) {
      await execute(sayOfRow, actor, { importId, rowId, status: undoing ? "kept" : "refused", said: saidOf(error) });
    }
    dealtWith += 1;
  }
  return dealtWith;
}

/** What a row is told. A fault of ours must not stop the other rows; when the database is gone, telling fails too, and the job is repeated. */
function saidOf(error: unknown): Record<string, string> {
  if (error instanceof Refusal) return { [error.details.field ?? ""]: error.message };
  logger.error({ code: "imports.row", err: error instanceof Error ? error.stack : String(error) });
  return { "": "Something went wrong on our side with this row. Import it again." };
}

async function lockRow(tx: Transaction, rowId: string, status: RowStatus) {
  const [row] = await tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.id, rowId), eq(importRows.status, status)))
    .for("update", { skipLocked: true });
  return row ?? null;
}

async function targetOf(record: ImportRecord): Promise<ImportTarget> {
  const target = (await importTargets()).find(({ key }) => key === record.target);
  if (!target) throw new Refusal("state", "This kind of record cannot be imported any more.");
  return target;
}

const callAny = (context: CommandContext, operation: Command, input: unknown): Promise<unknown> =>
  context.call(operation, input);

function noExample(): never {
  throw new Error("A step of an import is not called alone.");
}
