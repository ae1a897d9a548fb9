import { callFunction } from "./call";
import type { Outcome } from "./call";
import { givePlaceBack, lockLimits, takePlace } from "./concurrency";
import type { FunctionDefinition } from "./configuration";
import { queueRun } from "./context";
import type { RunnerContext, RunPayload } from "./context";
import { inTransaction, patiently } from "./database";
import type { Queryable } from "./database";
import { endRun } from "./end-run";
import { recordRanStep, recordRequests, wasRun } from "./operations";
import { lockActiveRun, readRun, readSteps, storedError } from "./state";
import type { Run, StoredError } from "./state";
import { waitForServer } from "./unreachable";

type Answer = Exclude<Outcome, { kind: "stopped" | "unreachable" }>;

/**
 * Calls the function of a run until it waits for something, and records after each call what came of it. Killed at any moment, the
 * job is taken over and calls with what was recorded so far; a result that another runner was faster with is thrown away.
 */
export async function advanceRun(context: RunnerContext, { runId }: RunPayload): Promise<void> {
  for (let tried = 0; ;) {
    const run = await readRun(context.pool, runId);
    const definition = run && context.functions.get(run.functionId);
    if (!run || !definition) return;
    if (run.status !== "active" || !run.due) return leave(context, definition, run);
    if (run.dueAt > context.clock()) return queueRun(context, context.pool, { id: runId }, run.dueAt);
    if (context.stopping.aborted) return queueRun(context, context.pool, { id: runId });
    if (!(await mayCall(context, definition, run))) return;

    const steps = await readSteps(context.pool, runId);
    const outcome = await callFunction(context, { run, steps, attempt: run.attempt, attempts: definition.attempts });
    if (outcome.kind === "stopped") return queueRun(context, context.pool, { id: runId });
    if (outcome.kind === "unreachable") {
      await waitForServer(context, run, outcome.reason, tried++);
      continue;
    }
    tried = 0;
    // A function with limits queues for its next call like everybody else.
    const goOn = definition.concurrency.length === 0;
    const again = await patiently(context.abandon, async (tried) => {
      const result = await inTransaction(context.pool, (tx) => record(context, tx, definition, run, outcome, !goOn));
      return result || tried > 0;
    });
    if (!again || !goOn) return;
  }
}

async function mayCall(context: RunnerContext, definition: FunctionDefinition, run: Run): Promise<boolean> {
  if (definition.concurrency.length === 0) return true;
  return inTransaction(context.pool, (tx) => takePlace(tx, definition, run, ""));
}

async function leave(context: RunnerContext, definition: FunctionDefinition, run: Run): Promise<void> {
  if (definition.concurrency.length === 0) return;
  await inTransaction(context.pool, async (tx) => {
    await lockLimits(tx, definition);
    await givePlaceBack(context, tx, definition, run.id, "");
  });
}

/** True where the function is to be called again at once. */
async function record(
  context: RunnerContext,
  tx: Queryable,
  definition: FunctionDefinition,
  called: Run,
  outcome: Answer,
  queue: boolean,
): Promise<boolean> {
  await lockLimits(tx, definition);
  const run = await lockActiveRun(tx, called.id);
  const again =
    run !== null && run.revision === called.revision && (await apply(context, tx, definition, run, outcome, queue));
  await givePlaceBack(context, tx, definition, called.id, "");
  return again;
}

async function apply(
  context: RunnerContext,
  tx: Queryable,
  definition: FunctionDefinition,
  run: Run,
  outcome: Answer,
  queue: boolean,
): Promise<boolean> {
  switch (outcome.kind) {
    case "completed":
      await endRun(context, tx, run, { output: outcome.data });
      return false;
    case "failed":
      if (outcome.retriable && run.attempt + 1 < definition.attempts) await tryAgain(context, tx, run, outcome.retryAt);
      else await fail(context, tx, run, outcome.error);
      return false;
    case "operations": {
      const [first, ...further] = outcome.operations;
      if (!first || further.length > 0 || !wasRun(first)) {
        await recordRequests(context, tx, run, outcome.operations);
        return false;
      }
      if (first.op === "StepError" && run.attempt + 1 < definition.attempts) {
        log(context, run, storedError(first.error));
        await tryAgain(context, tx, run, outcome.retryAt);
        return false;
      }
      return recordRanStep(context, tx, run, first, queue);
    }
  }
}

async function tryAgain(context: RunnerContext, tx: Queryable, run: Run, retryAt: Date | null): Promise<void> {
  const at = retryAt ?? new Date(context.clock().getTime() + context.backoff(run.attempt + 1));
  await tx.query("update runner.runs set revision = revision + 1, attempt = attempt + 1, due_at = $2 where id = $1", [
    run.id,
    at,
  ]);
  await queueRun(context, tx, { id: run.id, revision: run.revision + 1 }, at);
}

async function fail(context: RunnerContext, tx: Queryable, run: Run, error: StoredError): Promise<void> {
  log(context, run, error);
  await endRun(context, tx, run, { error });
}

function log(context: RunnerContext, run: Run, error: StoredError): void {
  const { id: runId, functionId, attempt } = run;
  context.log.warn({ runId, functionId, attempt, error: error.name, reason: error.message }, "a function failed");
}
