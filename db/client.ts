import "server-only";
import { Pool as NeonPool, neonConfig } from "@neondatabase/serverless";
import { sql, type SQL } from "drizzle-orm";
import { drizzle as drizzleNeon } from "drizzle-orm/neon-serverless";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import pg from "pg";
import ws from "ws";
import { preparing } from "@/db/prepared";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";

/*
 * The only importer of a database driver. A transaction is opened here and nowhere else: it begins with one statement that
 * tells Postgres whose it is, and until then nothing of any organisation is readable.
 */

export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

interface Connection {
  database: Database;
  pool: pg.Pool;
}

declare global {
  // One pool per process, also when the development server loads this module again.
  var landfallConnections: Map<string, Connection> | undefined;
}

const connections = (globalThis.landfallConnections ??= new Map<string, Connection>());

function openNeon(connectionString: string): Connection {
  neonConfig.webSocketConstructor = ws;
  if (env.NEON_WS_PROXY) {
    // A bridge in front of an ordinary Postgres: no TLS, no pipelined start-up. It is told where to lead, as Neon's own wsproxy is.
    const proxy = env.NEON_WS_PROXY;
    neonConfig.wsProxy = (host, port) => `${proxy}?address=${host}:${port}`;
    neonConfig.useSecureWebSocket = false;
    neonConfig.pipelineConnect = false;
    neonConfig.pipelineTLS = false;
  }
  const pool = new NeonPool({ connectionString, max: env.DATABASE_POOL });
  const database = drizzleNeon({ client: pool, casing: "snake_case" }) as unknown as Database;
  return { database, pool: pool as unknown as pg.Pool };
}

function openPg(connectionString: string): Connection {
  // Also how long a transaction waits for its turn: 500 people at once wait longer than 10 s on a small machine, and are served.
  const pool = new pg.Pool({
    connectionString,
    max: env.DATABASE_POOL,
    connectionTimeoutMillis: 60_000,
    Client: env.DATABASE_PREPARED ? preparing(pg.Client) : pg.Client,
  });
  return { pool, database: drizzlePg({ client: pool, casing: "snake_case" }) as unknown as Database };
}

function connect(connectionString: string): Connection {
  const known = connections.get(connectionString);
  if (known) return known;
  const connection = env.DATABASE_DRIVER === "neon" ? openNeon(connectionString) : openPg(connectionString);
  // Without a listener an idle connection that is cut ends the process.
  connection.pool.on("error", (error: Error) =>
    logger.warn({ code: "database.idle_disconnect", message: error.message }),
  );
  // And one on each client, or a connection that is cut in the middle of a transaction ends it as well.
  connection.pool.on("connect", (client: pg.PoolClient) =>
    client.on("error", (error) => logger.warn({ code: "database.disconnect", message: error.message })),
  );
  connections.set(connectionString, connection);
  return connection;
}

export interface TransactionSettings {
  organisationId?: string | undefined;
  userId?: string | undefined;
  /** A role to step into for this transaction; only `db/across.ts` asks for one. */
  role?: "landfall_identity" | "landfall_sweep";
  readOnly?: boolean;
}

/** Runs `work` in one transaction that belongs to an organisation and a person, or to a role that looks across. */
export async function transaction<T>(settings: TransactionSettings, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { database } = connect(databaseUrl());
  return database.transaction(
    async (tx) => {
      await tx.execute(belongsTo(settings));
      return work(tx);
    },
    settings.readOnly ? { accessMode: "read only" } : undefined,
  );
}

/** The statement that says whose a transaction is from here on; only `db/across.ts` needs it a second time. */
export const belongsTo = ({ organisationId, userId, role }: TransactionSettings): SQL =>
  sql`select set_config('app.organisation_id', ${organisationId ?? ""}, true),
             set_config('app.user_id', ${userId ?? ""}, true),
             set_config('role', ${role ?? "none"}, true)`;

let chosen: string | null = null;

/** Talks to another database than the settings name; tests and scripts, which run on several. */
export function useDatabase(connectionString: string | null): void {
  chosen = connectionString;
}

function databaseUrl(): string {
  if (chosen) return chosen;
  if (!env.DATABASE_URL) throw new Error("DATABASE_URL is not set: there is no database to talk to.");
  return env.DATABASE_URL;
}

/**
 * Refuses a login that would make the wall inert: a superuser, a role that bypasses row-level security, or an owner of tables.
 * @throws Error with one line that says which and what to do.
 */
export async function assertHeldByTheWall(connectionString?: string): Promise<void> {
  const { database } = connect(connectionString ?? databaseUrl());
  const result = (await database.execute(sql`
    select current_user as name, r.rolsuper as super, r.rolbypassrls as bypass,
           exists (select from pg_tables t where t.schemaname = 'public' and pg_has_role(current_user, t.tableowner, 'usage')) as owner
    from pg_roles r where r.rolname = current_user`)) as unknown as {
    rows: Array<{ name: string; super: boolean; bypass: boolean; owner: boolean }>;
  };
  const login = result.rows[0];
  if (!login) throw new Error("The database did not say who is logged in.");
  const fault = login.super
    ? "is a superuser"
    : login.bypass
      ? "bypasses row-level security"
      : login.owner
        ? "owns the tables"
        : null;
  if (fault)
    throw new Error(
      `DATABASE_URL logs in as "${login.name}", which ${fault}: organisations would see each other. ` +
        "Use a role that is only a member of landfall_app; the owner belongs in DATABASE_OWNER_URL.",
    );
}

/** One dedicated connection for LISTEN; the caller ends it. Neon's pooled addresses do not support it, its direct ones do. */
export async function listenConnection(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  client.on("error", (error) => logger.warn({ code: "database.listen_disconnect", message: error.message }));
  await client.connect();
  return client;
}

/** Ends all pools; scripts and tests call it before they leave. */
export async function closeDatabase(): Promise<void> {
  const open = [...connections.values()];
  connections.clear();
  await Promise.all(open.map(({ pool }) => pool.end()));
}
