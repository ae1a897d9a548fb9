import { failedEvent } from "./configuration";
import { forgetWake, queueRun } from "./context";
import type { RunnerContext } from "./context";
import type { Queryable } from "./database";
import { json } from "./json";
import { receiveEvents } from "./receive";
import { lockActiveRun } from "./state";
import type { Run, StoredError } from "./state";

/** How a step or a run ended. */
export type Result = { readonly output: unknown } | { readonly error: StoredError };

/**
 * Ends a run whose row is locked: whoever invoked it is told, and of a failure everybody who listens for
 * `inngest/function.failed`. What it still waited for is forgotten.
 */
export async function endRun(
  context: RunnerContext,
  tx: Queryable,
  run: Run,
  result: Result | "cancelled",
): Promise<void> {
  const ended = result === "cancelled" ? { error: { name: "Cancelled", message: "The run was cancelled." } } : result;
  const status = result === "cancelled" ? "cancelled" : "error" in ended ? "failed" : "completed";
  await tx.query(
    `update runner.runs set status = $2, due = false, output = $3, error = $4, ended_at = $5 where id = $1`,
    [
      run.id,
      status,
      "output" in ended ? json(ended.output) : null,
      "error" in ended ? json(ended.error) : null,
      context.clock(),
    ],
  );
  await tx.query("delete from runner.waits where run_id = $1", [run.id]);
  await tx.query("delete from runner.calls where run_id = $1 and state = 'blocked'", [run.id]);
  if (status === "failed" && "error" in ended) await announceFailure(context, tx, run, ended.error);
  if (run.invokedBy && run.invokedStep) {
    const caller = await lockActiveRun(tx, run.invokedBy);
    if (caller) await endStep(context, tx, caller.id, run.invokedStep, ended);
  }
}

/**
 * Records how a step ended, once: a step that has ended already stays as it is. The function is called again, unless `queue` is
 * false because the caller goes on with it. Expects the run to be locked.
 */
export async function endStep(
  context: RunnerContext,
  tx: Queryable,
  runId: string,
  stepId: string,
  result: Result,
  queue = true,
): Promise<boolean> {
  const recorded = await tx.query<{ kind: string }>(
    `update runner.steps set status = $3, output = $4, error = $5, due_at = null,
       position = (select revision + 1 from runner.runs where id = $1)
     where run_id = $1 and id = $2 and status in ('planned', 'waiting') returning kind`,
    [
      runId,
      stepId,
      "error" in result ? "failed" : "done",
      "error" in result ? null : json(result.output),
      "error" in result ? json(result.error) : null,
    ],
  );
  const [step] = recorded.rows;
  if (!step) return false;
  if (step.kind === "wait" || step.kind === "invoke") await forgetWake(tx, { runId, stepId });
  await tx.query("delete from runner.waits where run_id = $1 and step_id = $2", [runId, stepId]);
  const { rows } = await tx.query<{ revision: number }>(
    "update runner.runs set revision = revision + 1, attempt = 0, due = true, due_at = $2 where id = $1 returning revision",
    [runId, context.clock()],
  );
  if (queue) await queueRun(context, tx, { id: runId, revision: rows[0]?.revision });
  return true;
}

async function announceFailure(context: RunnerContext, tx: Queryable, run: Run, error: StoredError): Promise<void> {
  const heard = [...context.functions.values()].some(({ triggers }) =>
    triggers.some(({ event }) => event === failedEvent),
  );
  if (!heard) return;
  const data = { function_id: run.functionId, run_id: run.id, error: { ...error, stack: "" }, event: run.event };
  await receiveEvents(tx, [{ id: `failed:${run.id}`, name: failedEvent, data, ts: context.clock().getTime() }]);
}
