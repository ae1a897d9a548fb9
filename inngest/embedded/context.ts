import type pg from "pg";
import type { FunctionDefinition } from "./configuration";
import type { Queryable } from "./database";

/** Where the runner writes what happens; a pino logger fits. Ids and codes only. */
export type RunnerLog = Record<"debug" | "info" | "warn" | "error", (fields: object, message: string) => void>;

/** What every part of the runner is handed. */
export interface RunnerContext {
  readonly pool: pg.Pool;
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  readonly endpoint: string;
  readonly signingKey: string;
  /** Milliseconds after which a call that does not answer counts as failed. */
  readonly callTimeout: number;
  readonly clock: () => Date;
  readonly backoff: (failed: number) => number;
  readonly log: RunnerLog;
  /** Aborted when the runner is to take on nothing further. */
  readonly stopping: AbortSignal;
  /** Aborted a little later, when calls under way are given up. */
  readonly abandon: AbortSignal;
  /** Has the queue looked at when a job falls due, in milliseconds of real time, instead of at its next poll. */
  readonly lookAt: (moment: number) => void;
}

export const task = {
  event: "runner.event",
  run: "runner.run",
  step: "runner.step",
  wake: "runner.wake",
  cron: "runner.cron",
} as const;

export interface RunPayload {
  readonly runId: string;
}

export interface StepPayload extends RunPayload {
  readonly stepId: string;
}

/*
 * Keys of jobs name what they are for so exactly (run and revision, step and attempt, slot) that no second job is ever added under
 * the key of one that is under way: a runner that was taken for dead and is not would delete it, ending its own. What only puts
 * itself off has no key.
 */

/** Queues a call of the function of a run at a revision, from `at` (by the runner's clock) on. */
export async function queueRun(context: RunnerContext, tx: Queryable, run: RunKey, at?: Date): Promise<void> {
  const key = run.revision === undefined ? null : `run:${run.id}:${run.revision}`;
  await queue(context, tx, task.run, { runId: run.id } satisfies RunPayload, key, at);
}

/** Queues an attempt at one planned step. */
export async function queueStep(
  context: RunnerContext,
  tx: Queryable,
  { runId, stepId }: StepPayload,
  attempt?: number,
  at?: Date,
): Promise<void> {
  const key = attempt === undefined ? null : `step:${runId}:${stepId}:${attempt}`;
  await queue(context, tx, task.step, { runId, stepId } satisfies StepPayload, key, at);
}

/** Queues the end of a sleep, or of the patience of a step that waits. */
export async function queueWake(context: RunnerContext, tx: Queryable, payload: StepPayload, at: Date): Promise<void> {
  await queue(context, tx, task.wake, payload, wakeKey(payload), at);
}

/** Puts a wake off that came too early by the runner's clock. */
export async function putWakeOff(context: RunnerContext, tx: Queryable, payload: StepPayload, at: Date): Promise<void> {
  await queue(context, tx, task.wake, payload, null, at);
}

/** Takes the wake of a step back that did not have to wait so long. */
export async function forgetWake(tx: Queryable, payload: StepPayload): Promise<void> {
  await tx.query("select graphile_worker.remove_job($1)", [wakeKey(payload)]);
}

const wakeKey = ({ runId, stepId }: StepPayload) => `wake:${runId}:${stepId}`;

/** A run, and which of its calls is meant; without `revision`, whichever is due. */
export interface RunKey {
  readonly id: string;
  readonly revision?: number;
}

/** Adds a job, or moves the one that waits under the same key. */
export async function queue(
  context: RunnerContext,
  tx: Queryable,
  name: string,
  payload: object,
  key: string | null,
  at?: Date,
): Promise<void> {
  const wait = at ? at.getTime() - context.clock().getTime() : 0;
  const runAt = wait > 0 ? Date.now() + wait : null;
  await tx.query("select graphile_worker.add_job($1, $2::json, run_at => $3, job_key => $4)", [
    name,
    JSON.stringify(payload),
    runAt === null ? null : new Date(runAt),
    key,
  ]);
  if (runAt !== null) context.lookAt(runAt);
}
