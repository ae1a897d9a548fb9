import { join, resolve } from "node:path";
import { readEnvironment } from "@/lib/platform/env";
import { startChild } from "./supervisor/child";
import { givenDatabase, migrateDatabase } from "./supervisor/database";
import { demoData, demoLines } from "./supervisor/demo";
import { keepPostgres } from "./supervisor/keep-postgres";
import { lockFolder } from "./supervisor/lock-folder";
import { refuseTakenPort } from "./supervisor/port";
import { step, strong } from "./supervisor/progress";
import { serverSettings } from "./supervisor/server-settings";
import { answering, localAddress } from "./supervisor/servers";
import { supervise } from "./supervisor/supervise";
import { programFile } from "./testing/checks";

const project = process.cwd();

/** `npm run dev`: as `npm start`, but the development server and the runner read the sources and start anew when they change. */
await supervise(async (stops) => {
  const given = { LANDFALL_DEMO: "1", ...process.env, LANDFALL_ENV: "development" };
  const environment = readEnvironment(given);
  const data = resolve(environment.LANDFALL_DATA);
  lockFolder(data, environment.LANDFALL_URL, stops);
  await refuseTakenPort(environment.PORT, environment.LANDFALL_HOST);
  const { DATABASE_URL } = environment;
  const addresses = DATABASE_URL
    ? await step("Database", () => givenDatabase({ ...environment, DATABASE_URL }))
    : await step("Postgres", (remark) => keepPostgres(data, stops, remark));
  const settings = serverSettings(given, environment, data, addresses);
  await step("Migrations", async (remark) => {
    const { applied } = await migrateDatabase(project, addresses);
    remark(applied === 0 ? "nothing to do" : `${applied} applied`);
  });
  if (environment.LANDFALL_DEMO) await step("Demo data", (remark) => demoData(settings, addresses, remark));

  const env: NodeJS.ProcessEnv = { ...process.env, ...settings, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" };
  const follow = ["--import", join(project, "scripts", "supervisor", "follow-parent.mjs")];
  const next = ["dev", "--port", settings.PORT, "--hostname", settings.LANDFALL_HOST];
  const log = join(data, "logs", "dev.log");
  const web = startChild({
    title: "development server",
    run: [...follow, programFile(project, "next"), ...next],
    env,
    cwd: project,
    log,
    loud: true,
  });
  stops.push(web.stop);
  await answering(web, "development server", log, localAddress(settings));
  const tsx = ["watch", "--clear-screen=false", "--tsconfig", "tsconfig.node.json", "inngest/embedded/process.ts"];
  const runner = startChild({
    title: "background runner",
    run: [...follow, programFile(project, "tsx"), ...tsx],
    env,
    cwd: project,
    log: join(data, "logs", "runner.log"),
    loud: true,
  });
  runner.healthy();
  stops.push(runner.stop);
  console.log(`\n  Landfall runs at ${strong(environment.LANDFALL_URL)} (development; Ctrl-C stops it)`);
  if (environment.LANDFALL_DEMO) console.log(await demoLines());
});
