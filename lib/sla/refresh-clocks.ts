import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { slaAssignments, slaClocks, slaLooks, slaMoments } from "@/db/schema/sla";
import { newId } from "@/db/tenant-table";
import type { Measured } from "@/lib/platform/measured";
import type { QueryContext } from "@/lib/platform/operation";
import { expectedClocks, type Expected } from "./expected-clocks";
import { policiesOverTime, type PoliciesOverTime } from "./policies-over-time";
import { dateOf } from "./rules/moment";
import { columnsOf, momentsOf } from "./stored-clock";

type Context = Pick<QueryContext, "tx" | "organisation" | "now">;

/** How many records are replayed together. */
const atOnce = 200;

/**
 * Works the clocks of some records out anew and stores what changed, with what must be told of them and when. Whoever changes one of the records at the
 * same time waits, and then sees what was stored here.
 */
export async function refreshClocks(
  context: Context,
  work: ReadonlyArray<{ measured: Measured; ids: readonly string[] }>,
  /** For records that come from elsewhere with their past: what they came to by now is taken as told. */
  { quiet = false } = {},
): Promise<{ changed: number }> {
  const all = [...new Set(work.flatMap(({ ids }) => ids))];
  if (all.length === 0) return { changed: 0 };
  await lockRecords(context, all);
  const policies = await policiesOverTime(context);
  const together = { ...context };
  let changed = 0;
  for (const { measured, ids } of work)
    for (let start = 0; start < ids.length; start += atOnce) {
      const some = ids.slice(start, start + atOnce);
      const expected = await expectedClocks(together, measured, some, policies);
      await storeAssignments(context, measured, expected);
      changed += await storeClocks(context, measured, expected, policies, quiet);
      await storeLooks(context, measured, expected);
    }
  return { changed };
}

/** In an order that is the same for everybody, so that two who change several records never wait for each other in a circle. */
async function lockRecords({ tx, organisation }: Context, ids: readonly string[]): Promise<void> {
  const keys = ids.map((id) => `sla/${organisation.id}/${id}`);
  await tx.execute(sql`
    select pg_advisory_xact_lock(key) from (
      select hashtextextended(name, 0) as key from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) as name order by 1
    ) as keys`);
}

async function storeAssignments({ tx }: Context, { key: metric }: Measured, expected: ReadonlyMap<string, Expected>) {
  const rows = [...expected].flatMap(([entityId, { assign }]) =>
    assign ? [{ metric, entityId, policyId: assign.policyId, at: assign.at === null ? null : dateOf(assign.at) }] : [],
  );
  if (rows.length > 0) await tx.insert(slaAssignments).values(rows);
}

async function storeLooks({ tx }: Context, { key: metric }: Measured, expected: ReadonlyMap<string, Expected>) {
  const coming = [...expected].flatMap(([entityId, { lookAt }]) =>
    lookAt === null ? [] : [{ metric, entityId, at: dateOf(lookAt) }],
  );
  const over = [...expected].flatMap(([entityId, { lookAt }]) => (lookAt === null ? [entityId] : []));
  if (over.length > 0)
    await tx.delete(slaLooks).where(and(eq(slaLooks.metric, metric), inArray(slaLooks.entityId, over)));
  if (coming.length > 0)
    await tx
      .insert(slaLooks)
      .values(coming)
      .onConflictDoUpdate({
        target: [slaLooks.organisationId, slaLooks.metric, slaLooks.entityId],
        set: { at: sql`excluded.at` },
      });
}

type Stored = typeof slaClocks.$inferSelect;

