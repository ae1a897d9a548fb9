import { Logger, runTaskList } from "graphile-worker";
import type { TaskList, WorkerPool } from "graphile-worker";
import type { InngestFunction } from "inngest";
import pg from "pg";
import { advanceRun } from "./advance";
import { readFunctions } from "./configuration";
import { task } from "./context";
import type { RunnerContext, RunnerLog } from "./context";
import { queueSchedules, runSlot } from "./cron-jobs";
import { patiently } from "./database";
import { LookAhead } from "./look-ahead";
import { backoff } from "./moments";
import { runPlannedStep } from "./planned-step";
import { processEvent } from "./process-event";
import { deleteWhatIsOld, queueWhatWasLost } from "./sweep";
import { startTakeover } from "./takeover";
import { wakeStep } from "./wake";

export interface RunnerOptions {
  /** Address of the database as the application's role; a session, not a pooler that hands connections on per transaction. */
  readonly databaseUrl: string;
  /** Where the functions are served, for example http://127.0.0.1:3000/api/inngest. */
  readonly endpoint: string;
  /** The key that the served client has as `signingKey`. */
  readonly signingKey: string;
  readonly functions: readonly InngestFunction.Any[];
  /** How many calls may be under way at once, over all functions. */
  readonly concurrency: number;
  readonly log: RunnerLog;
  /** The runner's now; real time unless said. Sleeps, retries and schedules go by it. */
  readonly clock?: () => Date;
  /** Milliseconds to wait after so many failures; `backoff` unless said. */
  readonly backoff?: (failed: number) => number;
  /** Milliseconds after which a call that does not answer counts as failed; five minutes unless said. */
  readonly callTimeout?: number;
}

export interface EmbeddedRunner {
  /** Takes on nothing further, lets calls under way finish for 4 seconds, gives the rest up to be called again, and ends. */
  stop(): Promise<void>;
}

const patience = 4_000;

/**
 * Does on the application's Postgres what an Inngest server does: receives events, calls the served functions step by step, waits,
 * retries. Refuses (UnsupportedFunctions) to start with functions that it would run differently from Inngest. Expects
 * `installRunnerSchema` to have been run. Several may work on one database.
 */
export async function startRunner(options: RunnerOptions): Promise<EmbeddedRunner> {
  const { databaseUrl, log, concurrency } = options;
  const functions = new Map(readFunctions(options.functions).map((definition) => [definition.id, definition]));
  const stopping = new AbortController();
  const abandon = new AbortController();
  // Two more than calls: one listens, one sweeps.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: concurrency + 2,
    application_name: "landfall runner",
  });
  pool.on("error", (error) => log.warn({ reason: error.message }, "the runner lost an idle connection"));
  // A connection in use that is cut says so more than once; without a listener of its own that would end the process.
  pool.on("connect", (client) => client.on("error", (error) => log.debug({ reason: error.message }, "cut")));
  const takeover = await startTakeover(databaseUrl, log);
  let workers: WorkerPool | undefined;
  const lookAhead = new LookAhead(() => workers && !stopping.signal.aborted && workers.nudge(concurrency));
  const context: RunnerContext = {
    pool,
    functions,
    endpoint: options.endpoint,
    signingKey: options.signingKey,
    callTimeout: options.callTimeout ?? 300_000,
    clock: options.clock ?? (() => new Date()),
    backoff: options.backoff ?? backoff,
    log,
    stopping: stopping.signal,
    abandon: abandon.signal,
    lookAt: (moment) => lookAhead.at(moment),
  };
  await queueSchedules(context);
  workers = runTaskList(
    {
      pgPool: pool,
      concurrency,
      noHandleSignals: true,
      logger: workerLogger(log),
      preset: { plugins: [registersFirst((id) => takeover.register(id))] },
    },
    tasksOf(context),
    pool,
  );
  workers.promise.catch((error: Error) => log.error({ reason: error.message }, "the queue ended badly"));
  const chores = startChores(context, lookAhead);
  return {
    async stop() {
      stopping.abort();
      clearInterval(chores.often);
      clearInterval(chores.seldom);
      lookAhead.stop();
      const giveUp = setTimeout(() => abandon.abort(), patience);
      await Promise.resolve(workers.gracefulShutdown()).catch((error: Error) =>
        log.warn({ reason: error.message }, "the queue did not end cleanly"),
      );
      clearTimeout(giveUp);
      await takeover.stop();
      await pool.end();
    },
  };
}

function tasksOf(context: RunnerContext): TaskList {
  const patient =
    <Payload>(work: (context: RunnerContext, payload: Payload) => Promise<void>) =>
    (payload: unknown) =>
      patiently(context.abandon, () => work(context, payload as Payload));
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

function startChores(context: RunnerContext, lookAhead: LookAhead): { often: NodeJS.Timeout; seldom: NodeJS.Timeout } {
  const attempt = (work: Promise<void>) =>
    work.catch((error: Error) => context.log.warn({ reason: error.message }, "a chore of the runner failed"));
  const often = setInterval(() => void attempt(lookAhead.refresh(context.pool)), 10_000);
  const sweep = async () => {
    await queueWhatWasLost(context);
    await deleteWhatIsOld(context);
  };
  const seldom = setInterval(() => void attempt(sweep()), 60_000);
  void attempt(lookAhead.refresh(context.pool));
  void attempt(queueWhatWasLost(context));
  return { often, seldom };
}

function workerLogger(log: RunnerLog): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ source: "graphile-worker" }, message);
    else if (level === "warning") log.warn({ source: "graphile-worker" }, message);
    else log.debug({ source: "graphile-worker" }, message);
  });
}
