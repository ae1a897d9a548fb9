import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/**
 * Rows that Postgres reads of each table while something is done in a transaction, through indexes or whole. How long it takes says more about
 * the machine than about the query, so tests count this.
 */
export async function rowsRead<Name extends string, Output>(
  tx: Transaction,
  tables: readonly Name[],
  work: () => Promise<Output>,
): Promise<{ output: Output; read: Record<Name, number> }> {
  const before = await readSoFar(tx, tables);
  const output = await work();
  const after = await readSoFar(tx, tables);
  const read = Object.fromEntries(tables.map((name) => [name, after.get(name)! - before.get(name)!]));
  return { output, read: read as Record<Name, number> };
}

async function readSoFar(tx: Transaction, tables: readonly string[]): Promise<Map<string, number>> {
  const { rows } = (await tx.execute(sql`
    select t.name, sum(pg_stat_get_xact_tuples_returned(p.part))::int as read
    from unnest(string_to_array(${tables.join(",")}, ',')) as t (name)
    cross join lateral (
      select t.name::regclass as part union all select indexrelid from pg_index where indrelid = t.name::regclass
    ) as p group by t.name`)) as unknown as { rows: { name: string; read: number }[] };
  return new Map(rows.map(({ name, read }) => [name, read]));
}
