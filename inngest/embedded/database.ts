import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";

/** Anything that runs a statement: a pool, a client, a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>;
}

const again = new Set(["40001", "40P01"]);

/** Runs `work` in one transaction; once more, up to three times, where Postgres broke a deadlock by ending it. */
export async function inTransaction<T>(pool: pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query("begin");
      const result = await work(client as Queryable);
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch((fault: Error) => (broken = fault));
      if (tries >= 3 || !again.has((error as { code?: string }).code ?? "")) throw error;
    } finally {
      client.release(broken);
    }
  }
}

const cut = /^(08...|57P0.|53300|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/;
const cutMessages = /connection terminated|connection error and is not queryable|trying to connect/i;

/**
 * Does `work` again while the database cannot be reached, for about half a minute: 100 ms later, doubled each time up to 2 s. It is
 * told how often it was tried before; a commit whose answer was lost may have happened.
 */
export async function patiently<T>(signal: AbortSignal, work: (tried: number) => Promise<T>): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await work(tried);
    } catch (error) {
      const { code = "", message } = error as { code?: string; message: string };
      if (signal.aborted || tried >= 18 || !(cut.test(code) || cutMessages.test(message))) throw error;
      await pause(Math.min(100 * 2 ** tried, 2_000), undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Classes of advisory locks, so that those of the runner meet nobody else's. */
export const lockClass = { pool: 0x4c460001, concurrency: 0x4c460002 } as const;
