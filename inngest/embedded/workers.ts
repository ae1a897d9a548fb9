import { Logger, runTaskList } from "graphile-worker";
import type { Task, TaskList, WorkerPool } from "graphile-worker";
import { advanceRun } from "./advance";
import { task } from "./context";
import type { RunnerContext, RunnerLog } from "./context";
import { runSlot } from "./cron-jobs";
import { patiently } from "./database";
import { runPlannedStep } from "./planned-step";
import { processEvent } from "./process-event";
import type { Takeover } from "./takeover";
import { wakeStep } from "./wake";

/** The workers of this process. */
export interface Workers {
  /** Has them look for jobs right now. */
  look(): void;
  /** Frees jobs that are locked for them and that they do not know of: the answer that gave them out was lost. */
  freeUnknown(): Promise<void>;
  /** Has them finish what they are at and end. */
  stop(): Promise<void>;
}

/**
 * Starts workers on the queue. graphile-worker ends them when it cannot say that a job is done, as when the database is restarted at
 * that moment; then what they held is freed and others take their place.
 */
export function startWorkers(context: RunnerContext, concurrency: number, takeover: Takeover): Workers {
  const known = new Set<string>();
  let pool = begin();
  let ended = watch(pool);

  function begin(): WorkerPool {
    return runTaskList(
      {
        pgPool: context.pool,
        concurrency,
        noHandleSignals: true,
        logger: workerLogger(context.log),
        preset: {
          plugins: [registersFirst((id) => takeover.register(id))],
          // Failing to complete a job then ends the workers instead of the process.
          worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
        },
      },
      tasksOf(context, known),
      context.pool,
    );
  }

  async function watch(watched: WorkerPool): Promise<void> {
    try {
      await watched.promise;
    } catch (error) {
      context.log.warn({ reason: (error as Error).message }, "the workers ended badly");
    }
    if (context.stopping.aborted) return;
    await patiently(context.stopping, () => takeover.release(watched.id));
    if (context.stopping.aborted) return;
    pool = begin();
    ended = watch(pool);
  }

  return {
    look() {
      if (!context.stopping.aborted && pool._active) pool.nudge(concurrency);
    },
    async freeUnknown() {
      await context.pool.query(
        `update graphile_worker._private_jobs set locked_at = null, locked_by = null
         where locked_by = $1 and locked_at < clock_timestamp() - interval '5 seconds' and id <> all($2::bigint[])`,
        [pool.id, [...known]],
      );
    },
    async stop() {
      if (pool._active) await Promise.resolve(pool.gracefulShutdown()).catch(() => undefined);
      await ended.catch((error: Error) =>
        context.log.error({ reason: error.message }, "the workers did not start again"),
      );
    },
  };
}

function tasksOf(context: RunnerContext, known: Set<string>): TaskList {
  const patient =
    <Payload>(work: (context: RunnerContext, payload: Payload) => Promise<void>): Task =>
    async (payload, { job }) => {
      known.add(job.id);
      await patiently(context.abandon, () => work(context, payload as Payload)).finally(() => known.delete(job.id));
    };
  return {
    [task.event]: patient(processEvent),
    [task.run]: patient(advanceRun),
    [task.step]: patient(runPlannedStep),
    [task.wake]: patient(wakeStep),
    [task.cron]: patient(runSlot),
  };
}

// A pool is known to the others before it can have locked a job.
function registersFirst(register: (poolId: string) => Promise<void>): GraphileConfig.Plugin {
  return {
    name: "landfall-runner-register",
    version: "1.0.0",
    worker: { hooks: { startWorker: (_context, { worker }) => register(worker.workerPool.id) } },
  };
}

function workerLogger(log: RunnerLog): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ source: "graphile-worker" }, message);
    else if (level === "warning") log.warn({ source: "graphile-worker" }, message);
    else log.debug({ source: "graphile-worker" }, message);
  });
}
