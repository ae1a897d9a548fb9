import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import type { TestRunCluster } from "./cluster";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a test asks for the Postgres of its run. */
    testPostgres: string;
  }
}

/** Addresses in the run's Postgres, with `DATABASE` standing for the name of a database. */
export type ClusterAddresses = { superUrl: string; ownerUrl: string; appUrl: string };

/**
 * Vitest's global setup: offers the run a Postgres that starts when the first test asks for it, so that a run of pure rules does
 * not wait for one. Test files run in processes of their own; they ask over a port of this machine.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<TestRunCluster> | undefined;
  const server = createServer((_request, response) => {
    cluster ??= import("./cluster").then(({ startTestCluster }) => startTestCluster());
    cluster.then(
      ({ superUrl, ownerUrl, appUrl }) => {
        const addresses: ClusterAddresses = {
          superUrl: superUrl("DATABASE"),
          ownerUrl: ownerUrl("DATABASE"),
          appUrl: appUrl("DATABASE"),
        };
        response.end(JSON.stringify(addresses));
      },
      (error: unknown) => response.writeHead(500).end(String(error instanceof Error ? error.stack : error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  project.provide("testPostgres", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    await (await cluster?.catch(() => undefined))?.remove();
    rmSync(join(tmpdir(), `landfall-test-${process.pid}-data`), { recursive: true, force: true });
  };
}
