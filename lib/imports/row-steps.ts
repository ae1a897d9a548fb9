import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { importRows } from "@/db/schema/imports";
import { fieldsOf } from "@/lib/imports/guess-mapping";
import { importedFrom, loadImport, targetOf, wholeTargetOf, type ImportRecord } from "@/lib/imports/load";
import { fillOwn, type WholeTarget } from "@/lib/imports/own-fields";
import type { RowStatus } from "@/lib/imports/schemas";
import type { ImportedFrom } from "@/lib/platform/module";
import { command, type Command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

/*
 * Steps of an import that somebody started with `imports.start` or `imports.undo`: not in the manifest, nothing to call alone. What a
 * row makes and what is written about the row are there together or not at all, so that a process can be killed at any moment and
 * another goes on where it was. Many rows share a transaction; one that is refused leaves nothing behind and the others stand.
 */

/** Most rows in one transaction: few enough that an import is stopped at once and that nobody waits for its locks. */
export const mostTogether = 200;

const Rows = z.strictObject({ importId: z.uuid(), rowIds: z.array(z.uuid()).min(1).max(mostTogether) });
const perRow = "One entry per created record is enough; the row itself is bookkeeping of the import.";

interface Said {
  id: string;
  status: RowStatus;
  issues: Record<string, string>;
  record?: { id: string; version: number };
}

interface Row {
  id: string;
  values: Record<string, string>;
}

/** Makes records of rows that wait; returns how many it dealt with, refused ones included. A fault of ours undoes them all. */
export const takeRows = command({
  name: "imports.takeRows",
  ...rowStep("running", "valid", async (context, record, found) => {
    const target = await wholeTargetOf(context.tx, record);
    const rows = found.map(({ id, cells }) => ({ id, values: fieldsOf(cells, record.mapping) }));
    const from = importedFrom(record);
    return (await takeTogether(context, target, rows, from)) ?? (await takeOneByOne(context, target, rows, from));
  }),
});

/** Takes back what rows made, the last first; returns how many it dealt with. What was changed since stays and is named. */
export const undoRows = command({
  name: "imports.undoRows",
  ...rowStep("undoing", "created", async (context, record, found) => {
    const target = await targetOf(record);
    const said: Said[] = [];
    for (const { id, recordId, recordVersion } of found) {
      const made = { id: recordId ?? "", version: recordVersion ?? 1 };
      said.push(
        await saidOf(id, "kept", async () => {
          await context.attempt((own) => callAny(own, target.remove, target.removal(made)));
          return { id, status: "undone", issues: {} };
        }),
      );
    }
    return said;
  }),
});

/** Writes down why a row was not taken, or its record not removed. */
export const sayOfRow = command({
  name: "imports.sayOfRow",
  permission: "imports:run",
  input: z.strictObject({
    rowId: z.uuid(),
    status: z.enum(["refused", "kept"]),
    issues: z.record(z.string(), z.string()),
  }),
  audit: { none: perRow },
  example: noExample,
  async run(context, { rowId, status, issues }) {
    const [row] = await lockRows(context.tx, [rowId], status === "refused" ? "valid" : "created");
    if (row) await writeRows(context, [{ id: rowId, status, issues }]);
  },
});

/** What deals with rows while the import is in a state, with those that still wait for it; it returns how many. */
function rowStep(
  during: ImportRecord["state"],
  waiting: RowStatus,
  deal: (context: CommandContext, record: ImportRecord, found: (typeof importRows.$inferSelect)[]) => Promise<Said[]>,
) {
  return {
    permission: "imports:run" as const,
    input: Rows,
    audit: { none: perRow },
    example: noExample,
    async run(context: CommandContext, { importId, rowIds }: z.infer<typeof Rows>): Promise<number> {
      const record = await loadImport(context.tx, importId);
      const found = record.state === during ? await lockRows(context.tx, rowIds, waiting) : [];
      if (found.length === 0) return 0;
      const said = await deal(context, record, found);
      await writeRows(context, said);
      return said.length;
    },
  };
}

/** What a refusal says of a row: at its field, or of the row as a whole. */
export const issuesOf = (refusal: Refusal): Record<string, string> => ({
  [refusal.details.field ?? ""]: refusal.message,
});

/** All rows with one command, where the target knows one; null where it does not, or where one of the rows is refused. */
async function takeTogether(
  context: CommandContext,
  target: WholeTarget,
  rows: readonly Row[],
  from: ImportedFrom,
): Promise<Said[] | null> {
  const { many } = target;
  if (!many || rows.length === 1) return null;
  const values = rows.map((row) => row.values);
  try {
    return await context.attempt(async (own) => {
      const made = many.made(await callAny(own, many.create, many.input(values, from)));
      for (const [at, row] of rows.entries()) await fillOwn(own, target, made[at]!.id, row.values);
      return rows.map(({ id }, at) => ({ id, status: "created" as const, issues: {}, record: made[at]! }));
    });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function takeOneByOne(
  context: CommandContext,
  target: WholeTarget,
  rows: readonly Row[],
  from: ImportedFrom,
): Promise<Said[]> {
  const said: Said[] = [];
  for (const { id, values } of rows)
    said.push(
      await saidOf(id, "refused", () =>
        context.attempt(async (own) => {
          const record = target.made(await callAny(own, target.create, target.input(values, from)));
          await fillOwn(own, target, record.id, values);
          return { id, status: "created", issues: {}, record };
        }),
      ),
    );
  return said;
}

async function saidOf(id: string, refused: RowStatus, work: () => Promise<Said>): Promise<Said> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { id, status: refused, issues: issuesOf(error) };
    throw error;
  }
}

async function writeRows({ tx, now }: CommandContext, said: readonly Said[]): Promise<void> {
  const rows = said.map(({ id, status, issues, record }) => ({
    ...{ id, status, issues, record_id: record?.id ?? null, record_version: record?.version ?? null },
  }));
  await tx.execute(sql`
    update ${importRows} set status = u.status, issues = u.issues, updated_at = ${now},
      record_id = coalesce(u.record_id, import_rows.record_id),
      record_version = coalesce(u.record_version, import_rows.record_version)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as u (id uuid, status text, issues jsonb, record_id uuid, record_version integer)
    where import_rows.id = u.id`);
}

/** The rows that still stand so, but for those that another call is at work on; what came last goes back first. */
const lockRows = (tx: Transaction, rowIds: readonly string[], status: RowStatus) =>
  tx
    .select()
    .from(importRows)
    .where(and(inArray(importRows.id, [...rowIds]), eq(importRows.status, status)))
    .orderBy(status === "created" ? desc(importRows.line) : asc(importRows.line))
    .for("update", { skipLocked: true });

const callAny = (context: CommandContext, operation: Command, input: unknown): Promise<unknown> =>
  context.call(operation, input as never);

function noExample(): never {
  throw new Error("A step of an import is not called alone.");
}
