import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { describeSettings } from "@/lib/platform/env";
import { StartFailure } from "../start-failure";
import { installationKeys } from "./keys";
import { releaseLock, takeLock } from "./lock";
import { hashSources } from "./sources";

/** A finished build: `web` holds the standalone server, `runner` is the background runner in one file. */
export type Build = { hash: string; web: string; runner: string; made: boolean };

const kept = 3;

/**
 * The production build of the sources as they are: the one that is there, or a new one. Each lies in a folder of its own under
 * `.cache/builds` that nothing changes afterwards, so that a test run can build while a server runs from the build before.
 * Two processes that want one wait for each other. Refuses with a StartFailure that shows what the build said.
 */
export async function currentBuild(project: string, building: () => void = () => undefined): Promise<Build> {
  const lock = join(project, ".cache", "build.lock");
  for (;;) {
    const hash = hashSources(project);
    const found = findBuild(project, hash);
    if (found) return found;
    if (takeLock(lock, "build")) {
      await pause(500);
      continue;
    }
    try {
      building();
      return findBuild(project, hash) ?? (await makeBuild(project, hash));
    } finally {
      releaseLock(lock);
    }
  }
}

function findBuild(project: string, hash: string): Build | undefined {
  const folder = join(project, ".cache", "builds", hash);
  if (!existsSync(folder)) return undefined;
  const now = new Date();
  utimesSync(folder, now, now);
  return { hash, web: join(folder, "web"), runner: join(folder, "runner.mjs"), made: false };
}

async function makeBuild(project: string, hash: string): Promise<Build> {
  const builds = join(project, ".cache", "builds");
  const unfinished = join(builds, `unfinished-${hash}`);
  const output = join(project, ".next");
  for (const path of [unfinished, join(output, "standalone")]) rmSync(path, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await runNextBuild(project);
  const web = join(unfinished, "web");
  renameSync(join(output, "standalone"), web);
  cpSync(join(output, "static"), join(web, ".next", "static"), { recursive: true });
  if (existsSync(join(project, "public"))) cpSync(join(project, "public"), join(web, "public"), { recursive: true });
  await bundleRunner(project, join(unfinished, "runner.mjs"));
  const folder = join(builds, hash);
  renameSync(unfinished, folder);
  removeOldBuilds(builds);
  return { hash, web: join(folder, "web"), runner: join(folder, "runner.mjs"), made: true };
}

async function runNextBuild(project: string): Promise<void> {
  // The build must not depend on the settings of whoever makes it, but for the key that every server of it shares.
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  for (const { name } of describeSettings()) delete env[name];
  const keys = installationKeys(join(project, ".cache"), process.env);
  env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = keys.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  const log = join(project, ".cache", "build.log");
  const next = join(project, "node_modules", "next", "dist", "bin", "next");
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [next, "build"], {
      cwd: project,
      env,
      maxBuffer: 100_000_000,
    });
    writeFileSync(log, stdout + stderr);
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as { stdout?: string; stderr?: string; message: string };
    const said = (stdout + stderr).trim() || message;
    writeFileSync(log, said);
    console.error(said.split("\n").slice(-40).join("\n"));
    throw new StartFailure(`The application could not be built: see above, or all of it in ${log}.`);
  }
}

async function bundleRunner(project: string, outfile: string): Promise<void> {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(project, "inngest", "embedded", "process.ts")],
    absWorkingDir: project,
    outfile,
    bundle: true,
    packages: "external",
    alias: { "server-only": "./scripts/server-only.ts" },
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    logLevel: "error",
  });
}

/** The last few stay: a server may still be running from one. */
function removeOldBuilds(builds: string): void {
  const byAge = readdirSync(builds)
    .map((name) => ({ path: join(builds, name), changed: statSync(join(builds, name)).mtimeMs }))
    .sort((one, other) => other.changed - one.changed);
  for (const { path } of byAge.slice(kept)) rmSync(path, { recursive: true, force: true });
}
