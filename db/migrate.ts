import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

export interface MigrationOptions {
  /** Postgres as the role that owns the tables. */
  ownerUrl: string;
  /** The login of the application; made a member of landfall_app when it is another role. */
  appRole: string;
  /** Where the migrations lie; beside this file unless the program was bundled. */
  folder?: string;
}

/**
 * Brings a database to this release: all migrations that it has not seen, under one lock. Safe to run from several
 * processes at once.
 */
export async function runMigrations({ ownerUrl, appRole, folder }: MigrationOptions): Promise<{ applied: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('landfall.migrate'))");
    const before = await countApplied(client);
    const migrationsFolder = folder ?? fileURLToPath(new URL("./migrations", import.meta.url));
    await migrate(drizzle({ client, casing: "snake_case" }), { migrationsFolder });
    if (appRole !== "landfall_app") await client.query(`grant landfall_app to ${client.escapeIdentifier(appRole)}`);
    return { applied: (await countApplied(client)) - before };
  } finally {
    await client.end();
  }
}

/** How many migrations a database has seen; 0 for an empty one. */
async function countApplied(client: pg.Client): Promise<number> {
  const known = await client.query("select to_regclass('drizzle.__drizzle_migrations') is not null as known");
  if (!(known.rows[0] as { known: boolean }).known) return 0;
  const counted = await client.query("select count(*)::int as applied from drizzle.__drizzle_migrations");
  return (counted.rows[0] as { applied: number }).applied;
}
