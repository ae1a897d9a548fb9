import type { Queryable } from "./database";

export interface RunnerHealth {
  /** Seconds for which the oldest job that could run has been waiting; 0 where none does. */
  readonly queueLagSeconds: number;
  /** The latest run of each function that ended, newest first. */
  readonly lastRuns: readonly { readonly functionId: string; readonly endedAt: Date; readonly status: string }[];
  readonly failed24h: number;
  /** Runs that have not ended, also those that sleep. */
  readonly running: number;
  /** Processes that work on the queue. */
  readonly runners: number;
}

/** How the embedded runner fares, in ids and counts. */
export async function runnerHealth(client: Queryable): Promise<RunnerHealth> {
  const counts = await client.query<Omit<RunnerHealth, "lastRuns">>(
    `select
       (select coalesce(greatest(extract(epoch from clock_timestamp() - min(run_at)), 0), 0)::float8 from graphile_worker.jobs
        where locked_at is null and attempts < max_attempts and run_at <= clock_timestamp()) as "queueLagSeconds",
       (select count(*)::int from runner.runs where status = 'failed' and ended_at > clock_timestamp() - interval '24 hours') as "failed24h",
       (select count(*)::int from runner.runs where status = 'active') as running,
       (select count(*)::int from runner.pools) as runners`,
  );
  const last = await client.query<RunnerHealth["lastRuns"][number]>(
    `select distinct on (function_id) function_id as "functionId", ended_at as "endedAt", status from runner.runs
     where ended_at is not null order by function_id, ended_at desc`,
  );
  const [row] = counts.rows;
  if (!row) throw new Error("The runner's tables answered nothing.");
  // A query builder hands moments over as text where the driver alone gives dates.
  const runs = last.rows.map((run) => ({ ...run, endedAt: new Date(run.endedAt) }));
  return { ...row, lastRuns: runs.sort((a, b) => b.endedAt.getTime() - a.endedAt.getTime()) };
}
