import { callFunction } from "./call";
import type { Outcome } from "./call";
import { givePlaceBack, lockLimits, takePlace } from "./concurrency";
import type { FunctionDefinition } from "./configuration";
import { queueStep } from "./context";
import type { RunnerContext, StepPayload } from "./context";
import { inTransaction, patiently } from "./database";
import type { Queryable } from "./database";
import { endStep } from "./end-run";
import { recordRanStep, wasRun } from "./operations";
import { lockActiveRun, readRun, readSteps, storedError } from "./state";
import type { Run, Step, StoredError } from "./state";
import { waitForServer } from "./unreachable";

type Answer = Exclude<Outcome, { kind: "stopped" | "unreachable" }>;

/** Runs one step that was planned beside others, and records once how it ended. */
export async function runPlannedStep(context: RunnerContext, payload: StepPayload): Promise<void> {
  const { runId, stepId } = payload;
  for (let tried = 0; ;) {
    const run = await readRun(context.pool, runId);
    const definition = run && context.functions.get(run.functionId);
    if (!run || !definition) return;
    const steps = await readSteps(context.pool, runId);
    const step = steps.find(({ id }) => id === stepId);
    if (run.status !== "active" || step?.status !== "planned") return leave(context, definition, payload);
    if (step.dueAt && step.dueAt > context.clock())
      return queueStep(context, context.pool, payload, undefined, step.dueAt);
    if (context.stopping.aborted) return queueStep(context, context.pool, payload);
    if (!(await mayCall(context, definition, run, stepId))) return;

    const { attempt } = step;
    const outcome = await callFunction(context, { run, steps, stepId, attempt, attempts: definition.attempts });
    if (outcome.kind === "stopped") return queueStep(context, context.pool, payload);
    if (outcome.kind === "unreachable") {
      await waitForServer(context, run, outcome.reason, tried++);
      continue;
    }
    return patiently(context.abandon, () =>
      inTransaction(context.pool, (tx) => record(context, tx, definition, run, step, outcome)),
    );
  }
}

async function mayCall(
  context: RunnerContext,
  definition: FunctionDefinition,
  run: Run,
  stepId: string,
): Promise<boolean> {
  if (definition.concurrency.length === 0) return true;
  return inTransaction(context.pool, (tx) => takePlace(tx, definition, run, stepId));
}

async function leave(context: RunnerContext, definition: FunctionDefinition, payload: StepPayload): Promise<void> {
  if (definition.concurrency.length === 0) return;
  await inTransaction(context.pool, async (tx) => {
    await lockLimits(tx, definition);
    await givePlaceBack(context, tx, definition, payload.runId, payload.stepId);
  });
}

async function record(
  context: RunnerContext,
  tx: Queryable,
  definition: FunctionDefinition,
  run: Run,
  step: Step,
  outcome: Answer,
): Promise<void> {
  await lockLimits(tx, definition);
  if (await lockActiveRun(tx, run.id)) await apply(context, tx, definition, run, step, outcome);
  await givePlaceBack(context, tx, definition, run.id, step.id);
}

async function apply(
  context: RunnerContext,
  tx: Queryable,
  definition: FunctionDefinition,
  run: Run,
  step: Step,
  outcome: Answer,
): Promise<void> {
  const ran = outcome.kind === "operations" ? outcome.operations.find(({ id }) => id === step.id) : undefined;
  if (ran && wasRun(ran) && ran.op !== "StepError") {
    await recordRanStep(context, tx, run, ran, true);
    return;
  }
  const { error, retriable } = failureOf(outcome, ran?.error);
  const { id: runId, functionId } = run;
  context.log.warn(
    { runId, functionId, attempt: step.attempt, error: error.name, reason: error.message },
    "a step failed",
  );
  if (!retriable || step.attempt + 1 >= definition.attempts) {
    await endStep(context, tx, runId, step.id, { error });
    return;
  }
  const retryAt = outcome.kind === "completed" ? null : outcome.retryAt;
  const at = retryAt ?? new Date(context.clock().getTime() + context.backoff(step.attempt + 1));
  const counted = await tx.query(
    `update runner.steps set attempt = attempt + 1, due_at = $4
     where run_id = $1 and id = $2 and status = 'planned' and attempt = $3`,
    [runId, step.id, step.attempt, at],
  );
  if (counted.rowCount === 1) {
    await queueStep(context, tx, { runId, stepId: step.id }, step.attempt + 1, at);
  }
}

function failureOf(outcome: Answer, stepError: unknown): { error: StoredError; retriable: boolean } {
  if (outcome.kind === "failed") return { error: outcome.error, retriable: outcome.retriable };
  if (stepError !== undefined) return { error: storedError(stepError), retriable: true };
  return { error: { name: "StepNotFound", message: "The function no longer has this step." }, retriable: true };
}
