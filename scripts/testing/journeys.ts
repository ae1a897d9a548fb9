import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "../postgres/with-client";
import { currentBuild } from "../supervisor/build";
import { migrateDatabase } from "../supervisor/database";
import { demoData } from "../supervisor/demo";
import { step } from "../supervisor/progress";
import type { Stops } from "../supervisor/supervise";
import { findChromium } from "./chromium";
import { startTestCluster } from "./cluster";
import { demoDatabase, installationSettings } from "./installation";
import type { InstallationSource } from "./installation";
import type { Report } from "./report";
import { templateDatabase } from "./template";

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    file: string;
    tests: { projectName: string; status: string; results: { duration: number; errors?: { message?: string }[] }[] }[];
  }[];
};

/**
 * Runs journeys in Chromium against the production build, each worker of Playwright with an installation of its own. They share
 * nothing with a `npm start` that runs: own Postgres, own folders, own ports.
 * @param args for Playwright: files, --grep, --project
 * @param watched prints what Playwright prints, for a person who runs one journey
 */
export async function runJourneys(
  project: string,
  stops: Stops,
  args: readonly string[],
  watched: boolean,
): Promise<Report> {
  const chromium = findChromium();
  // Both wait for much, and for nothing of each other.
  const [build, made] = await Promise.all([
    step("Build", () => currentBuild(project)),
    step("Postgres and demo data for the journeys", async () => {
      const cluster = await startTestCluster();
      stops.push(cluster.remove);
      const data = {
        folder: cluster.folder,
        superUrl: cluster.superUrl("DATABASE"),
        ownerUrl: cluster.ownerUrl("DATABASE"),
        appUrl: cluster.appUrl("DATABASE"),
      };
      await makeDemo(project, data);
      return data;
    }),
  ]);
  const source: InstallationSource = { project, build, ...made };
  const results = join(project, "test-results", "journeys.json");
  rmSync(results, { force: true });
  const env = {
    ...process.env,
    CHROMIUM_PATH: chromium,
    LANDFALL_TEST_SOURCE: JSON.stringify(source),
    PLAYWRIGHT_JSON_OUTPUT_NAME: results,
  };
  const program = join(project, "node_modules", "@playwright", "test", "cli.js");
  const reporters = watched ? "list,json" : "json";
  const said = await new Promise<string>((resolve) => {
    const stdio = watched ? ("inherit" as const) : ("pipe" as const);
    const child = spawn(process.execPath, [program, "test", `--reporter=${reporters}`, ...args], {
      cwd: project,
      env,
      stdio,
    });
    stops.push(async () => void child.kill("SIGTERM"));
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("close", () => resolve(output.slice(-10_000)));
  });
  return read(results, said);
}

/** The demo organisations as `npm start` makes them, once a run; each installation clones database and files. */
async function makeDemo(project: string, source: Omit<InstallationSource, "project" | "build">): Promise<void> {
  const address = (pattern: string, database: string) => pattern.replace(/DATABASE$/, database);
  // What unit tests do without, an installation has: the tables of the background runner.
  await migrateDatabase(project, {
    appUrl: address(source.appUrl, templateDatabase),
    ownerUrl: address(source.ownerUrl, templateDatabase),
  });
  await withClient(address(source.ownerUrl, "postgres"), (client) =>
    client.query(`create database ${demoDatabase} template ${templateDatabase}`),
  );
  const folder = join(source.folder, demoDatabase);
  mkdirSync(folder, { recursive: true });
  const urls = { appUrl: address(source.appUrl, demoDatabase), ownerUrl: address(source.ownerUrl, demoDatabase) };
  await demoData({ ...installationSettings(folder, urls.appUrl, 3000), LANDFALL_DEMO: "1" }, urls, () => undefined);
  // Reading the settings is the first thing the application does, so it is loaded when they are there.
  const { makeWorlds } = await import("./worlds");
  await makeWorlds(source.folder, source);
}

function read(file: string, said: string): Report {
  const report: Report = { passed: 0, failures: [], times: [] };
  let results: { suites: PlaywrightSuite[]; errors?: { message?: string }[] };
  try {
    results = JSON.parse(readFileSync(file, "utf8")) as typeof results;
  } catch {
    return { ...report, failures: [{ name: "Journeys", message: said || "Playwright wrote no results." }] };
  }
  const visit = (suite: PlaywrightSuite, path: string): void => {
    for (const { title, file: where, tests } of suite.specs ?? []) {
      for (const { projectName, status, results: runs } of tests) {
        const name = `e2e/${where}: ${[path, title].filter(Boolean).join(" › ")} (${projectName})`;
        report.times.push({ name, took: runs.reduce((sum, { duration }) => sum + duration, 0) });
        if (status === "expected" || status === "flaky") report.passed += 1;
        if (status !== "unexpected") continue;
        const message = runs.flatMap(({ errors }) => errors?.map((error) => error.message ?? "") ?? []).join("\n");
        report.failures.push({ name, message });
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, [path, inner.title].filter(Boolean).join(" › "));
  };
  for (const suite of results.suites) visit(suite, "");
  for (const { message = "" } of results.errors ?? []) report.failures.push({ name: "Journeys", message });
  return report;
}
