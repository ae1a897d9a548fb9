import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { removeCluster } from "@/scripts/postgres/cluster";
import { freePort } from "@/scripts/postgres/ports";
import { step } from "@/scripts/supervisor/progress";
import { hashSources } from "@/scripts/supervisor/sources";
import type { Stops } from "@/scripts/supervisor/supervise";
import { startTestCluster } from "@/scripts/testing/cluster";
import { templateDatabase } from "@/scripts/testing/template";
import { newestBuild } from "./parts/installation";
import { report, type Row } from "./parts/report";
import { durationText, quantile, ratioText } from "./parts/statistics";

const turns = 3;

/**
 * From `npm start` to the first page, in a copy of this checkout: the first time with nothing but packages, the first time with a build,
 * and every further time. Beside it the bare web server of the same build until it answers at all. BENCH_AS_BUILT=1 leaves the
 * build itself out.
 */
export async function run(project: string, stops: Stops): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), "landfall-start-"));
  const data = join(copy, ".landfall");
  stops.push(async () => {
    await removeCluster(data);
    rmSync(copy, { recursive: true, force: true });
  });
  await step("Copy of the checkout", async () => copyCheckout(project, copy));
  const asBuilt = Boolean(process.env.BENCH_AS_BUILT);
  if (asBuilt) {
    const { web } = newestBuild(project);
    cpSync(dirname(web), join(copy, ".cache", "builds", hashSources(copy)), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }

  const measured: Record<"everything" | "data" | "warm" | "bare", number[]> = {
    everything: [],
    data: [],
    warm: [],
    bare: [],
  };
  if (!asBuilt) {
    measured.everything.push(await step("Cold, with the build", () => startOnce(copy, stops)));
    await removeCluster(data);
    rmSync(data, { recursive: true, force: true });
  }
  const cluster = await startTestCluster();
  stops.push(cluster.remove);
  measured.data.push(await step("Cold, built", () => startOnce(copy, stops)));
  for (let turn = 0; turn < turns; turn++) {
    measured.warm.push(await step("Warm", () => startOnce(copy, stops)));
    measured.bare.push(await step("Bare web server", () => startBare(copy, cluster.appUrl(templateDatabase), stops)));
  }
  const bare = quantile(measured.bare, 0.5);
  const row = (what: string, times: readonly number[], goal: string): Row[] =>
    times.length === 0
      ? []
      : [
          {
            what,
            ours: durationText(quantile(times, 0.5)),
            beside: durationText(bare),
            ratio: ratioText(quantile(times, 0.5) / bare),
            goal,
          },
        ];
  await report(project, {
    title: "Start",
    about: `From \`npm start\` to the first page, packages installed, in a copy of the checkout. Beside it the web server of the same build alone, until it
answers under /health, on a Postgres that runs already: no migrations, no demo, no runner. Of ${turns} warm starts the middle one.`,
    columns: ["npm start", "bare web server"],
    rows: [
      ...row("Cold: build, database, migrations, demo", measured.everything, ""),
      ...row("Cold, built: database, migrations, demo", measured.data, ""),
      ...row("Warm", measured.warm, "≤ 5 s"),
    ],
  });
}

/** Everything that git does not ignore, as it stands in the working tree, and the packages. */
function copyCheckout(project: string, copy: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: project,
    maxBuffer: 50_000_000,
  }).toString();
  for (const path of listed.split("\0").filter((each) => each && existsSync(join(project, each)))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(project, path), join(copy, path));
  }
  const packages = join(project, "node_modules");
  try {
    // Links to the same files: no time and no space, where the file system can.
    execFileSync("cp", ["-al", packages, `${copy}/unfinished`], { stdio: "ignore" });
  } catch {
    rmSync(join(copy, "unfinished"), { recursive: true, force: true });
    execFileSync("cp", ["-a", packages, `${copy}/unfinished`]);
  }
  renameSync(join(copy, "unfinished"), join(copy, "node_modules"));
}

/** Milliseconds from `npm start` to a page; the installation is stopped afterwards. */
async function startOnce(folder: string, stops: Stops): Promise<number> {
  const port = await freePort();
  return timed(folder, ["scripts/run.mjs", "start"], { PORT: String(port) }, `http://localhost:${port}/sign-in`, stops);
}

async function startBare(folder: string, appUrl: string, stops: Stops): Promise<number> {
  const port = await freePort();
  const web = join(folder, ".cache", "builds", hashSources(folder), "web");
  const settings = { PORT: String(port), HOSTNAME: "127.0.0.1", LANDFALL_ENV: "test", LOG_LEVEL: "silent" };
  const needed = {
    DATABASE_URL: appUrl,
    AUTH_SECRET: process.env.AUTH_SECRET ?? "",
    LANDFALL_MASTER_KEY: process.env.LANDFALL_MASTER_KEY ?? "",
  };
  return timed(web, ["server.js"], { ...settings, ...needed }, `http://127.0.0.1:${port}/health`, stops);
}

async function timed(
  folder: string,
  args: readonly string[],
  settings: Record<string, string>,
  address: string,
  stops: Stops,
): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [...args], {
    cwd: folder,
    env: { NODE_ENV: "production", PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  stops.push(stop);
  for (const until = began + 900_000; performance.now() < until; await pause(20)) {
    if (child.exitCode !== null) break;
    const answer = await fetch(address, { redirect: "manual" }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.status !== 200) continue;
    const took = performance.now() - began;
    await stop();
    return took;
  }
  await stop();
  throw new Error(`No page came at ${address}: ${said}`);
}
