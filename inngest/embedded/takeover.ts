import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { RunnerLog } from "./context";
import { lockClass } from "./database";

/** Tells others that this process lives, and takes the jobs of those that do not. */
export interface Takeover {
  /** Writes down that the pool works here; awaited before it takes its first job. */
  register(poolId: string): Promise<void>;
  /** Frees what a pool of this process left locked that ended badly. */
  release(poolId: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * graphile-worker leaves the jobs of a killed process locked for four hours. So each process holds an advisory lock on a connection of
 * its own, which Postgres frees the moment the process is gone; whoever sees a free lock unlocks the jobs of that pool. Needs a
 * session: a pooler that hands connections on per transaction will not do.
 */
export async function startTakeover(databaseUrl: string, log: RunnerLog, everyMs = 500): Promise<Takeover> {
  let poolId: string | undefined;
  let session = await openSession(databaseUrl, log);
  const ending = new AbortController();

  async function reopen(): Promise<void> {
    await session.client.end().catch(() => undefined);
    session = await openSession(databaseUrl, log);
    if (poolId) await write(poolId);
  }

  async function write(id: string): Promise<void> {
    await session.client.query(
      "insert into runner.pools (id, lock) values ($1, $2) on conflict (id) do update set lock = excluded.lock",
      [id, session.lock],
    );
  }

  async function watch(): Promise<void> {
    while (!ending.signal.aborted) {
      await Promise.race([pause(everyMs, undefined, { signal: ending.signal }).catch(() => undefined), session.lost]);
      if (ending.signal.aborted) return;
      try {
        if (session.broken()) await reopen();
        await takeOver(session, log);
      } catch (error) {
        log.warn({ reason: (error as Error).message }, "the runner could not look for jobs of others");
        await pause(everyMs, undefined, { signal: ending.signal }).catch(() => undefined);
      }
    }
  }

  await takeOver(session, log);
  const watching = watch();
  return {
    async register(id) {
      if (poolId === id) return;
      poolId = id;
      await write(id);
    },
    async release(id) {
      if (session.broken()) await reopen();
      await unlock(session.client, id);
    },
    async stop() {
      ending.abort();
      await watching;
      if (poolId) await session.client.query("delete from runner.pools where id = $1", [poolId]).catch(() => undefined);
      await session.client.end().catch(() => undefined);
    },
  };
}

interface Session {
  readonly client: pg.Client;
  readonly lock: number;
  readonly broken: () => boolean;
  /** Resolves when the connection is gone, so that another is opened before anybody takes our jobs for a dead one's. */
  readonly lost: Promise<void>;
}

async function openSession(databaseUrl: string, log: RunnerLog): Promise<Session> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  let broken = false;
  const lost = new Promise<void>((resolve) => {
    client.on("error", (error) => {
      broken = true;
      log.warn({ reason: error.message }, "the runner lost its connection");
      resolve();
    });
    client.on("end", () => {
      broken = true;
      resolve();
    });
  });
  await client.connect();
  const { rows } = await client.query<{ lock: number }>(
    "select lock::int, pg_advisory_lock($1, lock::int) from nextval('runner.pool_lock') as lock",
    [lockClass.pool],
  );
  return { client, lock: rows[0]?.lock ?? 0, broken: () => broken, lost };
}

async function takeOver({ client, lock }: Session, log: RunnerLog): Promise<void> {
  const { rows: pools } = await client.query<{ id: string; lock: number }>(
    "select id, lock from runner.pools where lock <> $1",
    [lock],
  );
  for (const pool of pools) {
    const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1, $2) as free", [
      lockClass.pool,
      pool.lock,
    ]);
    if (!rows[0]?.free) continue;
    try {
      await unlock(client, pool.id);
      log.info({ poolId: pool.id }, "took over the jobs of a runner that is gone");
    } finally {
      await client.query("select pg_advisory_unlock($1, $2)", [lockClass.pool, pool.lock]);
    }
  }
  await unlockStrays(client);
}

// Jobs of a pool that was taken for dead while its connection was cut, went on, and was killed before it had registered again.
async function unlockStrays(client: pg.Client): Promise<void> {
  await client.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker._private_jobs
     where locked_at < clock_timestamp() - interval '5 seconds' and locked_by not in (select id from runner.pools)
     having count(*) > 0`,
  );
}

// One statement, so one transaction: jobs are free and the pool forgotten, or neither. The queue is told that there is work.
async function unlock(client: pg.Client, poolId: string): Promise<void> {
  await client.query(
    `with gone as (delete from runner.pools where id = $1 returning id),
          freed as (select graphile_worker.force_unlock_workers(array_agg(id)) from gone)
     select pg_notify('jobs:insert', '{"count":10}') from freed`,
    [poolId],
  );
}
