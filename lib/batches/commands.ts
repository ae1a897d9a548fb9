import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { batches, batchRows } from "@/db/schema/batches";
import { newId } from "@/db/tenant-table";
import { actionFor, audited, countRows, ownBatch, sealGiven, undoing, writeBatch } from "@/lib/batches/load";
import { BatchId, mostRows, StartBatch } from "@/lib/batches/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { parseInput } from "@/lib/platform/input-refusal";
import { rowsMatching } from "@/lib/platform/list";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";

/**
 * Begins to do one thing to many rows of a list: the rows are written down as they match now, in one statement, and dealt with in
 * the background one by one, in the person's name. Chosen rows that are gone are kept as refused.
 */
export const startBatch = command({
  name: "batches.start",
  permission: "batches:run",
  input: StartBatch,
  example: ({ invitedPersonId }) => ({
    list: "people.list",
    action: "people.resend",
    state: { only: [invitedPersonId] },
    given: {},
    expected: 1,
  }),
  async run(context, { list, action: key, state, given: raw, expected }): Promise<{ batchId: string; total: number }> {
    const { tx, actor, organisation, record, emit } = context;
    const personId = personIdOf(actor);
    if (!personId) throw new Refusal("forbidden", "Only a person can do this to many rows.");
    const { definition, action } = await actionFor(actor, organisation, { list, action: key });
    const given = parseInput(action.input, raw);
    const batchId = newId();
    await tx.insert(batches).values({
      ...{ id: batchId, list, action: key, personId, total: 0 },
      givenEncrypted: sealGiven(organisation, batchId, given),
    });
    const { from, where, order } = await rowsMatching(context, definition, state);
    await tx.execute(sql`
      insert into ${batchRows} (id, batch_id, position, record_id)
      select gen_random_uuid(), ${batchId}, row_number() over (), record
      from (select ${definition.key} as record from ${from} where ${where} order by ${order} limit ${mostRows + 1}) as rows`);
    if (state.only) await keepGone(context, batchId, state.only);
    const { waiting, refused } = await countRows(tx, batchId);
    const total = waiting + refused;
    if (state.only && waiting === 0) throw notFound("these rows");
    if (total > mostRows)
      throw new Refusal("limit", `At most ${mostRows.toLocaleString("en")} rows at once. Narrow the filters.`);
    if (total !== expected)
      throw new Refusal("conflict", `Now ${total} rows match, not ${expected}. Look again before you go on.`);
    const [made] = await tx.update(batches).set({ total, refused }).where(eq(batches.id, batchId)).returning();
    record("batch", null, audited(made!));
    emit("batches.started", { batchId, rows: total });
    return { batchId, total };
  },
});

/** Stops a batch after the row that it is at. What it did stays done. */
export const stopBatch = command({
  name: "batches.stop",
  permission: "batches:run",
  input: BatchId,
  example: ({ batchId }) => ({ batchId }),
  async run(context, { batchId }) {
    const before = await ownBatch(context.tx, context.actor, batchId, true);
    if (before.status !== "running") throw new Refusal("state", "This is over already.");
    return writeBatch(context, before, { status: "stopped", finishedAt: context.now });
  },
});

/** Tries the refused rows of a batch again, and those that were left when it was stopped. */
export const retryBatch = command({
  name: "batches.retry",
  permission: "batches:run",
  input: BatchId,
  example: ({ doneBatchId }) => ({ batchId: doneBatchId }),
  async run(context, { batchId }) {
    const { tx, now, emit } = context;
    const before = await ownBatch(tx, context.actor, batchId, true);
    if (before.status === "running") throw new Refusal("state", "This is still under way.");
    await tx
      .update(batchRows)
      .set({ status: "waiting", problem: null, updatedAt: now })
      .where(and(eq(batchRows.batchId, batchId), eq(batchRows.status, "refused")));
    const { waiting } = await countRows(tx, batchId);
    if (waiting === 0) throw new Refusal("state", "There is nothing left to try again.");
    emit("batches.started", { batchId, rows: waiting });
    return writeBatch(context, before, { status: "running", refused: 0, finishedAt: null });
  },
});

/** Takes back what a batch did, row by row, as far as each change can be taken back. */
export const undoBatch = command({
  name: "batches.undo",
  permission: "batches:run",
  input: BatchId,
  example: ({ doneBatchId }) => ({ batchId: doneBatchId }),
  async run(context, { batchId }): Promise<{ batchId: string; total: number }> {
    const { tx, actor, organisation, record, emit } = context;
    const before = await ownBatch(tx, actor, batchId, true);
    if (before.status === "running") throw new Refusal("state", "Stop it first.");
    const [again] = await tx.select({ id: batches.id }).from(batches).where(eq(batches.undoesBatchId, batchId));
    if (again) throw new Refusal("state", "This was taken back already.");
    const rows = await tx
      .select({ recordId: batchRows.recordId, position: batchRows.position, undo: batchRows.undo })
      .from(batchRows)
      .where(and(eq(batchRows.batchId, batchId), eq(batchRows.status, "done"), isNotNull(batchRows.undo)));
    if (rows.length === 0) throw new Refusal("state", "Nothing of this can be taken back.");
    const id = newId();
    const [made] = await tx
      .insert(batches)
      .values({
        ...{ id, list: before.list, action: undoing, personId: before.personId, undoesBatchId: batchId },
        givenEncrypted: sealGiven(organisation, id, {}),
        total: rows.length,
      })
      .returning();
    for (let at = 0; at < rows.length; at += 1000)
      await tx.insert(batchRows).values(rows.slice(at, at + 1000).map((row) => ({ batchId: id, ...row })));
    record("batch", null, audited(made!));
    emit("batches.started", { batchId: id, rows: rows.length });
    return { batchId: id, total: rows.length };
  },
});

/** Rows that somebody chose and that are gone from their list since are told as refused, not left out in silence. */
async function keepGone({ tx }: CommandContext, batchId: string, chosen: readonly string[]): Promise<void> {
  const there = await tx.select({ recordId: batchRows.recordId }).from(batchRows).where(eq(batchRows.batchId, batchId));
  const found = new Set(there.map(({ recordId }) => recordId));
  const gone = [...new Set(chosen)].filter((id) => !found.has(id));
  if (gone.length === 0) return;
  await tx.insert(batchRows).values(
    gone.map((recordId, at) => ({
      ...{ batchId, recordId, position: there.length + at + 1, status: "refused" },
      problem: goneSentence,
    })),
  );
}

export const goneSentence = "This is no longer in your list, so nothing was done to it.";
