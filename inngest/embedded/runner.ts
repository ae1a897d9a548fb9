import type { InngestFunction } from "inngest";
import pg from "pg";
import { readFunctions } from "./configuration";
import type { RunnerContext, RunnerLog } from "./context";
import { queueSchedules } from "./cron-jobs";
import { LookAhead } from "./look-ahead";
import { backoff } from "./moments";
import { deleteWhatIsOld, queueWhatWasLost } from "./sweep";
import { startTakeover } from "./takeover";
import { startWorkers } from "./workers";
import type { Workers } from "./workers";

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
  const lookAhead = new LookAhead();
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
  const workers = startWorkers(context, concurrency, takeover);
  lookAhead.use(() => workers.look());
  const chores = startChores(context, lookAhead, workers);
  return {
    async stop() {
      stopping.abort();
      clearInterval(chores.often);
      clearInterval(chores.seldom);
      lookAhead.stop();
      const giveUp = setTimeout(() => abandon.abort(), patience);
      await workers.stop();
      clearTimeout(giveUp);
      await takeover.stop();
      await pool.end();
    },
  };
}

function startChores(
  context: RunnerContext,
  lookAhead: LookAhead,
  workers: Workers,
): { often: NodeJS.Timeout; seldom: NodeJS.Timeout } {
  const chore = (work: () => Promise<void>) => () =>
    void work().catch((error: Error) => context.log.warn({ reason: error.message }, "a chore of the runner failed"));
  const look = chore(() => lookAhead.refresh(context.pool));
  const sweep = chore(async () => {
    await queueWhatWasLost(context);
    await deleteWhatIsOld(context);
  });
  const free = chore(() => workers.freeUnknown());
  look();
  sweep();
  const often = setInterval(() => {
    look();
    free();
  }, 10_000);
  return { often, seldom: setInterval(sweep, 60_000) };
}
