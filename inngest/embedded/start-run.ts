import { randomUUID } from "node:crypto";
import type { FunctionDefinition } from "./configuration";
import { queueRun } from "./context";
import type { RunnerContext } from "./context";
import type { Queryable } from "./database";
import { json } from "./json";
import { keyOf, matchKey, parseCondition } from "./expression";
import { momentOf } from "./moments";
import type { StoredEvent } from "./state";

/**
 * Starts a run of a function for an event. The same event starts it once; so does, for 24 hours, another event with the same value
 * under the function's `idempotency`.
 */
export async function startRun(
  context: RunnerContext,
  tx: Queryable,
  definition: FunctionDefinition,
  event: StoredEvent,
  invoked?: { by: string; step: string },
): Promise<void> {
  const now = context.clock();
  if (definition.idempotency) {
    const claimed = await tx.query(
      `insert into runner.idempotency as known (function_id, key, expires_at) values ($1, $2, $3)
       on conflict (function_id, key) do update set expires_at = excluded.expires_at where known.expires_at <= $4`,
      [definition.id, keyOf(definition.idempotency, { event }), momentOf("24h", now), now],
    );
    if (claimed.rowCount === 0) return;
  }
  const id = randomUUID();
  const started = await tx.query(
    `insert into runner.runs (id, function_id, event_id, event, due_at, invoked_by, invoked_step, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $5) on conflict (function_id, event_id) do nothing`,
    [id, definition.id, event.id, json(event), now, invoked?.by ?? null, invoked?.step ?? null],
  );
  if (started.rowCount === 0) return;
  for (const { event: name, condition, timeout } of definition.cancelOn) {
    await tx.query(
      `insert into runner.waits (run_id, event_name, condition, match_key, expires_at) values ($1, $2, $3, $4, $5)`,
      [
        id,
        name,
        condition,
        condition ? matchKey(parseCondition(condition), event) : null,
        timeout === null ? null : momentOf(timeout, now),
      ],
    );
  }
  await queueRun(context, tx, { id, revision: 0 });
}
