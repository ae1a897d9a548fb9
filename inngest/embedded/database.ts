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

/** Classes of advisory locks, so that those of the runner meet nobody else's. */
export const lockClass = { pool: 0x4c460001, concurrency: 0x4c460002 } as const;
