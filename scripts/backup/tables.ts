import type { Client } from "pg";

export interface BackedUpTable {
  name: string;
  /** Without what Postgres computes itself. */
  columns: string[];
  /** Row-level security binds even the owner; a restore lifts that for its own transaction and sets it again. */
  forced: boolean;
}

/** Every table of the product, each after those that it points to. Refuses tables that point to one another. */
export async function tablesInOrder(client: Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable & { targets: string[] }>(`
    select c.relname as name, c.relforcerowsecurity as forced,
           array(select a.attname::text from pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
           array(select distinct t.relname::text from pg_constraint f join pg_class t on t.oid = f.confrelid
                 where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as targets
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname`);
  const ordered: BackedUpTable[] = [];
  const done = new Set<string>();
  let waiting = rows;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ targets }) => targets.every((target) => done.has(target)));
    if (ready.length === 0)
      throw new Error(`These tables point to one another: ${waiting.map(({ name }) => name).join(", ")}.`);
    for (const { name, columns, forced } of ready) {
      ordered.push({ name, columns, forced });
      done.add(name);
    }
    waiting = waiting.filter(({ name }) => !done.has(name));
  }
  return ordered;
}

/** Hashes of the migrations that a database has seen, in order; none where no release ever ran. */
export async function migrationLevel(client: Client): Promise<string[]> {
  const { rows: known } = await client.query("select to_regclass('drizzle.__drizzle_migrations') as name");
  if (!(known[0] as { name: string | null }).name) return [];
  const { rows } = await client.query<{ hash: string }>("select hash from drizzle.__drizzle_migrations order by id");
  return rows.map(({ hash }) => hash);
}

export const columnList = (client: Client, table: { columns: readonly string[] }): string =>
  table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
