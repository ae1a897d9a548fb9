import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { withClient } from "@/scripts/postgres/with-client";
import { cloneDatabase, dropDatabase } from "@/scripts/testing/postgres";
import { installRunnerSchema } from "../install";

export interface RunnerDatabase {
  readonly appUrl: string;
  /** Cuts every connection to it but those named `test`, as a restart of the server would. */
  readonly cut: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** A new database of the run's Postgres with what the runner keeps in it; `appUrl` is a role that owns nothing. */
export async function runnerDatabase(): Promise<RunnerDatabase> {
  const name = `runner_${randomBytes(6).toString("hex")}`;
  const { ownerUrl, appUrl, superUrl } = await cloneDatabase(name);
  await installRunnerSchema(ownerUrl, "landfall_app", ["landfall_sweep"]);
  const cut = () =>
    withClient(superUrl, async (client) => {
      await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid() and application_name <> 'test'",
        [name],
      );
    });
  return { appUrl, cut, drop: () => dropDatabase(name) };
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
