import type { Operation } from "./call";
import { queueStep, queueWake } from "./context";
import type { RunnerContext } from "./context";
import type { Queryable } from "./database";
import { endRun, endStep } from "./end-run";
import { matchKey, parseCondition } from "./expression";
import { momentOf } from "./moments";
import { receiveEvents } from "./receive";
import type { SentEvents } from "./send-event";
import { startRun } from "./start-run";
import { storedError } from "./state";
import type { Run, Step } from "./state";

/** Whether an operation is a step that was run within the call, well or badly. */
export function wasRun(operation: Operation): boolean {
  return ["StepRun", "Step", "StepError", "StepFailed"].includes(operation.op);
}

/** Records a step that was run within the call and ended. Events it sent are sent with it, in one transaction. */
export async function recordRanStep(
  context: RunnerContext,
  tx: Queryable,
  run: Run,
  operation: Operation,
  queue: boolean,
): Promise<boolean> {
  await addStep(tx, run.id, operation.id, "run", "planned", null);
  if (operation.op === "StepFailed" || operation.op === "StepError") {
    return endStep(context, tx, run.id, operation.id, { error: storedError(operation.error) }, queue);
  }
  if (operation.opts?.type !== "step.sendEvent") {
    return endStep(context, tx, run.id, operation.id, { output: operation.data }, queue);
  }
  const { ids, events } = operation.data as SentEvents;
  const recorded = await endStep(context, tx, run.id, operation.id, { output: { ids } }, queue);
  if (recorded) await receiveEvents(tx, events ?? []);
  return recorded;
}

/**
 * Records what a function asks for: steps to run beside one another, sleeps, events to wait for, functions to invoke. What it has
 * asked for before is left as it is. A run that asks for something the runner does not know fails, with the name of it.
 */
export async function recordRequests(
  context: RunnerContext,
  tx: Queryable,
  run: Run,
  operations: readonly Operation[],
): Promise<void> {
  const parallel = run.parallel || operations.length > 1 || operations.some(({ op }) => op === "StepPlanned");
  await tx.query("update runner.runs set due = false, parallel = $2 where id = $1", [run.id, parallel]);
  for (const operation of operations) {
    const record = recorders[operation.op];
    if (!record) return refuse(context, tx, run, `“${operation.op}” is not supported by the embedded runner.`);
    try {
      await record(context, tx, run, operation);
    } catch (error) {
      // What a function asks for can be beyond us only in its wording; anything else is not the function's fault.
      if (!(error instanceof RangeError || (error as Error).name === "UnsupportedExpression")) throw error;
      return refuse(context, tx, run, (error as Error).message);
    }
  }
}

type Recorder = (context: RunnerContext, tx: Queryable, run: Run, operation: Operation) => Promise<void>;

const recorders: Readonly<Partial<Record<string, Recorder>>> = {
  async StepPlanned(context, tx, run, { id }) {
    if (await addStep(tx, run.id, id, "run", "planned", context.clock())) {
      await queueStep(context, tx, { runId: run.id, stepId: id }, 0);
    }
  },

  async Sleep(context, tx, run, { id, name, opts }) {
    const until = momentOf(String(opts?.duration ?? name ?? ""), context.clock());
    if (await addStep(tx, run.id, id, "sleep", "waiting", until)) {
      await queueWake(context, tx, { runId: run.id, stepId: id }, until);
    }
  },

  async WaitForEvent(context, tx, run, { id, name, opts }) {
    const until = momentOf(String(opts?.timeout ?? ""), context.clock());
    const condition = typeof opts?.if === "string" ? opts.if : null;
    const key = condition === null ? null : matchKey(parseCondition(condition), run.event);
    if (!(await addStep(tx, run.id, id, "wait", "waiting", until))) return;
    await tx.query(
      "insert into runner.waits (run_id, step_id, event_name, condition, match_key) values ($1, $2, $3, $4, $5)",
      [run.id, id, String(opts?.event ?? name), condition, key],
    );
    await queueWake(context, tx, { runId: run.id, stepId: id }, until);
  },

  async InvokeFunction(context, tx, run, { id, opts }) {
    const until = opts?.timeout ? momentOf(String(opts.timeout), context.clock()) : null;
    if (!(await addStep(tx, run.id, id, "invoke", "waiting", until))) return;
    const functionId = String(opts?.function_id);
    const invoked = context.functions.get(functionId);
    if (!invoked) {
      const error = { name: "FunctionNotFound", message: `There is no function “${functionId}”.` };
      await endStep(context, tx, run.id, id, { error });
      return;
    }
    const payload = (opts?.payload ?? {}) as { data?: Record<string, unknown> };
    const ts = context.clock().getTime();
    const event = { id: `invoke:${run.id}:${id}`, name: "inngest/function.invoked", data: payload.data ?? {}, ts };
    await startRun(context, tx, { ...invoked, idempotency: null }, event, { by: run.id, step: id });
    if (until) await queueWake(context, tx, { runId: run.id, stepId: id }, until);
  },
};

async function addStep(
  tx: Queryable,
  runId: string,
  id: string,
  kind: Step["kind"],
  status: Step["status"],
  dueAt: Date | null,
): Promise<boolean> {
  const added = await tx.query(
    `insert into runner.steps (run_id, id, kind, status, due_at) values ($1, $2, $3, $4, $5)
     on conflict (run_id, id) do nothing`,
    [runId, id, kind, status, dueAt],
  );
  return added.rowCount === 1;
}

async function refuse(context: RunnerContext, tx: Queryable, run: Run, message: string): Promise<void> {
  context.log.error(
    { runId: run.id, functionId: run.functionId, reason: message },
    "a function asks for what is not supported",
  );
  await endRun(context, tx, run, { error: { name: "Unsupported", message } });
}
