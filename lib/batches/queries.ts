import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { batches, batchRows } from "@/db/schema/batches";
import { goneSentence } from "@/lib/batches/commands";
import { actionFor, countRows, ownBatch } from "@/lib/batches/load";
import { batchStatuses, BatchId, mostRows, PrepareBatch } from "@/lib/batches/schemas";
import { personIdOf } from "@/lib/platform/actor";
import type { BatchField } from "@/lib/platform/batch-action";
import { readChoice } from "@/lib/platform/filter-values";
import { list, readList, rowsMatching } from "@/lib/platform/list";
import type { CellValue } from "@/lib/platform/list-types";
import { query, type QueryContext } from "@/lib/platform/operation";
import { registry } from "@/lib/platform/registry";

/** Rows that would be refused, or were, for one reason. */
export interface Refused {
  reason: string;
  count: number;
  /** The first of them, by name. */
  names: string[];
}

export interface PreparedBatch {
  /** Rows that match, exactly; up to one above the limit. */
  total: number;
  most: number;
  refused: Refused[];
  fields: BatchField[];
}

/** What a batch would do: how many rows match, which of them it would refuse and why, and what must be given. */
export const prepareBatch = query({
  name: "batches.prepare",
  permission: "batches:run",
  input: PrepareBatch,
  example: () => ({ list: "people.list", action: "people.resend", state: { filters: { status: "invited" } } }),
  async run(context, { list, action: key, state, given }): Promise<PreparedBatch> {
    const { definition, action } = await actionFor(context.actor, context.organisation, { list, action: key });
    const { from, where, order } = await rowsMatching(context, definition, state);
    const name = definition.columns[0]!.value;
    const { rows } = (await context.tx.execute(sql`
      select reason, count(*)::int as count, (array_agg(name order by place))[1:3] as names
      from (select row_number() over (order by ${order}) as place, (${name})::text as name,
                   (${action.whyNot(context, given)}) as reason
            from ${from} where ${where} limit ${mostRows + 1}) as rows
      group by reason order by count desc, reason`)) as unknown as {
      rows: Array<{ reason: string | null; count: number; names: string[] }>;
    };
    const found = rows.reduce((sum, { count }) => sum + count, 0);
    const gone = state.only ? new Set(state.only).size - found : 0;
    return {
      total: found + gone,
      most: mostRows,
      refused: [
        ...rows.filter((row): row is Refused => row.reason !== null),
        ...(gone > 0 ? [{ reason: goneSentence, count: gone, names: [] }] : []),
      ],
      fields: (await action.fields?.(context)) ?? [],
    };
  },
});

export interface BatchView {
  id: string;
  list: string;
  action: string;
  status: string;
  total: number;
  done: number;
  refused: number;
  left: number;
  at: Date;
  /** Some of it can be taken back, and was not yet. */
  undoable: boolean;
  refusals: Array<{ recordId: string; name: string | null; href: string | null; problem: string }>;
}

/** How far a batch is, and what was refused; the first hundred rows by name. */
export const oneBatch = query({
  name: "batches.one",
  permission: "batches:run",
  input: BatchId,
  example: ({ batchId }) => ({ batchId }),
  async run(context, { batchId }): Promise<BatchView> {
    const { tx, actor } = context;
    const batch = await ownBatch(tx, actor, batchId);
    const { waiting, done, refused, undoable } = await countRows(tx, batchId);
    const [takenBack] = await tx.select({ id: batches.id }).from(batches).where(eq(batches.undoesBatchId, batchId));
    const refusals = await tx
      .select({ recordId: batchRows.recordId, problem: batchRows.problem })
      .from(batchRows)
      .where(and(eq(batchRows.batchId, batchId), eq(batchRows.status, "refused")))
      .orderBy(asc(batchRows.position))
      .limit(100);
    const names = await namesOf(
      context,
      batch.list,
      refusals.map(({ recordId }) => recordId),
    );
    return {
      ...{ id: batch.id, list: batch.list, action: batch.action, status: batch.status, total: batch.total },
      ...{ done, refused, left: waiting, at: batch.createdAt },
      undoable: undoable > 0 && batch.status !== "running" && !takenBack,
      refusals: refusals.map(({ recordId, problem }) => ({
        recordId,
        name: names.get(recordId)?.name ?? null,
        href: names.get(recordId)?.href ?? null,
        problem: problem ?? "",
      })),
    };
  },
});

/** The batches of this person, the newest first. */
export const batchList = list({
  name: "batches.list",
  permission: "batches:run",
  key: sql`${batches.id}`,
  columns: [
    { key: "action", kind: "text", value: sql`${batches.action}` },
    { key: "list", kind: "status", value: sql`${batches.list}` },
    { key: "status", kind: "status", value: sql`${batches.status}` },
    { key: "total", kind: "number", align: "end", value: sql`${batches.total}`, sortable: true },
    { key: "done", kind: "number", align: "end", value: sql`${batches.done}` },
    { key: "refused", kind: "number", align: "end", value: sql`${batches.refused}` },
    { key: "at", kind: "datetime", value: sql`${batches.createdAt}`, sortable: true },
  ],
  filters: [
    {
      key: "status",
      kind: "choice",
      options: batchStatuses,
      condition: (value) => inArray(batches.status, readChoice(value)),
    },
    {
      key: "list",
      kind: "choice",
      condition: (value) => inArray(batches.list, readChoice(value)),
    },
  ],
  defaultSort: { column: "at", descending: true },
  source({ actor }) {
    const personId = personIdOf(actor);
    return { from: sql`${batches}`, where: personId ? eq(batches.personId, personId) : sql`false` };
  },
  href: (id) => `/batches/${id}`,
});

/** The records' names, as far as the person still sees them in the list. */
async function namesOf(context: QueryContext, list: string, ids: string[]) {
  const definition = (await registry()).findList(list);
  if (!definition || ids.length === 0) return new Map<string, { name: string; href: string | null }>();
  const { rows } = await readList(context, definition, { only: ids, limit: ids.length });
  const first = definition.columns[0]!.key;
  return new Map(rows.map(({ id, cells, href }) => [id, { name: nameIn(cells[first]), href: href ?? null }]));
}

const nameIn = (cell: CellValue | undefined): string => (Array.isArray(cell) ? String(cell[0]) : String(cell ?? ""));
