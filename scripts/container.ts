import { join, resolve } from "node:path";
import { checkEnvironment } from "@/lib/platform/env";
import { givenDatabase, migrateDatabase } from "./supervisor/database";
import { refuseTakenPort } from "./supervisor/port";
import { step } from "./supervisor/progress";
import { serverSettings } from "./supervisor/server-settings";
import { startServers } from "./supervisor/servers";
import { supervise } from "./supervisor/supervise";

const project = process.cwd();

/**
 * What a container runs: migrations when DATABASE_OWNER_URL is given, then the web server and, where no Inngest is set up, the
 * background runner. All settings are given; nothing is built, seeded or made up here. Logs go to the container's output.
 */
await supervise(async (stops) => {
  const given = { LANDFALL_HOST: "0.0.0.0", LANDFALL_ENV: "production", ...process.env };
  const environment = checkEnvironment(given);
  const data = resolve(environment.LANDFALL_DATA);
  await refuseTakenPort(environment.PORT, environment.LANDFALL_HOST);
  const addresses = { appUrl: environment.DATABASE_URL ?? "", ownerUrl: environment.DATABASE_OWNER_URL ?? "" };
  if (addresses.ownerUrl) {
    await step("Migrations", async (remark) => {
      await givenDatabase({ DATABASE_URL: addresses.appUrl, DATABASE_OWNER_URL: addresses.ownerUrl });
      remark(`${(await migrateDatabase(project, addresses)).applied} applied`);
    });
  }
  const settings = { ...serverSettings(given, environment, data, addresses), DATABASE_OWNER_URL: "" };
  const withRunner = !environment.INNGEST_EVENT_KEY && !environment.INNGEST_BASE_URL;
  const build = { hash: "", web: join(project, "web"), runner: join(project, "runner.mjs"), made: false };
  const servers = await startServers({ project, build, settings, logs: join(data, "logs"), withRunner, loud: true });
  stops.push(servers.stop);
  console.log(`Landfall answers on port ${environment.PORT}.`);
});
