import { join, resolve } from "node:path";
import { readEnvironment } from "@/lib/platform/env";
import { currentBuild } from "./supervisor/build";
import { givenDatabase, migrateDatabase } from "./supervisor/database";
import { demoData, demoLines } from "./supervisor/demo";
import { keepPostgres } from "./supervisor/keep-postgres";
import { lockFolder } from "./supervisor/lock-folder";
import { refuseTakenPort } from "./supervisor/port";
import { step, strong } from "./supervisor/progress";
import { serverSettings } from "./supervisor/server-settings";
import { startServers } from "./supervisor/servers";
import { supervise } from "./supervisor/supervise";

const project = process.cwd();

/** `npm start`: everything an installation needs, in order, under this one process. */
await supervise(async (stops) => {
  const began = Date.now();
  const given = { LANDFALL_DEMO: "1", LANDFALL_ENV: "production", ...process.env };
  const environment = readEnvironment(given);
  const data = resolve(environment.LANDFALL_DATA);
  lockFolder(data, environment.LANDFALL_URL, stops);
  await refuseTakenPort(environment.PORT, environment.LANDFALL_HOST);
  const { DATABASE_URL } = environment;
  const external = DATABASE_URL && (await step("Database", () => givenDatabase({ ...environment, DATABASE_URL })));

  const build = await step("Build", async (remark) => {
    const found = await currentBuild(project);
    if (!found.made) remark("nothing changed");
    return found;
  });
  const addresses = external || (await step("Postgres", (remark) => keepPostgres(data, stops, remark)));
  const settings = serverSettings(given, environment, data, addresses);
  await step("Migrations", async (remark) => {
    const { applied } = await migrateDatabase(project, addresses);
    remark(applied === 0 ? "nothing to do" : `${applied} applied`);
  });
  if (environment.LANDFALL_DEMO) await step("Demo data", (remark) => demoData(settings, addresses, remark));
  // Where Inngest is configured, it does what the embedded runner does otherwise.
  const withRunner = !environment.INNGEST_EVENT_KEY && !environment.INNGEST_BASE_URL;
  await step(withRunner ? "Web server and background runner" : "Web server", async () => {
    const servers = await startServers({ project, build, settings, logs: join(data, "logs"), withRunner });
    stops.push(servers.stop);
  });

  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`\n  Landfall runs at ${strong(environment.LANDFALL_URL)} (started in ${seconds} s; Ctrl-C stops it)`);
  if (environment.LANDFALL_DEMO) console.log(await demoLines());
});
