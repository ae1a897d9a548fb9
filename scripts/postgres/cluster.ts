import { execFile, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { StartFailure } from "../start-failure";
import { addressesOf, databaseName } from "./addresses";
import type { ClusterAddresses } from "./addresses";
import { clusterRecord, readRecord, save } from "./place";
import type { ClusterRecord } from "./place";
import { freePort } from "./ports";
import { postgresProgram } from "./program";
import type { PostgresProgram } from "./program";
import { makeRolesAndDatabase } from "./roles";
import { stopServer, takeOver } from "./take-over";

/** A running embedded Postgres. */
export type Cluster = ClusterAddresses & {
  port: number;
  pid: number;
  /** Whether a server that a killed process had left was stopped first. */
  tookOver: boolean;
  /** Resolves when the server ends, wanted or not. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

export type ClusterOptions = {
  /** Folder to which the cluster belongs, such as `.landfall`. */
  folder: string;
  /** Server settings, such as `{ fsync: "off" }` for tests. */
  settings?: Record<string, string>;
};

/**
 * Starts the Postgres that belongs to a folder: makes the cluster, its roles and its empty database at the first start, takes
 * over from a killed process at a later one. Listens on 127.0.0.1 only, on a port kept in the folder. Refuses with a StartFailure.
 * The caller sees to it that only one process at a time does this for a folder.
 */
export async function startCluster({ folder, settings = {} }: ClusterOptions): Promise<Cluster> {
  const program = postgresProgram();
  const record = clusterRecord(folder);
  const tookOver = await takeOver(record.data);
  await initialise(program, record);
  record.port = await freePort(record.port);
  save(record);
  const server = await run(program, record, settings);
  const cluster: Cluster = {
    port: record.port,
    pid: server.pid ?? 0,
    ...addressesOf(record),
    tookOver,
    ended: ending(server),
    stop: () => stopServer(server.pid ?? 0),
  };
  if (!record.ready) {
    await makeRolesAndDatabase(cluster.superUrl("postgres"), databaseName, record.passwords);
    save({ ...record, ready: true });
  }
  return cluster;
}

/** Stops what may run on the cluster of a folder and removes its data. Nothing happens where there is none. */
export async function removeCluster(folder: string): Promise<void> {
  const record = readRecord(folder);
  if (!record) return;
  await takeOver(record.data);
  rmSync(record.data, { recursive: true, force: true });
  if (dirname(record.data) !== record.folder) rmSync(dirname(record.data), { recursive: true, force: true });
  rmSync(join(folder, "postgres.json"), { force: true });
}

async function initialise(program: PostgresProgram, record: ClusterRecord): Promise<void> {
  try {
    readFileSync(join(record.data, "PG_VERSION"));
    return;
  } catch {
    record.ready = false;
  }
  const unfinished = `${record.data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = `${unfinished}.password`;
  writeFileSync(passwordFile, record.passwords.postgres, { mode: 0o600 });
  if (program.user) {
    chmodSync(dirname(record.data), 0o755);
    writeFileSync(join(dirname(record.data), "belongs-to"), record.folder);
    for (const path of [unfinished, passwordFile]) chownSync(path, program.user.uid, program.user.gid);
  }
  // The locale is Postgres' own, so that sorting and comparing do not depend on the machine.
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const flags = [
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--no-sync",
    "--no-instructions",
  ];
  try {
    await promisify(execFile)(join(program.bin, "initdb"), [`--pgdata=${unfinished}`, ...locale, ...flags], {
      ...program.user,
      env: serverEnvironment(),
      cwd: dirname(unfinished),
    });
    rmSync(record.data, { recursive: true, force: true });
    renameSync(unfinished, record.data);
  } catch (error) {
    throw new StartFailure(
      `Postgres could not make its folder ${record.data}: ${lastLine(error)} (DATABASE_URL names another.)`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function run(
  program: PostgresProgram,
  record: ClusterRecord,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const logFile = join(record.folder, "postgres.log");
  const given = { listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: "200", ...settings };
  const flags = Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const until = Date.now() + 60_000;
  for (;;) {
    const log = openSync(logFile, "w", 0o600);
    // A session of its own: Ctrl-C reaches the whole foreground group, and the server must outlive those who still use it.
    const server = spawn(join(program.bin, "postgres"), ["-D", record.data, "-p", String(record.port), ...flags], {
      ...program.user,
      stdio: ["ignore", log, log],
      detached: true,
      env: serverEnvironment(),
      cwd: dirname(record.data),
    });
    closeSync(log);
    if (await becameReady(server, record.data, until)) return server;
    const said = readFileSync(logFile, "utf8");
    // Children of a server that was killed need a moment to notice.
    const passing = said.includes("still in use") || said.includes("could not bind");
    if (!passing || Date.now() > until - 50_000) {
      const why = said.split("\n").findLast((line) => /FATAL|ERROR|HINT/.test(line)) ?? lastLine(said);
      throw new StartFailure(
        `Postgres did not start: ${why.replace(/^.*?(FATAL|ERROR):\s*/, "")} (all of it: ${logFile})`,
      );
    }
    await pause(300);
  }
}

/** Waits for the word “ready” in the eighth line of the pid file, where the server says so. */
async function becameReady(server: ChildProcess, data: string, until: number): Promise<boolean> {
  let over = false;
  server.once("exit", () => (over = true));
  server.once("error", () => (over = true));
  while (!over && Date.now() < until) {
    await pause(15);
    try {
      const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
      if (Number(lines[0]) === server.pid && lines[7]?.trim() === "ready") return true;
    } catch {
      // Not written yet.
    }
  }
  if (!over) await stopServer(server.pid ?? 0);
  return false;
}

function ending(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    else server.once("exit", () => resolve());
  });
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: process.env.NODE_ENV };
}

function lastLine(of: unknown): string {
  const said = typeof of === "string" ? of : ((of as { stderr?: string }).stderr ?? String(of));
  return said.trim().split("\n").at(-1) ?? "";
}
