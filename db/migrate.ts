import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { readMigrationFiles } from "drizzle-orm/migrator";
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

/** A database that was made by migrations which this release does not have: nothing leads from there to here. */
export class OtherPast extends Error {
  override name = "OtherPast";
}

/**
 * Brings a database to this release: all migrations that it has not seen, under one lock. Safe to run from several
 * processes at once. Refuses with {@link OtherPast}, and changes nothing, where the database has seen migrations that are not
 * among ours.
 */
export async function runMigrations({ ownerUrl, appRole, folder }: MigrationOptions): Promise<{ applied: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('landfall.migrate'))");
    const migrationsFolder = folder ?? fileURLToPath(new URL("./migrations", import.meta.url));
    const ours = new Set(readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash));
    const before = await applied(client);
    if (before.some((hash) => !ours.has(hash)))
      throw new OtherPast("The database was made by another line of releases, and cannot be brought to this one.");
    await migrate(drizzle({ client, casing: "snake_case" }), { migrationsFolder });
    if (appRole !== "landfall_app") await client.query(`grant landfall_app to ${client.escapeIdentifier(appRole)}`);
    return { applied: (await applied(client)).length - before.length };
  } finally {
    await client.end();
  }
}

/** The migrations that a database has seen, by their hashes; none for an empty one. */
async function applied(client: pg.Client): Promise<string[]> {
  const known = await client.query<{ known: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as known",
  );
  if (!known.rows[0]?.known) return [];
  const seen = await client.query<{ hash: string }>("select hash from drizzle.__drizzle_migrations");
  return seen.rows.map(({ hash }) => hash);
}
