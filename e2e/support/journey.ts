import { readFileSync } from "node:fs";
import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { crossingFile } from "../../scripts/testing/crossing";
import type { Crossing } from "../../scripts/testing/crossing";
import { startInstallation } from "../../scripts/testing/installation";
import type { Installation, InstallationSource } from "../../scripts/testing/installation";
import { watchConsole } from "./console-errors";
import type { ConsoleWatch } from "./console-errors";

type PerWorker = {
  /** A running Landfall with the demo organisations, the worker's own. Journeys of one worker share it, one after the other. */
  installation: Installation;
};

type PerTest = {
  /** A Landfall with the two organisations of the tests, alike in everything but their ids, and what to try across their wall. */
  worlds: Installation & Crossing;

  /** Starts an empty Landfall, as on the first day, with the settings given on top. */
  emptyInstallation: (settings?: Record<string, string>) => Promise<Installation>;
  /** What the browser complained about; a journey fails for what it did not expect. */
  console: ConsoleWatch;
};

/** `test` for journeys: an installation to begin with, and no error on the console that was not expected. */
export const test = base.extend<PerTest, PerWorker>({
  installation: [
    async ({}, use, worker) => {
      const installation = await startInstallation(source(), { name: `journeys_${worker.workerIndex}`, demo: true });
      await use(installation);
      await installation.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  baseURL: async ({ installation }, use) => use(installation.url),

  emptyInstallation: async ({ context }, use, info) => {
    const started: Installation[] = [];
    await use(async (settings = {}) => {
      const name = `empty_${info.workerIndex}_${started.length}_${info.testId.replaceAll("-", "_")}`.slice(0, 60);
      const installation = await startInstallation(source(), { name, demo: false, settings });
      started.push(installation);
      return installation;
    });
    // A page that outlives its server reports every refused connection as an error.
    if (started.length > 0) await Promise.all(context.pages().map((page) => page.close()));
    for (const installation of started) await installation.stop();
  },

  worlds: async ({}, use, info) => {
    const from = source();
    const installation = await startInstallation(from, {
      name: `worlds_${info.workerIndex}`,
      demo: false,
      worlds: true,
    });
    const crossing = JSON.parse(readFileSync(crossingFile(from.folder), "utf8")) as Crossing;
    await use({ ...installation, ...crossing });
    await installation.stop();
  },

  console: [
    async ({ context }, use) => {
      const watch = watchConsole(context);
      await use(watch);
      expect(watch.unexpected(), "errors on the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
export type { Page };

/** What `npm test` or `npm run e2e` made for the journeys. Refuses when Playwright was started without them. */
function source(): InstallationSource {
  const given = process.env.LANDFALL_TEST_SOURCE;
  if (!given) throw new Error("Journeys need a build and a database: run them with npm run e2e -- <file>.");
  return JSON.parse(given) as InstallationSource;
}
