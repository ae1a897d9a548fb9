import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { cloneDatabase, dropDatabase } from "@/scripts/testing/postgres";
import { installRunnerSchema } from "../install";

/** A new database of the run's Postgres with what the runner keeps in it; `appUrl` is a role that owns nothing. */
export async function runnerDatabase(): Promise<{ appUrl: string; ownerUrl: string; drop: () => Promise<void> }> {
  const name = `runner_${randomBytes(6).toString("hex")}`;
  const { ownerUrl, appUrl } = await cloneDatabase(name);
  await installRunnerSchema(ownerUrl, "landfall_app", ["landfall_sweep"]);
  return { ownerUrl, appUrl, drop: () => dropDatabase(name) };
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
