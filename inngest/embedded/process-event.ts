import type { RunnerContext } from "./context";
import { inTransaction } from "./database";
import type { Queryable } from "./database";
import { endRun, endStep } from "./end-run";
import { holds, matchKeysOf, parseCondition } from "./expression";
import { startRun } from "./start-run";
import { lockActiveRun } from "./state";
import type { StoredEvent } from "./state";

/** Does, once, what follows from an event: starts runs, wakes steps that wait for it, cancels runs. One transaction. */
export async function processEvent(context: RunnerContext, { eventId }: { eventId: string }): Promise<void> {
  await inTransaction(context.pool, async (tx) => {
    const event = await claim(context, tx, eventId);
    if (!event) return;
    for (const definition of context.functions.values()) {
      const starts = definition.triggers.some(
        (trigger) => trigger.event === event.name && (!trigger.condition || holds(trigger.condition, { event })),
      );
      if (starts) await startRun(context, tx, definition, event);
    }
    await answerWaits(context, tx, event);
  });
}

async function claim(context: RunnerContext, tx: Queryable, eventId: string): Promise<StoredEvent | null> {
  const { rows } = await tx.query<{ id: string; name: string; data: Record<string, unknown>; ts: Date }>(
    "update runner.events set processed_at = $2 where id = $1 and processed_at is null returning id, name, data, ts",
    [eventId, context.clock()],
  );
  const event = rows[0];
  return event ? { ...event, ts: event.ts.getTime() } : null;
}

async function answerWaits(context: RunnerContext, tx: Queryable, event: StoredEvent): Promise<void> {
  const { rows: waits } = await tx.query<{
    id: string;
    runId: string;
    stepId: string | null;
    condition: string | null;
  }>(
    `select id, run_id as "runId", step_id as "stepId", condition from runner.waits
     where event_name = $1 and (match_key is null or match_key = any($2)) and (expires_at is null or expires_at > $3)
     order by run_id, id`,
    [event.name, matchKeysOf(event), context.clock()],
  );
  for (const { id, runId, stepId, condition } of waits) {
    const run = await lockActiveRun(tx, runId);
    if (!run) continue;
    if (condition && !holds(parseCondition(condition), { event: run.event, async: event })) continue;
    // Another event may have answered it while we waited for the run.
    const answered = await tx.query("delete from runner.waits where id = $1", [id]);
    if (answered.rowCount === 0) continue;
    if (stepId === null) await endRun(context, tx, run, "cancelled");
    else await endStep(context, tx, run.id, stepId, { output: event });
  }
}