async function storeClocks(
  context: Context,
  measured: Measured,
  expected: ReadonlyMap<string, Expected>,
  policies: PoliciesOverTime,
  quiet: boolean,
): Promise<number> {
  const { tx, now } = context;
  const stored = await tx
    .select()
    .from(slaClocks)
    .where(and(eq(slaClocks.metric, measured.key), inArray(slaClocks.entityId, [...expected.keys()])));
  const known = new Map(stored.map((row) => [`${row.entityId}/${row.cycle}`, row]));
  const planned: Planned[] = [];
  const write: (typeof slaClocks.$inferInsert)[] = [];
  for (const [entityId, { record, clocks }] of expected)
    for (const clock of clocks) {
      const before = known.get(`${entityId}/${clock.cycle}`);
      known.delete(`${entityId}/${clock.cycle}`);
      // Who answered for a clock when it ended goes on doing so.
      const person = before?.stoppedAt && clock.stoppedAt !== null ? before : record;
      const columns = columnsOf(
        clock,
        measured,
        entityId,
        { ...record, responsibleId: person.responsibleId },
        policies.policyOf,
      );
      const id = before?.id ?? newId();
      if (!before || differs(before, columns)) write.push({ id, ...columns, updatedAt: now });
      planned.push(...momentsOf(clock).map((moment) => ({ clockId: id, ...moment, at: dateOf(moment.at) })));
    }
  // What its history has no more, because what began it was taken back.
  const gone = [...known.values()].map(({ id }) => id);
  if (gone.length > 0) {
    await tx.delete(slaMoments).where(inArray(slaMoments.clockId, gone));
    await tx.delete(slaClocks).where(inArray(slaClocks.id, gone));
  }
  if (write.length > 0) await upsertClocks(context, write);
  await storeMoments(context, planned, stored, quiet);
  return write.length + gone.length;
}

/** Whether a stored clock says something else. */
export function differs(row: Stored, columns: ReturnType<typeof columnsOf>): boolean {
  return Object.entries(columns).some(([key, value]) => {
    const before = row[key as keyof Stored];
    return before instanceof Date && value instanceof Date ? +before !== +value : before !== value;
  });
}

async function upsertClocks({ tx }: Context, rows: readonly (typeof slaClocks.$inferInsert)[]): Promise<void> {
  const taken = [
    ...[
      "policyId",
      "policyVersionId",
      "responsibleId",
      "personId",
      "sponsorId",
      "state",
      "counts",
      "startedAt",
      "dueAt",
    ],
    ...["stoppedAt", "breachedAt", "decidedAt", "elapsed", "paused", "targetSeconds", "updatedAt"],
  ] as const;
  const set = Object.fromEntries(taken.map((key) => [key, sql.raw(`excluded."${snake(key)}"`)]));
  await tx
    .insert(slaClocks)
    .values([...rows])
    .onConflictDoUpdate({
      target: [slaClocks.organisationId, slaClocks.metric, slaClocks.entityId, slaClocks.cycle],
      set,
    });
}

const snake = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface Planned {
  clockId: string;
  at: Date;
  what: string;
  level: number;
}

/** What was told or left out stays so; what is to come is replaced by what comes now. */
async function storeMoments(
  { tx, now }: Context,
  planned: readonly Planned[],
  stored: readonly Stored[],
  quiet: boolean,
) {
  const clockIds = [...new Set([...planned.map(({ clockId }) => clockId), ...stored.map(({ id }) => id)])];
  if (clockIds.length === 0) return;
  const rows = await tx
    .select({
      id: slaMoments.id,
      clockId: slaMoments.clockId,
      at: slaMoments.at,
      what: slaMoments.what,
      level: slaMoments.level,
      state: slaMoments.state,
    })
    .from(slaMoments)
    .where(inArray(slaMoments.clockId, clockIds));
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  const add: (typeof slaMoments.$inferInsert)[] = [];
  const drop: string[] = [];
  for (const moment of planned) {
    const before = known.get(keyOf(moment));
    known.delete(keyOf(moment));
    if (before && (before.state !== "coming" || +before.at === +moment.at)) continue;
    if (before) drop.push(before.id);
    const isPast = quiet && moment.at <= now;
    add.push({ ...moment, ...(isPast ? { state: "told", settledAt: moment.at } : {}) });
  }
  drop.push(...[...known.values()].filter(({ state }) => state === "coming").map(({ id }) => id));
  if (drop.length > 0)
    await tx.delete(slaMoments).where(and(inArray(slaMoments.id, drop), eq(slaMoments.state, "coming")));
  if (add.length > 0) await tx.insert(slaMoments).values(add).onConflictDoNothing();
}

const keyOf = ({ clockId, what, level }: { clockId: string; what: string; level: number }): string =>
  `${clockId}/${what}/${level}`;
