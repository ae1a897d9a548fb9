import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";

const workerTables = ["_private_jobs", "_private_job_queues", "_private_tasks", "_private_known_crontabs"];

/**
 * Installs what the embedded runner keeps in Postgres: graphile-worker's schema and `runner`. Run by the owner of the database,
 * before the application starts, any number of times.
 * @param ownerUrl address of the owner
 * @param appRole the role (or group) under which the runner works
 * @param senders further roles that hand events over, such as the one the outbox is dispatched under
 * @param folder where `runner.sql` lies
 */
export async function installRunnerSchema(
  ownerUrl: string,
  appRole: string,
  senders: readonly string[] = [],
  folder = join(process.cwd(), "db", "sql"),
): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  const statements = await readFile(join(folder, "runner.sql"), "utf8");
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('runner.install'))");
    await client.query(statements);
    await client.query(grants(appRole, senders));
    await client.query("commit");
  } finally {
    await client.end();
  }
}

function grants(appRole: string, senders: readonly string[]): string {
  const role = pg.escapeIdentifier(appRole);
  const lines = [
    `grant usage on schema graphile_worker, runner to ${role}`,
    `grant select, insert, update, delete on all tables in schema graphile_worker, runner to ${role}`,
    `grant usage, select on all sequences in schema graphile_worker, runner to ${role}`,
    // graphile-worker locks its tables to everybody but their owner.
    ...workerTables.flatMap((table) => [
      `drop policy if exists runner on graphile_worker.${table}`,
      `create policy runner on graphile_worker.${table} to ${role} using (true) with check (true)`,
    ]),
    ...[appRole, ...senders].flatMap((sender) => [
      `grant usage on schema runner to ${pg.escapeIdentifier(sender)}`,
      `grant execute on function runner.receive_events(jsonb) to ${pg.escapeIdentifier(sender)}`,
    ]),
  ];
  return lines.join(";\n");
}
