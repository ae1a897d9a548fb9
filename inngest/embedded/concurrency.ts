import type { FunctionDefinition } from "./configuration";
import { queueRun, queueStep } from "./context";
import type { RunnerContext } from "./context";
import { lockClass } from "./database";
import type { Queryable } from "./database";
import { keyOf } from "./expression";
import type { Run } from "./state";

/*
 * A limit counts calls under way, as Inngest does: a run that sleeps or waits takes no place. The place belongs to the call, not to
 * the process: it stays taken while a call of a runner that died is on its way to another one.
 */

/** Serialises who may call a function with limits; taken before any row of its runs is locked. */
export async function lockLimits(tx: Queryable, definition: FunctionDefinition): Promise<void> {
  if (definition.concurrency.length === 0) return;
  await tx.query("select pg_advisory_xact_lock($1, hashtext($2))", [lockClass.concurrency, definition.id]);
}

/** Takes a place for a call, or queues for one. True where it may go ahead; else it is called again when its turn has come. */
export async function takePlace(
  tx: Queryable,
  definition: FunctionDefinition,
  run: Run,
  stepId: string,
): Promise<boolean> {
  if (definition.concurrency.length === 0) return true;
  await lockLimits(tx, definition);
  const keys = definition.concurrency.map(({ key }, index) => placeKey(index, key ? keyOf(key, run) : ""));
  const known = await tx.query<{ state: string }>("select state from runner.calls where run_id = $1 and step_id = $2", [
    run.id,
    stepId,
  ]);
  if (known.rows[0]?.state === "running") return true;
  const taken = await takenPlaces(tx, definition);
  const free = keys.every((key) => hasRoom(definition, taken, key));
  await tx.query(
    `insert into runner.calls (run_id, step_id, function_id, keys, state) values ($1, $2, $3, $4, $5)
     on conflict (run_id, step_id) do update set state = excluded.state, keys = excluded.keys`,
    [run.id, stepId, definition.id, keys, free ? "running" : "blocked"],
  );
  return free;
}

/** Gives a place back and hands it to whoever has waited longest. Expects `lockLimits` in the same transaction. */
export async function givePlaceBack(
  context: RunnerContext,
  tx: Queryable,
  definition: FunctionDefinition,
  runId: string,
  stepId: string,
): Promise<void> {
  if (definition.concurrency.length === 0) return;
  await tx.query("delete from runner.calls where run_id = $1 and step_id = $2", [runId, stepId]);
  await handOutPlaces(context, tx, definition);
}

/** Lets in who fits, oldest first; one of each kind, for a place given back makes room for one. */
export async function handOutPlaces(
  context: RunnerContext,
  tx: Queryable,
  definition: FunctionDefinition,
): Promise<void> {
  const { rows: blocked } = await tx.query<{ runId: string; stepId: string; keys: string[] }>(
    `select run_id as "runId", step_id as "stepId", keys from (
       select distinct on (keys) run_id, step_id, keys, since from runner.calls
       where function_id = $1 and state = 'blocked' order by keys, since
     ) first order by since`,
    [definition.id],
  );
  if (blocked.length === 0) return;
  const taken = await takenPlaces(tx, definition);
  for (const { runId, stepId, keys } of blocked) {
    if (!keys.every((key) => hasRoom(definition, taken, key))) continue;
    for (const key of keys) taken.set(key, (taken.get(key) ?? 0) + 1);
    await tx.query("update runner.calls set state = 'running' where run_id = $1 and step_id = $2", [runId, stepId]);
    await (stepId ? queueStep(context, tx, { runId, stepId }) : queueRun(context, tx, { id: runId }));
  }
}

function placeKey(index: number, value: string): string {
  return `${index}:${value}`;
}

function hasRoom(definition: FunctionDefinition, taken: ReadonlyMap<string, number>, key: string): boolean {
  const limit = definition.concurrency[Number.parseInt(key, 10)]?.limit;
  return limit === undefined || (taken.get(key) ?? 0) < limit;
}

async function takenPlaces(tx: Queryable, definition: FunctionDefinition): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ key: string; taken: number }>(
    `select key, count(*)::int as taken from runner.calls, unnest(keys) as key
     where function_id = $1 and state = 'running' group by key`,
    [definition.id],
  );
  return new Map(rows.map(({ key, taken }) => [key, taken]));
}
