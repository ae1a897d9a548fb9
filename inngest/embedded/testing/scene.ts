import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { serve } from "inngest/node";
import pg from "pg";
import { receiveEvents } from "../receive";
import { client, functions } from "./functions";
import { runnerDatabase } from "./postgres";
import type { RunnerOrder } from "./runner-process";

/** A runner in a process of its own. */
export interface RunnerProcess {
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end, as the supervisor does. */
  stop(): Promise<void>;
}

/** A database, the test functions served over HTTP, and runners that can be killed. */
export interface Scene {
  readonly pool: pg.Pool;
  readonly endpoints: readonly string[];
  /** Starts a runner; where `endpoint` is not said, at the first server. */
  startRunner(order?: Partial<RunnerOrder>): Promise<RunnerProcess>;
  /** Sends an event through the outbox's door, and gives its `data.id` back. */
  send(name: string, data?: Record<string, unknown>, eventId?: string): Promise<string>;
  /** The ended run of a function for an event with that `data.id`. */
  ended(functionId: string, id: string): Promise<EndedRun>;
  /** Cuts the runners' connections to the database, as a restart of its server would. */
  cut(): Promise<void>;
  end(): Promise<void>;
}

export interface EndedRun {
  readonly id: string;
  readonly status: string;
  readonly output: unknown;
  readonly error: { name: string; message: string } | null;
  /** How many steps were recorded. */
  readonly steps: number;
}

/** Sets a scene with one or more servers of the same functions. */
export async function setScene(servers = 1): Promise<Scene> {
  const spare = [loadRunner(), loadRunner()];
  const { appUrl, cut, drop } = await runnerDatabase();
  const pool = new pg.Pool({ connectionString: appUrl, max: 4, application_name: "test" });
  // The database is dropped before the last connection has heard of it.
  pool.on("error", () => undefined);
  const listening = await Promise.all(Array.from({ length: servers }, startServer));
  const endpoints = listening.map(({ endpoint }) => endpoint);
  const running = new Set<ChildProcess>();

  return {
    pool,
    endpoints,
    cut,
    async startRunner(order) {
      const child = await (spare.shift() ?? loadRunner());
      spare.push(loadRunner());
      const started = once(child, "message");
      const complete: RunnerOrder = { databaseUrl: appUrl, endpoint: endpoints[0] ?? "", ahead: 0, ...order };
      child.send(complete);
      await started;
      running.add(child);
      return { kill: () => end(child, "SIGKILL"), stop: () => end(child, "SIGTERM") };
    },
    async send(name, data = {}, eventId = randomUUID()) {
      const id = typeof data.id === "string" ? data.id : randomUUID();
      await receiveEvents(pool, [{ id: eventId, name, data: { ...data, id }, ts: Date.now() }]);
      return id;
    },
    ended: (functionId, id) => until(`${functionId} ends`, () => endedRun(pool, functionId, id)),
    async end() {
      const children = [...running, ...(await Promise.all(spare))];
      await Promise.all(children.map((child) => end(child, "SIGKILL")));
      await pool.end();
      for (const { server } of listening) {
        server.closeAllConnections();
        server.close();
      }
      await drop();
    },
  };
}

/** Waits until `find` finds something; fails after ten seconds. */
export async function until<T>(
  what: string,
  find: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end; await pause(10)) {
    const found = await find();
    if (found) return found;
  }
  throw new Error(`Waited in vain until ${what}.`);
}

async function endedRun(pool: pg.Pool, functionId: string, id: string): Promise<EndedRun | undefined> {
  const { rows } = await pool.query<EndedRun>(
    `select id, status, output, error, (select count(*)::int from runner.steps s where s.run_id = r.id and s.status in ('done', 'failed')) as steps
     from runner.runs r where function_id = $1 and event->'data'->>'id' = $2 and status <> 'active'`,
    [`conformance-${functionId}`, id],
  );
  return rows[0];
}

async function startServer(): Promise<{ server: Server; endpoint: string }> {
  const server = createServer(serve({ client, functions: [...functions], servePath: "/api/inngest" }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest` };
}

// Loaded beforehand, so that a test does not wait for a process that was killed to be replaced.
async function loadRunner(): Promise<ChildProcess> {
  const file = fileURLToPath(new URL("./runner-process.ts", import.meta.url));
  const child = fork(file, { execArgv: ["--import", "tsx"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  await once(child, "message");
  return child;
}

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}
