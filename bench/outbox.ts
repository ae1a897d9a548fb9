import { fork, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { serve } from "inngest/node";
import pg from "pg";
import { closeDatabase, transaction, useDatabase } from "@/db/client";
import { installRunnerSchema } from "@/inngest/embedded/install";
import { effectAt } from "@/inngest/embedded/testing/effects";
import { client, told } from "@/inngest/embedded/testing/functions";
import { storeEvents } from "@/lib/platform/outbox";
import { dispatchEvents } from "@/lib/platform/outbox-dispatch";
import { startTestCluster } from "@/scripts/testing/cluster";
import { templateDatabase } from "@/scripts/testing/template";
import type { Stops } from "@/scripts/supervisor/supervise";
import { report } from "./parts/report";
import { durationText, quantile, ratioText } from "./parts/statistics";

const perSecond = 20;
const paced = 200;
const atOnce = 1_000;
const concurrency = 8;

/** Something that takes work on, and tells when the work with an id was done. */
interface Worker {
  /** Takes on one piece, committed when this resolves. */
  add(id: string): Promise<void>;
  addAll(ids: readonly string[]): Promise<void>;
  doneAt(id: string): number | undefined;
}

interface Measured {
  lags: number[];
  jobsPerSecond: number;
}

/**
 * From a committed outbox row to the effect of a function of one step, through dispatch, embedded runner and the served endpoint; beside
 * it bare graphile-worker with one task that has the same effect. Each worker in a process of its own, on the same Postgres.
 */
export async function run(project: string, stops: Stops): Promise<void> {
  const cluster = await startTestCluster();
  stops.push(cluster.remove);
  const database = new URL(cluster.ownerUrl(templateDatabase)).pathname.slice(1);
  const [ownerUrl, appUrl] = [cluster.ownerUrl(database), cluster.appUrl(database)];
  await installRunnerSchema(ownerUrl, "landfall_app", ["landfall_sweep"]);

  const bare = await measure(await bareWorker(project, stops, ownerUrl));
  const ours = await measure(await ourRunner(project, stops, appUrl));
  const p95 = [ours, bare].map(({ lags }) => quantile(lags, 0.95)) as [number, number];
  const middle = [ours, bare].map(({ lags }) => quantile(lags, 0.5)) as [number, number];
  await report(project, {
    title: "From the outbox to the effect",
    about: `A function of one step, from the commit of its outbox row to its effect: dispatch, the embedded runner, one signed call of
the served endpoint. Beside it a job of bare graphile-worker with the same effect, which has no events, no steps to remember and no call.
Lag at ${perSecond} a second; throughput of ${atOnce.toLocaleString("en")} that are there at once, ${concurrency} at a time.`,
    columns: ["Landfall", "graphile-worker"],
    rows: [
      {
        what: "Lag, median",
        ours: durationText(middle[0]),
        beside: durationText(middle[1]),
        ratio: ratioText(middle[0] / middle[1]),
        goal: "",
      },
      {
        what: "Lag, p95",
        ours: durationText(p95[0]),
        beside: durationText(p95[1]),
        ratio: ratioText(p95[0] / p95[1]),
        goal: "≤ 1 s",
      },
      {
        what: "Jobs per second",
        ours: ours.jobsPerSecond.toFixed(0),
        beside: bare.jobsPerSecond.toFixed(0),
        ratio: ratioText(bare.jobsPerSecond / ours.jobsPerSecond),
        goal: "",
      },
    ],
  });
}

async function measure(worker: Worker): Promise<Measured> {
  await one(worker);
  const committed = new Map<string, number>();
  for (let number = 0; number < paced; number++) {
    const next = pause(1000 / perSecond);
    const id = randomUUID();
    await worker.add(id);
    committed.set(id, Date.now());
    await next;
  }
  const lags: number[] = [];
  for (const [id, at] of committed) lags.push(Math.max(0, (await done(worker, id)) - at));

  const ids = Array.from({ length: atOnce }, () => randomUUID());
  const began = Date.now();
  await worker.addAll(ids);
  let last = began;
  for (const id of ids) last = Math.max(last, await done(worker, id));
  return { lags, jobsPerSecond: (atOnce * 1000) / (last - began) };
}

/** The first one pays for what is loaded and planned once. */
async function one(worker: Worker): Promise<void> {
  const id = randomUUID();
  await worker.add(id);
  await done(worker, id);
}

async function done(worker: Worker, id: string): Promise<number> {
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(5)) {
    const at = worker.doneAt(id);
    if (at !== undefined) return at;
  }
  throw new Error("A job was not done within two minutes.");
}

async function ourRunner(project: string, stops: Stops, appUrl: string): Promise<Worker> {
  const server = createServer(serve({ client, functions: [told], servePath: "/api/inngest" }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest`;
  await startProcess(project, stops, "inngest/embedded/testing/runner-process.ts", {
    databaseUrl: appUrl,
    endpoint,
    ahead: 0,
  });
  useDatabase(appUrl);
  stops.push(async () => {
    await closeDatabase();
    server.closeAllConnections();
    server.close();
  });
  const store = (ids: readonly string[]) =>
    transaction({ organisationId: randomUUID() }, (tx) =>
      storeEvents(
        tx,
        ids.map((id) => ({ id, name: "test/told", data: { id, number: 1 } })),
        new Date(),
      ),
    );
  return {
    async add(id) {
      await store([id]);
      // As a request does it: without waiting.
      void dispatchEvents([id]);
    },
    async addAll(ids) {
      for (let from = 0; from < ids.length; from += 100) await store(ids.slice(from, from + 100));
      await dispatchEvents();
    },
    doneAt: (id) => effectAt(id, "told 1"),
  };
}

async function bareWorker(project: string, stops: Stops, ownerUrl: string): Promise<Worker> {
  const finished = new Map<string, number>();
  const child = await startProcess(project, stops, "bench/parts/bare-worker.ts", {
    databaseUrl: ownerUrl,
    concurrency,
  });
  child.on("message", ({ id, at }: { id: string; at: number }) => finished.set(id, at));
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 10 });
  pool.on("error", () => undefined);
  stops.push(() => pool.end());
  const add = (ids: readonly string[]) =>
    pool.query("select graphile_worker.add_job('bare', json_build_object('id', id)) from unnest($1::text[]) id", [ids]);
  return {
    add: async (id) => void (await add([id])),
    addAll: async (ids) => void (await add(ids)),
    doneAt: (id) => finished.get(id),
  };
}

async function startProcess(project: string, stops: Stops, file: string, order: object): Promise<ChildProcess> {
  const child = fork(join(project, file), {
    cwd: project,
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  stops.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  await once(child, "message");
  child.send(order);
  await once(child, "message");
  return child;
}
