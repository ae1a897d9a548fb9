import { readFileSync, readdirSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import type { UserWorkspaceConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const folders = ["app", "bench", "components", "db", "inngest", "lib", "scripts"];
const isTest = /\.test\.tsx?$/;

/** Starts processes and holds them to times, or measures how long something takes: while other tests run, that says nothing. */
const isTimed =
  /^(inngest\/embedded\/conformance-\w+|lib\/(mail|tailoring\/\w+)\/killed|inngest\/functions\/resume-words|scripts\/start)\.test\.ts$/;
const measures = /performance\.now\(\) - /;

/** Puts something else in place of a module, or settings in place of the run's: no file after it may see that. */
const replaces =
  /\bvi\.(mock|doMock|hoisted|resetModules|stubEnv|stubGlobal)\b|\bprocess\.env(\.\w+|\[[^\]]+\]) \??\??= /;

/** Asks how a process behaves that has done nothing yet. */
const isFresh = /^db\/prepared\.test\.ts$/;

const files = folders
  .flatMap((folder) =>
    readdirSync(here(folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => isTest.test(path))
  .map((path) => ({ path, text: readFileSync(here(path), "utf8") }));
const timed = files.filter(({ path, text }) => isTimed.test(path) || measures.test(text)).map(({ path }) => path);
const alone = files
  .filter(({ path, text }) => !timed.includes(path) && (isFresh.test(path) || replaces.test(text)))
  .map(({ path }) => path);

const tests: UserWorkspaceConfig["test"] = {
  environment: "node",
  // Nothing of the shell's settings reaches a test; what is empty counts as not set.
  env: {
    LANDFALL_ENV: "test",
    LANDFALL_DEMO: "",
    DATABASE_URL: "",
    DATABASE_OWNER_URL: "",
    LOG_LEVEL: "silent",
    // Files of this run; the global setup removes them.
    LANDFALL_DATA: join(tmpdir(), `landfall-test-${process.pid}-data`),
    LANDFALL_MASTER_KEY: Buffer.alloc(32, "test").toString("base64"),
    AUTH_SECRET: "a secret that only tests know, long enough",
  },
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

const resolve = {
  alias: [
    { find: /^server-only$/, replacement: here("./scripts/server-only.ts") },
    { find: /^@\//, replacement: here("./") },
  ],
};

/** `npm run torture` sets it: what is too long for `npm test`, and nothing else. */
const tortures = process.env.LANDFALL_TORTURE === "1";

const torture = {
  resolve,
  test: { ...tests, name: "torture", maxWorkers: 1, include: [`{${folders.join()}}/**/*.torture.ts`] },
};

export default defineConfig({
  resolve,
  test: {
    // Once a run, for all parts: what they are given stands in the whole run's own settings.
    globalSetup: ["./scripts/testing/global-setup.ts"],
    maxWorkers: availableParallelism(),
    projects: tortures
      ? [torture]
      : [
          { resolve, test: { ...tests, name: "alone", include: alone } },
          {
            // One file after the other in the same modules: loading them takes longer than most tests.
            resolve,
            test: {
              ...{ ...tests, name: "together", isolate: false, include: [`{${folders.join()}}/**/*.test.{ts,tsx}`] },
              exclude: [...alone, ...timed],
            },
          },
          {
            // When the others are through, one at a time.
            resolve,
            test: { ...tests, name: "timed", maxWorkers: 1, sequence: { groupOrder: 1 }, include: timed },
          },
        ],
  },
});
