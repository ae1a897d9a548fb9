import { resolve } from "node:path";
import { readEnvironment } from "@/lib/platform/env";
import { startCluster } from "./postgres/cluster";
import { runningCluster } from "./postgres/running";
import { StartFailure } from "./start-failure";
import { givenDatabase } from "./supervisor/database";
import type { DatabaseAddresses } from "./supervisor/database";
import { lockFolder } from "./supervisor/lock-folder";
import { serverSettings } from "./supervisor/server-settings";
import { supervise } from "./supervisor/supervise";
import type { Stops } from "./supervisor/supervise";

/** Commands for the installation of this folder; each script does its work when it is loaded. One sorted line each. */
const commands: Record<string, () => Promise<unknown>> = {
  "audit-verify": () => import("./audit-verify"),
  "sla-verify": () => import("./sla-verify"),
  backup: () => import("./backup"),
  operator: () => import("./operator"),
  restore: () => import("./restore"),
  "rotate-keys": () => import("./rotate-keys"),
};

/**
 * `node scripts/run.mjs operate <command> …`: runs a command with the settings of this installation, beside a running `npm start`
 * or, where none runs, with the embedded Postgres started for as long as it takes.
 */
await supervise(async (stops) => {
  const [name = ""] = process.argv.splice(2, 1);
  const command = commands[name];
  if (!command) throw new StartFailure(`There is no command ${name}; there are ${Object.keys(commands).join(", ")}.`);
  const given = { LANDFALL_ENV: "production", ...process.env };
  const environment = readEnvironment(given);
  const data = resolve(environment.LANDFALL_DATA);
  const { DATABASE_URL } = environment;
  const addresses = DATABASE_URL
    ? await givenDatabase({ ...environment, DATABASE_URL })
    : await embedded(data, environment.LANDFALL_URL, stops);
  Object.assign(process.env, serverSettings(given, environment, data, addresses), {
    DATABASE_OWNER_URL: addresses.ownerUrl,
  });
  await command();
  return Number(process.exitCode ?? 0);
});

async function embedded(folder: string, address: string, stops: Stops): Promise<DatabaseAddresses> {
  const running = runningCluster(folder);
  if (running) return { appUrl: running.appUrl(), ownerUrl: running.ownerUrl() };
  lockFolder(folder, address, stops);
  const cluster = await startCluster({ folder });
  stops.push(cluster.stop);
  return { appUrl: cluster.appUrl(), ownerUrl: cluster.ownerUrl() };
}
